#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"

/// What people choose from while they type: for completion and prompts. Throws nothing of its own:
/// an unknown prefix or kind has none.
namespace huiyin::records {

struct NumberChoice {
    std::string no;
    std::string unit;  ///< empty where none is known
    std::string text;  ///< what it is about; empty where that was erased
};

/// The newest numbers of a prefix, at most `limit`; `open`: only of what is still to be done.
std::vector<NumberChoice> newest_numbers(store::Connection& connection, std::string_view prefix,
                                         bool open, int limit);

/// The categories that the newest matters of a kind have (`complaint`, `repair`).
std::vector<std::string> categories_in_use(store::Connection& connection, std::string_view kind);

/// Homes on record whose name begins so, at most `limit`.
std::vector<std::string> units_beginning(store::Connection& connection, std::string_view begun,
                                         int limit);

}  // namespace huiyin::records
