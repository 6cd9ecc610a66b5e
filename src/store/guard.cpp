#include "huiyin/store/guard.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "huiyin/store/lock.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::store {

namespace {

constexpr int steps_between_looks = 10'000;
constexpr int longest_value = 1 << 20;

std::string lower(const char* name) {
    std::string text(name == nullptr ? "" : name);
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

/// Everything that a name of a table can mean but a WITH clause of the statement itself.
std::set<std::string> names_taken(Connection& connection) {
    std::set<std::string> names;
    for (Query row(connection,
                   "SELECT name FROM main.sqlite_schema UNION SELECT name FROM temp.sqlite_schema"
                   " UNION SELECT name FROM pragma_module_list");
         row.next();)
        names.insert(lower(row.text(0).c_str()));
    return names;
}

/// A virtual table that nobody has named yet is connected when it is, and what it asks the
/// authorizer for meanwhile is no business of the statement that named it.
void connect_virtual_tables(Connection& connection) {
    for (const auto& name :
         all_texts(connection,
                   "SELECT name FROM main.sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"))
        Query(connection, "SELECT 1 FROM \"" + name + "\" LIMIT 0").next();
}

}  // namespace

ReadingOnly::ReadingOnly(Connection& connection, Admits table, Admits function, Otherwise otherwise)
    : connection_(connection),
      table_(std::move(table)),
      function_(std::move(function)),
      otherwise_(otherwise),
      taken_(names_taken(connection)) {
    connect_virtual_tables(connection);
    sqlite3_set_authorizer(
        connection_.handle(),
        [](void* self, int action, const char* first, const char* second, const char*,
           const char*) { return static_cast<ReadingOnly*>(self)->answer(action, first, second); },
        this);
}

ReadingOnly::~ReadingOnly() {
    sqlite3_set_authorizer(connection_.handle(), nullptr, nullptr);
}

int ReadingOnly::answer(int action, const char* first, const char* second) noexcept {
    try {
        return judge(action, first, second);
    } catch (...) {
        failed_ = std::current_exception();
        return SQLITE_DENY;
    }
}

bool ReadingOnly::may_read(const std::string& name, std::string_view column) const {
    if (table_(name)) return true;
    // Of what no column is read, SQLite asks about the statement's own WITH clauses, too.
    return column.empty() && !taken_.contains(name) && !name.starts_with("sqlite_") &&
           !name.starts_with("pragma_");
}

int ReadingOnly::judge(int action, const char* first, const char* second) {
    const int otherwise = otherwise_ == Otherwise::note ? SQLITE_OK : SQLITE_DENY;
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_READ:
            if (auto name = lower(first); !may_read(name, second == nullptr ? "" : second)) {
                if (asked_for_schema_ && name == "sqlite_master" && lower(second) == "rowid")
                    return SQLITE_OK;
                tables_denied_.insert(std::move(name));
                return otherwise;
            }
            return SQLITE_OK;
        case SQLITE_FUNCTION:
            if (auto name = lower(second); !function_(name)) {
                functions_denied_.insert(std::move(name));
                return otherwise;
            }
            return SQLITE_OK;
        case SQLITE_UPDATE:
            // SQLite 3.40 asks this, and for a row id, of a query that names a virtual table for
            // the first time, 3.46 does not; both then ask whether that table may be read.
            if (otherwise_ == Otherwise::note && lower(first) == "sqlite_master") {
                asked_for_schema_ = true;
                return SQLITE_OK;
            }
            [[fallthrough]];
        default:
            // Some of it, like PRAGMA, acts as soon as it is prepared.
            would_act_ = true;
            return SQLITE_DENY;
    }
}

RowsOnly::RowsOnly(Connection& connection) : connection_(connection) {
    sqlite3_set_authorizer(
        connection_.handle(),
        [](void*, int action, const char*, const char*, const char*, const char*) {
            constexpr std::array allowed{SQLITE_SELECT,   SQLITE_READ,   SQLITE_FUNCTION,
                                         SQLITE_INSERT,   SQLITE_UPDATE, SQLITE_DELETE,
                                         SQLITE_RECURSIVE};
            return std::ranges::find(allowed, action) == allowed.end() ? SQLITE_DENY : SQLITE_OK;
        },
        nullptr);
}

RowsOnly::~RowsOnly() {
    sqlite3_set_authorizer(connection_.handle(), nullptr, nullptr);
}

BoundedWork::BoundedWork(Connection& connection, std::int64_t steps)
    : connection_(connection),
      left_(steps),
      longest_value_(sqlite3_limit(connection.handle(), SQLITE_LIMIT_LENGTH, longest_value)) {
    sqlite3_progress_handler(
        connection_.handle(), steps_between_looks,
        [](void* self) {
            auto& left = static_cast<BoundedWork*>(self)->left_;
            left -= steps_between_looks;
            return left <= 0 || interrupted() ? 1 : 0;
        },
        this);
}

BoundedWork::~BoundedWork() {
    sqlite3_limit(connection_.handle(), SQLITE_LIMIT_LENGTH, longest_value_);
    heed_interruption(connection_);
}

void heed_interruption(Connection& connection) {
    sqlite3_progress_handler(
        connection.handle(), steps_between_looks, [](void*) { return interrupted() ? 1 : 0; },
        nullptr);
}

}  // namespace huiyin::store
