#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::base {

/// A home in the one form in which homes are compared: equal for 3-502, ３－５０２, 3号楼502室 and
/// 3#-502, another for 3-2-502. What does not read as building, stair and room is compared by its
/// letters, whatever their width and case. Never shown: people see what was typed.
std::string home_key(std::string_view typed);

/// A home that is looked for in texts, in whatever way it is written there.
class HomeSought {
  public:
    explicit HomeSought(std::string_view typed);

    /// Whether it reads as a building and a room, with or without a stair; else it is never found.
    bool can_be_sought() const { return !room_.empty(); }
    bool is_in(std::string_view text) const;
    /// What a text that names it has in it, as digits: its building's name and its room.
    std::vector<std::string> letters() const { return {building_, room_}; }

  private:
    std::string building_;
    std::string stair_;
    std::string room_;
};

/// Whether a home could be found by it: it has a letter or a digit.
bool names_a_home(std::string_view typed);

}  // namespace huiyin::base
