#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/home.hpp"

/// What the index for searching has of a text, and what somebody looks for in it.
namespace huiyin::records {

/// The entry of a whole phone number, so that it is found in every spelling.
std::string number_entry(std::string_view digits);

/// What the index has of a text: every letter, every two that stand side by side, and each phone
/// number as one.
std::string index_entry(std::string_view text, bool is_phone);

/// What somebody looks for: the words themselves, or a number or home in any spelling of it.
class Sought {
  public:
    explicit Sought(std::string_view words);

    /// For the index; empty where nothing of it could be in there.
    std::string query() const;
    /// The byte around which it stands.
    std::optional<std::size_t> find(const std::string& text, bool is_phone) const;

    bool is_home() const { return home_.can_be_sought(); }
    /// Whether every text that the index names has it: of one or two letters side by side the index
    /// knows all.
    bool is_told_by_index() const;

  private:
    std::string folded_;
    std::optional<std::string> number_;
    base::HomeSought home_;
};

}  // namespace huiyin::records
