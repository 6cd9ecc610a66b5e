#include "subject.hpp"

#include <fmt/ranges.h>
#include <sqlite3.h>

#include <regex>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/store/query.hpp"

namespace tamper {

using namespace huiyin;
using store::Query;
using store::Value;

namespace {

/// A value that cannot be there yet.
Value other_than(const Value& value, bool is_blob, std::string_view type) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number + 1;
    if (const auto* real = std::get_if<double>(&value)) return *real + 1;
    if (const auto* bytes = std::get_if<std::string>(&value)) {
        if (!is_blob) return *bytes + "x";
        auto changed = bytes->empty() ? std::string(1, '\0') : *bytes;
        changed[0] = static_cast<char>(changed[0] ^ 1);
        return changed;
    }
    if (type == "INTEGER") return std::int64_t{1};
    return std::string(type == "TEXT" ? "x" : "\x01");
}

void bind(Query& query, int index, const Value& value, bool is_blob) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        query.bind(index, *number);
    else if (const auto* bytes = std::get_if<std::string>(&value)) {
        if (is_blob)
            query.bind(index, store::Blob{*bytes});
        else
            query.bind(index, *bytes);
    } else
        query.bind(index, nullptr);
}

std::string literal(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return base::format("{}", *number);
    return base::format("CAST(x'{}' AS TEXT)", base::hex(std::get<std::string>(value)));
}

struct ColumnOf {
    std::string name;
    std::string type;
    bool in_key;
};

std::vector<ColumnOf> columns_of(store::Connection& connection, const std::string& table) {
    std::vector<ColumnOf> columns;
    for (Query row(connection, "SELECT name, type, pk FROM pragma_table_info(?)", table);
         row.next();)
        columns.push_back({row.text(0), row.text(1), row.flag(2)});
    return columns;
}

Value value_of(Query& row, int column, const std::string& type) {
    if (row.is_null(column)) return nullptr;
    if (row.is_integer(column)) return row.integer(column);
    return type == "BLOB" ? std::string(row.blob(column)) : row.text(column);
}

}  // namespace

std::string Cell::name() const {
    return base::format("{}.{} where {}", table, column, row);
}

Subject::Subject(const std::string& path)
    : connection_(SQLite::Database(path, SQLITE_OPEN_READWRITE)) {
    connection_.execute(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"
        "CREATE TEMP TABLE sound AS SELECT * FROM journal");
}

std::vector<std::string> Subject::tables() {
    std::vector<std::string> names;
    for (Query row(connection_,
                   "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                   " AND name NOT LIKE 'search\\_index%' ESCAPE '\\'"
                   " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
         row.next();)
        names.push_back(row.text(0));
    return names;
}

std::vector<Cell> Subject::cells(const std::string& table) {
    const auto columns = columns_of(connection_, table);
    std::vector<Cell> cells;
    for (Query row(connection_, base::format("SELECT * FROM main.{}", table)); row.next();) {
        const auto key_but = [&](std::size_t changed, const Value* to) {
            std::vector<std::string> terms;
            for (std::size_t at = 0; at < columns.size(); ++at)
                if (columns[at].in_key)
                    terms.push_back(base::format(
                        "{} = {}", columns[at].name,
                        literal(at == changed && to != nullptr
                                    ? *to
                                    : value_of(row, static_cast<int>(at), columns[at].type))));
            return base::format("{}", fmt::join(terms, " AND "));
        };
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const bool is_blob = columns[at].type == "BLOB";
            Cell cell{.table = table,
                      .column = columns[at].name,
                      .row = key_but(at, nullptr),
                      .found = {},
                      .value = value_of(row, static_cast<int>(at), columns[at].type),
                      .is_blob = is_blob,
                      .other = {},
                      .other_is_blob = is_blob};
            cell.other = other_than(cell.value, is_blob, columns[at].type);
            // The next key is mostly taken.
            if (auto* number = std::get_if<std::int64_t>(&cell.other);
                number != nullptr && columns[at].in_key)
                *number += 1'000'000;
            cell.found = key_but(at, &cell.other);
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

void Subject::change(const Cell& cell) {
    // A value that two rows may not share is moved further.
    Query update(connection_, base::format("UPDATE OR IGNORE main.{} SET {} = ? WHERE {}",
                                           cell.table, cell.column, cell.row));
    bind(update, 1, cell.other, cell.other_is_blob);
    while (update.next()) {
    }
    if (sqlite3_changes(connection_.handle()) == 1) return;
    const auto far = Value{std::get<std::int64_t>(cell.other) + 1'000'000};
    Query again(connection_, base::format("UPDATE main.{} SET {} = ? WHERE {}", cell.table,
                                          cell.column, cell.row));
    bind(again, 1, far, false);
    while (again.next()) {
    }
}

void Subject::restore(const Cell& cell) {
    Query update(connection_, base::format("UPDATE main.{} SET {} = ? WHERE {}", cell.table,
                                           cell.column, cell.found));
    bind(update, 1, cell.value, cell.is_blob);
    while (update.next()) {
    }
}

std::int64_t Subject::entries() {
    return store::find_integer(connection_, "SELECT count(*) FROM sound").value_or(0);
}

std::string Subject::journal_bytes(std::int64_t seq, std::string_view column) {
    Query row(connection_, base::format("SELECT CAST({} AS BLOB) FROM sound WHERE seq = ?", column),
              seq);
    return row.next() ? std::string(row.blob(0)) : std::string();
}

void Subject::put_journal_bytes(std::int64_t seq, std::string_view column, std::string_view bytes) {
    const std::string_view value = column == "head" ? "CAST(? AS TEXT)" : "?";
    store::run(connection_, base::format("UPDATE journal SET {} = {} WHERE seq = ?", column, value),
               store::Blob{bytes}, seq);
}

void Subject::put_back_journal() {
    connection_.execute("DELETE FROM journal WHERE 1; INSERT INTO journal SELECT * FROM sound");
}

void Subject::tried(std::string_view statements, std::int64_t seq,
                    const std::function<void()>& look) {
    connection_.execute(
        std::regex_replace(std::string(statements), std::regex(":seq"), base::format("{}", seq)));
    look();
    put_back_journal();
}

void Subject::rewritten_from(std::int64_t seq, const std::function<void()>& look) {
    connection_.execute("BEGIN");
    auto previous = seq == 1 ? std::string() : base::hex(journal_bytes(seq - 1, "hash"));
    for (auto at = seq; at <= entries(); ++at) {
        auto head = journal_bytes(at, "head");
        if (at == seq)
            head =
                std::regex_replace(head, std::regex(R"("host":"[^"]*")"), R"("host":"elsewhere")");
        head = std::regex_replace(head, std::regex(R"("previous":"[0-9a-f]*")"),
                                  base::format(R"("previous":"{}")", previous));
        const auto hash = gate::entry_hash(head, journal_bytes(at, "changeset"));
        put_journal_bytes(at, "head", head);
        put_journal_bytes(at, "hash", hash);
        previous = base::hex(hash);
    }
    connection_.execute("COMMIT");
    look();
    put_back_journal();
}

}  // namespace tamper
