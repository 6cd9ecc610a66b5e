#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Homes, as they are typed and as they are compared (clauses 3.3.5 and 6.5 ask for the same home).
/// Takes any bytes and throws nothing.
namespace huiyin::base {

/// A home in the one form in which homes are compared: equal for 3-502, ３－５０２, 3号楼502室 and
/// 3#-502, another for 3-2-502. What does not read as building, stair and room is compared by its
/// letters, whatever their width and case. Never shown: people see what was typed.
std::string home_key(std::string_view typed);

/// What a home reads as, each part in the form in which it is compared; empty where it is not said.
struct HomeParts {
    std::string building;
    std::string stair;
    std::string room;
};
/// Nothing for what does not read as building, stair and room.
std::optional<HomeParts> home_parts(std::string_view typed);

/// A building or a stair by itself in that form: `3` for 3号楼, 三栋 and 3.
std::string home_part_key(std::string_view typed);
/// One in that form as people write it: `B` for b.
std::string home_part_as_written(std::string key);

/// A home that is looked for in texts, in whatever way it is written there.
class HomeSought {
  public:
    explicit HomeSought(std::string_view typed);

    /// Whether it reads as a building and a room, with or without a stair; else it is never found.
    bool can_be_sought() const { return !room_.empty(); }
    bool is_in(std::string_view text) const;
    /// What a text that names it has in it, as digits: its building's name and its room. Both empty
    /// where it cannot be sought.
    std::vector<std::string> letters() const { return {building_, room_}; }

  private:
    std::string building_;
    std::string stair_;
    std::string room_;
};

/// Whether a home could be found by it (clause 3.3.6): it has a digit or a Latin letter, or
/// numerals as homes have them. 张三 and 门卫室 are none.
bool names_a_home(std::string_view typed);

}  // namespace huiyin::base
