#pragma once

#include <span>
#include <string_view>

namespace huiyin::store {

/// One step of the schema. A released one never changes: the journal replays it by its digest.
struct Migration {
    int number;  ///< 1, 2, …; the store's user_version once it has run
    std::string_view name;
    std::string_view sql;
};

/// Every migration of this program, in order.
std::span<const Migration> migrations();

}  // namespace huiyin::store
