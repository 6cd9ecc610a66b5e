#include "huiyin/records/choices.hpp"

#include <array>
#include <optional>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

using store::Query;

namespace {

constexpr std::string_view open_orders =
    "SELECT o.no, m.unit, c.value FROM dispatch_order o JOIN matter m ON m.id = o.repair"
    " LEFT JOIN content c ON c.id = m.text WHERE m.closed_at IS NULL AND m.voided_at IS NULL"
    " ORDER BY o.id DESC LIMIT ?1";
constexpr std::string_view all_orders =
    "SELECT o.no, m.unit, c.value FROM dispatch_order o JOIN matter m ON m.id = o.repair"
    " LEFT JOIN content c ON c.id = m.text ORDER BY o.id DESC LIMIT ?1";
constexpr std::string_view callbacks =
    "SELECT b.no, m.unit, c.value FROM callback b JOIN matter m ON m.id = b.matter"
    " LEFT JOIN content c ON c.id = m.text ORDER BY b.id DESC LIMIT ?1";
constexpr std::string_view open_numbers =
    "SELECT m.no, m.unit, c.value FROM matter m LEFT JOIN content c ON c.id = m.text"
    " WHERE m.kind = ?2 AND m.closed_at IS NULL AND m.voided_at IS NULL"
    " ORDER BY m.at DESC LIMIT ?1";
constexpr std::string_view all_numbers =
    "SELECT m.no, m.unit, c.value FROM matter m LEFT JOIN content c ON c.id = m.text"
    " WHERE m.kind = ?2 ORDER BY m.at DESC LIMIT ?1";

std::vector<NumberChoice> taken(Query& row) {
    std::vector<NumberChoice> choices;
    while (row.next())
        choices.push_back(
            {row.text(0), row.maybe_text(1).value_or(""), row.maybe_text(2).value_or("")});
    return choices;
}

/// The word of the kind whose numbers begin so.
std::optional<std::string_view> kind_of(std::string_view prefix) {
    for (const auto& kind : matter_kinds())
        if (kind.prefix == prefix) return kind.word;
    return {};
}

}  // namespace

std::vector<NumberChoice> newest_numbers(store::Connection& connection, std::string_view prefix,
                                         bool open, int limit) {
    if (prefix == "PG") {
        Query row(connection, open ? open_orders : all_orders, limit);
        return taken(row);
    }
    if (prefix == "HF") {
        Query row(connection, callbacks, limit);
        return taken(row);
    }
    const auto kind = kind_of(prefix);
    if (!kind) return {};
    Query row(connection, open ? open_numbers : all_numbers, limit, *kind);
    return taken(row);
}

std::vector<std::string> categories_in_use(store::Connection& connection, std::string_view kind) {
    return store::all_texts(
        connection,
        "SELECT DISTINCT category FROM (SELECT category FROM matter WHERE kind = ?"
        " ORDER BY at DESC LIMIT 1000) WHERE category IS NOT NULL ORDER BY category",
        kind);
}

std::vector<std::string> units_beginning(store::Connection& connection, std::string_view begun,
                                         int limit) {
    return store::all_texts(
        connection,
        "SELECT unit FROM matter WHERE unit >= ?1 AND unit < ?1 || char(0x10FFFF)"
        " UNION SELECT unit FROM home WHERE retired_at IS NULL"
        " AND unit >= ?1 AND unit < ?1 || char(0x10FFFF) ORDER BY unit LIMIT ?2",
        begun, limit);
}

}  // namespace huiyin::records
