#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

/// The keys of the tables that most commands write. Private to this directory.
namespace huiyin::store {

/// A table and the columns of its key, which are its first.
struct RowKey {
    std::string_view table;
    std::string_view first;
    std::string_view second = {};  ///< empty where the key has one column
};

/// Asking SQLite for each takes longer than writing the row. A unit test holds them against the
/// schema.
inline constexpr std::array row_keys{
    RowKey{"said", "id"},           RowKey{"matter", "id"},
    RowKey{"step", "id"},           RowKey{"complaint", "id"},
    RowKey{"repair", "id"},         RowKey{"callback", "id"},
    RowKey{"dispatch_order", "id"}, RowKey{"order_detail", "step"},
    RowKey{"request_key", "id"},    RowKey{"number_series", "prefix", "year"},
};

/// Null for a table that is not among them.
constexpr const RowKey* find_row_key(std::string_view table) {
    const auto* const found = std::ranges::find(row_keys, table, &RowKey::table);
    return found == row_keys.end() ? nullptr : found;
}

/// How many columns the key of a table has, all of them its first; nothing for one that is not
/// among them.
constexpr std::optional<int> find_columns_of_key(std::string_view table) {
    const auto* const key = find_row_key(table);
    if (key == nullptr) return {};
    return key->second.empty() ? 1 : 2;
}

}  // namespace huiyin::store
