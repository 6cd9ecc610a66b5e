#include "table_source.hpp"

#include <algorithm>
#include <cctype>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using store::Query;
using Source = store::OrderedScan::Source;

namespace {

/// What tells one row from another for an index.
std::vector<std::string> identity_of(const TableShape& table) {
    return table.has_rowid ? std::vector<std::string>{"rowid"} : table.keys;
}

std::string key_index_of(store::Connection& connection, const TableShape& table) {
    return store::find_text(connection, "SELECT name FROM pragma_index_list(?) WHERE origin = 'pk'",
                            table.name)
        .value_or("");
}

/// So that the rows themselves are read, and no index in their place.
std::string itself(store::Connection& connection, const TableShape& table, std::string_view alias) {
    if (table.has_rowid) return base::format("{} AS {} NOT INDEXED", table.name, alias);
    return base::format("{} AS {} INDEXED BY {}", table.name, alias,
                        key_index_of(connection, table));
}

std::string agreement(const TableShape& table, const IndexShape& index) {
    std::string terms = base::format("({})", index.condition);
    for (const auto& names : {index.columns, identity_of(table)})
        for (const auto& name : names)
            terms += base::format(" AND i.{0} IS r.{0}", name);
    return terms;
}

/// Whether every index has the row `r`.
std::string indexed(store::Connection& connection, const TableShape& table) {
    std::string all = "TRUE";
    for (const auto& index : read_indexes(connection, table))
        all += base::format(
            " AND (({}) IS NOT TRUE OR EXISTS (SELECT 1 FROM {} AS i INDEXED BY {} WHERE {}))",
            index.condition, table.name, index.name, agreement(table, index));
    return all;
}

/// Whether what the row `r` refers to is there.
std::string referred(store::Connection& connection, const TableShape& table) {
    std::string all = "TRUE";
    // So SQLite opens what is referred to once, not for each row.
    for (const auto& [column, to_table, to] : read_references(connection, table))
        all += base::format(" AND (r.{0} IS NULL OR r.{0} IN (SELECT {2} FROM {1}))",
                            table.columns[column].name, to_table, to);
    return all;
}

std::string condition_of(const std::string& sql) {
    auto upper = sql;
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto at = upper.find(" WHERE ");
    return at == std::string::npos ? "TRUE" : sql.substr(at + 7);
}

}  // namespace

std::vector<Reference> read_references(store::Connection& connection, const TableShape& table) {
    std::vector<Reference> references;
    for (Query row(connection,
                   "SELECT seq, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?)",
                   table.name);
         row.next();) {
        if (row.integer(0) != 0 || row.is_null(3)) throw Doubt{};
        references.push_back({table.column_named(row.text(2)), row.text(1), row.text(3)});
    }
    return references;
}

std::optional<std::vector<NullCondition>> null_conditions(const TableShape& table,
                                                          const IndexShape& index) {
    std::vector<NullCondition> conditions;
    if (!index.is_partial) return conditions;
    constexpr std::string_view all_of = " AND ";
    for (std::string_view rest = index.condition; !rest.empty();) {
        const auto end = std::min(rest.find(all_of), rest.size());
        auto one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + all_of.size(), rest.size()));
        const bool is_null = one.ends_with(" IS NULL");
        if (!is_null && !one.ends_with(" IS NOT NULL")) return {};
        one = one.substr(0, one.find(' '));
        const auto column = table.column_named(one);
        if (column == table.columns.size()) return {};
        conditions.push_back({column, is_null});
    }
    return conditions;
}

std::vector<IndexShape> read_indexes(store::Connection& connection, const TableShape& table) {
    std::vector<IndexShape> indexes;
    for (Query row(connection,
                   "SELECT l.name, coalesce(s.sql, ''), l.partial FROM pragma_index_list(?1) l"
                   " JOIN sqlite_schema s ON s.type = 'index' AND s.name = l.name"
                   " WHERE ?2 OR l.origin <> 'pk' ORDER BY l.name",
                   table.name, table.has_rowid);
         row.next();)
        indexes.push_back({.name = row.text(0),
                           .columns = {},
                           .condition = condition_of(row.text(1)),
                           .is_partial = row.flag(2)});
    for (auto& index : indexes) {
        for (Query row(connection, "SELECT name FROM pragma_index_info(?) ORDER BY seqno",
                       index.name);
             row.next();) {
            if (row.is_null(0)) throw Doubt{};
            index.columns.push_back(row.text(0));
        }
    }
    return indexes;
}

namespace {

/// The rows in the order of the primary key: its columns, and the others.
Source rows_in_order(store::Connection& connection, const TableShape& table) {
    Source source;
    for (const auto& key : table.keys) {
        source.keys.push_back("r." + key);
        source.columns += base::format("r.{}, ", key);
    }
    for (const auto& column : table.columns)
        if (!column.in_key) source.columns += base::format("r.{}, ", column.name);
    source.from =
        table.key_is_rowid || !table.has_rowid
            ? itself(connection, table, "r")
            : base::format("{} AS r INDEXED BY {}", table.name, key_index_of(connection, table));
    return source;
}

}  // namespace

Source rows_to_sum(store::Connection& connection, const TableShape& table,
                   const std::vector<IndexShape>& indexes) {
    auto source = rows_in_order(connection, table);
    for (const auto& index : indexes)
        if (index.is_partial) source.columns += base::format("({}) IS TRUE, ", index.condition);
    source.columns += referred(connection, table);
    return source;
}

Source entries_to_sum(const TableShape& table, const IndexShape& index) {
    Source source;
    for (const auto& name : index.columns) {
        source.columns += base::format("i.{}, ", name);
        source.keys.push_back("i." + name);
    }
    source.columns += "i.rowid";
    source.keys.emplace_back("i.rowid");
    source.from = base::format("{} AS i INDEXED BY {}", table.name, index.name);
    source.where = index.condition;
    return source;
}

Source rows_of(store::Connection& connection, const TableShape& table, const std::string& also) {
    auto source = rows_in_order(connection, table);
    source.columns += base::format("{} AND {} AND {}", indexed(connection, table),
                                   referred(connection, table), also);
    return source;
}

Source rows_by_place(store::Connection& connection, const TableShape& table) {
    return {.columns = "r.rowid, " + indexed(connection, table),
            .from = itself(connection, table, "r"),
            .keys = {"r.rowid"}};
}

Source entries_of(store::Connection& connection, const TableShape& table, const IndexShape& index) {
    Source source;
    for (const auto& names : {index.columns, identity_of(table)})
        for (const auto& name : names) {
            source.columns += base::format("i.{}, ", name);
            source.keys.push_back("i." + name);
        }
    source.columns += base::format("EXISTS (SELECT 1 FROM {} WHERE {})",
                                   itself(connection, table, "r"), agreement(table, index));
    source.from = base::format("{} AS i INDEXED BY {}", table.name, index.name);
    source.where = index.condition;
    return source;
}

}  // namespace huiyin::gate
