#include "huiyin/store/change_recorder.hpp"

// The hook is declared only where SQLITE_ENABLE_PREUPDATE_HOOK is defined; the build defines it.
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "row_keys.hpp"
#include "row_values.hpp"

namespace huiyin::store {

namespace {

void require(int code, sqlite3* database) {
    if (code != SQLITE_OK) throw SQLite::Exception(database, code);
}

}  // namespace

class ChangeRecorder::Touches {
  public:
    explicit Touches(Connection& connection) : connection_(connection) {
        auto* other = sqlite3_preupdate_hook(connection.handle(), &Touches::note, this);
        if (other == nullptr) return;
        sqlite3_preupdate_hook(connection.handle(), &Touches::note, other);
        throw std::logic_error("two recorders on one connection");
    }
    ~Touches() { sqlite3_preupdate_hook(connection_.handle(), nullptr, nullptr); }
    Touches(const Touches&) = delete;
    Touches& operator=(const Touches&) = delete;

    std::size_t count() const { return touches_.size(); }

    Changeset since(std::size_t position) {
        if (out_of_memory_) throw std::bad_alloc();
        std::vector<std::string> changes(tables_.size());
        for (const auto& row : rows_since(position))
            write_change(row, changes[row.table]);
        Changeset changeset;
        for (std::size_t index = 0; index < changes.size(); ++index)
            if (!changes[index].empty()) changeset += table_header(tables_[index]) + changes[index];
        return changeset;
    }

  private:
    /// A journaled table that was touched.
    struct Table {
        std::string name;
        int columns = 0;
        /// Per column its place in the primary key, from 1; zero for none.
        std::string key_places = {};
        std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> row_by_key = {nullptr,
                                                                                 &sqlite3_finalize};
    };

    /// One row that is about to change, with all its values.
    struct Touch {
        std::size_t table;
        int operation;
        bool indirect;       ///< by a trigger or a foreign key, which a changeset says
        std::string before;  ///< empty of an insert
        std::string after;   ///< empty of a delete
    };

    /// A row as it was at first.
    struct Row {
        std::size_t table;
        std::string key;
        const std::string* before;  ///< none where it was not there
        bool indirect;
    };

    static std::string key_of(const Table& table, std::string_view values) {
        std::string key;
        for (const char place : table.key_places) {
            const auto value = next_value(values);
            if (place != 0) key.append(value);
        }
        return key;
    }

    /// Called by SQLite before each change of a row.
    static void note(void* self, sqlite3* database, int operation, const char* schema,
                     const char* table, sqlite3_int64, sqlite3_int64) {
        auto& touches = *static_cast<Touches*>(self);
        try {
            if (std::string_view(schema) == "main" && is_journaled(table))
                touches.add(database, operation, table);
        } catch (const std::bad_alloc&) {
            touches.out_of_memory_ = true;
        }
    }

    void add(sqlite3* database, int operation, std::string_view name) {
        const auto table = index_of(name, sqlite3_preupdate_count(database));
        Touch touch{table, operation, sqlite3_preupdate_depth(database) > 0, {}, {}};
        if (operation != SQLITE_INSERT)
            touch.before = values(database, tables_[table], &sqlite3_preupdate_old);
        if (operation != SQLITE_DELETE)
            touch.after = values(database, tables_[table], &sqlite3_preupdate_new);
        touches_.push_back(std::move(touch));
    }

    std::size_t index_of(std::string_view name, int columns) {
        const auto known = std::ranges::find_if(tables_, [&](const Table& table) {
            return table.name == name && table.columns == columns;
        });
        const auto index = static_cast<std::size_t>(known - tables_.begin());
        if (index == tables_.size()) tables_.push_back({std::string(name), columns});
        return index;
    }

    template <typename Read>
    static std::string values(sqlite3* database, const Table& table, Read read) {
        std::string written;
        for (int column = 0; column < table.columns; ++column) {
            sqlite3_value* value = nullptr;
            if (read(database, column, &value) != SQLITE_OK) throw std::bad_alloc();
            append_value(written, value);
        }
        return written;
    }

    std::vector<Row> rows_since(std::size_t position) {
        std::vector<Row> rows;
        std::unordered_map<std::string, std::size_t> known;
        const auto meet = [&](const Touch& touch, const std::string& values, bool was_there) {
            auto key = key_of(tables_[touch.table], values);
            auto place = std::to_string(touch.table).append(":").append(key);
            const auto [at, is_new] = known.try_emplace(std::move(place), rows.size());
            if (is_new)
                rows.push_back({touch.table, std::move(key), was_there ? &touch.before : nullptr,
                                touch.indirect});
            else
                rows[at->second].indirect &= touch.indirect;
        };
        for (auto index = position; index < touches_.size(); ++index) {
            const auto& touch = touches_[index];
            know_key(tables_[touch.table]);
            if (touch.operation != SQLITE_INSERT) meet(touch, touch.before, true);
            // Of an update that moves a row to another key, too.
            if (touch.operation != SQLITE_DELETE) meet(touch, touch.after, false);
        }
        return rows;
    }

    /// Reads the key of a table off its schema: per column its place, and the condition on a row.
    std::string read_key(const Table& table, std::string& places) {
        std::string condition;
        // As a statement of its own it is read in a third of what it takes as a table.
        for (Query column(connection_, base::format("PRAGMA main.table_info(\"{}\")", table.name));
             column.next();) {
            constexpr int name = 1;
            constexpr int place_in_key = 5;
            places += static_cast<char>(column.integer(place_in_key));
            if (column.integer(place_in_key) != 0)
                condition += base::format("{}\"{}\" IS ?", condition.empty() ? "" : " AND ",
                                          column.text(name));
        }
        return condition;
    }

    static std::string key_known(const RowKey& key, int columns, std::string& places) {
        places.assign(static_cast<std::size_t>(columns), '\0');
        places.front() = 1;
        if (key.second.empty()) return base::format("\"{}\" IS ?", key.first);
        places.at(1) = 2;
        return base::format("\"{}\" IS ? AND \"{}\" IS ?", key.first, key.second);
    }

    void know_key(Table& table) {
        if (table.row_by_key) return;
        std::string places;
        const auto* known = find_row_key(table.name);
        const auto condition =
            known != nullptr ? key_known(*known, table.columns, places) : read_key(table, places);
        const auto sql = base::format("SELECT * FROM main.\"{}\" WHERE {}", table.name, condition);
        sqlite3_stmt* statement = nullptr;
        if (places.size() == static_cast<std::size_t>(table.columns) && !condition.empty())
            require(sqlite3_prepare_v3(connection_.handle(), sql.c_str(), -1,
                                       SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
                    connection_.handle());
        table.row_by_key.reset(statement);
        if (statement == nullptr || sqlite3_column_count(statement) != table.columns) {
            table.row_by_key.reset();
            throw SQLite::Exception("the columns of " + table.name + " changed", SQLITE_SCHEMA);
        }
        table.key_places = std::move(places);
    }

    /// The row that a key has now; empty for none.
    std::string row_now(const Row& row) {
        auto* statement = tables_[row.table].row_by_key.get();
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> at_the_end(statement,
                                                                                 &sqlite3_reset);
        std::string_view key = row.key;
        for (int parameter = 1; !key.empty(); ++parameter)
            require(bind_value(statement, parameter, next_value(key)), connection_.handle());
        const int code = sqlite3_step(statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE) require(code, connection_.handle());
        std::string values;
        if (code == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                append_value(values, sqlite3_column_value(statement, column));
        return values;
    }

    void write_change(const Row& row, std::string& changes) {
        const auto now = row_now(row);
        const auto begin = [&](int operation) {
            changes += static_cast<char>(operation);
            changes += static_cast<char>(row.indirect);
        };
        if (row.before == nullptr && !now.empty()) {
            begin(SQLITE_INSERT);
            changes += now;
        } else if (row.before != nullptr && now.empty()) {
            begin(SQLITE_DELETE);
            changes += *row.before;
        } else if (row.before != nullptr && *row.before != now) {
            begin(SQLITE_UPDATE);
            changes += update_of(tables_[row.table].key_places, *row.before, now);
        }
    }

    Connection& connection_;
    std::vector<Table> tables_;
    std::vector<Touch> touches_;
    bool out_of_memory_ = false;

    static std::string table_header(const Table& table) {
        std::string header = "T";
        append_length(header, table.key_places.size());
        return header.append(table.key_places).append(table.name).append(1, '\0');
    }
};

ChangeRecorder::ChangeRecorder(Connection& connection)
    : touches_(std::make_unique<Touches>(connection)) {}

ChangeRecorder::~ChangeRecorder() = default;

Changeset ChangeRecorder::changeset() const {
    return touches_->since(0);
}

std::size_t ChangeRecorder::position() const {
    return touches_->count();
}

Changeset ChangeRecorder::changeset_since(std::size_t position) const {
    return touches_->since(position);
}

}  // namespace huiyin::store
