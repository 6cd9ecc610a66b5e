#include "huiyin/store/change_recorder.hpp"

// The hook is declared only where SQLITE_ENABLE_PREUPDATE_HOOK is defined; the build defines it.
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <deque>
#include <new>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "row_keys.hpp"
#include "row_reader.hpp"
#include "row_values.hpp"

namespace huiyin::store {

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

    Changeset changeset() {
        if (out_of_memory_) throw std::bad_alloc();
        const auto rows = rows_since(0);
        std::vector<std::string> changes(tables_.size());
        Readers readers(tables_);
        for (const auto& row : rows)
            write_change(row, readers, changes[row.table]);
        Changeset changeset;
        for (std::size_t index = 0; index < changes.size(); ++index)
            if (!changes[index].empty()) changeset += table_header(tables_[index]) + changes[index];
        return changeset;
    }

    /// `nothing_taken_back`: what was added is there, unless it was deleted again.
    std::vector<ChangedRow> changed_since(std::size_t position, bool nothing_taken_back) {
        if (out_of_memory_) throw std::bad_alloc();
        const auto rows = rows_since(position);
        std::vector<ChangedRow> changed;
        changed.reserve(rows.size());
        Readers readers(tables_);
        for (const auto& row : rows) {
            const bool is_known = nothing_taken_back && row.before == nullptr;
            if (is_known ? row.is_gone : !is_changed(row, readers)) continue;
            std::string_view key = row.key;
            changed.push_back({tables_[row.table].name, integer_of(next_value(key))});
        }
        return changed;
    }

    std::int64_t last_id(std::string_view table) {
        const auto known = std::ranges::find(last_ids_, table, &LastId::table);
        if (known != last_ids_.end()) return known->id;
        const auto last =
            find_integer(connection_, std::string("SELECT max(id) FROM ").append(table))
                .value_or(0);
        // Of those the numbers that SQLite tells of are the ids.
        if (find_columns_of_key(table) == 1) last_ids_.push_back({std::string(table), last});
        return last;
    }

    void forget_ids() { last_ids_.clear(); }

  private:
    /// A journaled table that was touched.
    struct Table {
        std::string name;
        int columns = 0;
        int key_size = 0;  ///< how many columns its key has, where it is known; 1: a number
        /// Per column its place in the primary key, from 1; zero for none. Empty until it is known.
        std::string key_places = {};
        std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> rows = {nullptr,
                                                                           &sqlite3_finalize};
        bool by_number = false;  ///< as RowReader has it
    };

    /// One row that is about to change, with all its values.
    struct Touch {
        std::size_t table;
        int operation;
        bool indirect;       ///< by a trigger or a foreign key, which a changeset says
        std::string before;  ///< empty of an insert
        /// Empty of a delete. The values up to the end of the key, where the key is known.
        std::string after;
    };

    /// Of a table whose key is a number, as SQLite tells them before a change.
    struct RowNumber {
        std::int64_t is;
        std::int64_t will_be;
    };

    struct LastId {
        std::string table;
        std::int64_t id;
    };

    /// A row as it was at first.
    struct Row {
        std::size_t table;
        std::string_view key;       ///< in its touch, or in `made_keys_`
        const std::string* before;  ///< none where it was not there
        bool indirect;
        bool is_gone = false;  ///< by what was done last
    };

    std::string_view key_of(const Table& table, std::string_view values) {
        const auto whole = values;
        if (table.key_size != 0) {
            for (int column = 0; column < table.key_size; ++column)
                next_value(values);
            return whole.substr(0, whole.size() - values.size());
        }
        auto& key = made_keys_.emplace_back();
        for (const char place : table.key_places) {
            if (values.empty()) break;
            const auto value = next_value(values);
            if (place != 0) key.append(value);
        }
        return key;
    }

    /// Called by SQLite before each change of a row.
    static void note(void* self, sqlite3* database, int operation, const char* schema,
                     const char* table, sqlite3_int64 before, sqlite3_int64 number) {
        auto& touches = *static_cast<Touches*>(self);
        try {
            if (std::string_view(schema) == "main" && is_journaled(table))
                touches.add(database, operation, table, {before, number});
        } catch (const std::bad_alloc&) {
            touches.out_of_memory_ = true;
        }
    }

    void add(sqlite3* database, int operation, std::string_view name, RowNumber number) {
        const auto index = index_of(name, sqlite3_preupdate_count(database));
        auto& table = tables_[index];
        Touch touch{index, operation, sqlite3_preupdate_depth(database) > 0, {}, {}};
        if (operation != SQLITE_INSERT)
            touch.before = values(database, table.columns, &sqlite3_preupdate_old);
        // What became of the row is read from its table: only its key is asked for.
        if (operation != SQLITE_DELETE) {
            if (table.key_size == 1)
                append_integer(touch.after, number.will_be);
            else
                touch.after = values(database, table.key_size != 0 ? table.key_size : table.columns,
                                     &sqlite3_preupdate_new);
        }
        if (operation == SQLITE_INSERT || number.is != number.will_be || operation == SQLITE_DELETE)
            note_id(operation, name, number);
        touches_.push_back(std::move(touch));
    }

    void note_id(int operation, std::string_view name, RowNumber number) {
        const auto known = std::ranges::find(last_ids_, name, &LastId::table);
        if (known == last_ids_.end()) return;
        if (operation == SQLITE_INSERT)
            known->id = std::max(known->id, number.will_be);
        else
            last_ids_.erase(known);
    }

    std::size_t index_of(std::string_view name, int columns) {
        const auto known = std::ranges::find_if(tables_, [&](const Table& table) {
            return table.name == name && table.columns == columns;
        });
        const auto index = static_cast<std::size_t>(known - tables_.begin());
        if (index == tables_.size())
            tables_.push_back({.name = std::string(name),
                               .columns = columns,
                               .key_size = find_columns_of_key(name).value_or(0)});
        return index;
    }

    template <typename Read>
    static std::string values(sqlite3* database, int columns, Read read) {
        std::string written;
        for (int column = 0; column < columns; ++column) {
            sqlite3_value* value = nullptr;
            if (read(database, column, &value) != SQLITE_OK) throw std::bad_alloc();
            append_value(written, value);
        }
        return written;
    }

    /// The rows that were met, each once, in the order in which they were first.
    class Meeting {
      public:
        Row& meet(const Row& row) {
            if (places_.empty() && rows_.size() < few) {
                const auto known = std::ranges::find_if(rows_, [&](const Row& one) {
                    return one.table == row.table && one.key == row.key;
                });
                return known != rows_.end() ? *known : rows_.emplace_back(row);
            }
            if (places_.empty())
                for (std::size_t place = 0; place < rows_.size(); ++place)
                    places_.try_emplace({rows_[place].table, rows_[place].key}, place);
            const auto [at, is_new] = places_.try_emplace({row.table, row.key}, rows_.size());
            return is_new ? rows_.emplace_back(row) : rows_[at->second];
        }
        std::vector<Row> take() { return std::move(rows_); }

      private:
        using Place = std::pair<std::size_t, std::string_view>;
        struct Hash {
            std::size_t operator()(const Place& place) const {
                return std::hash<std::string_view>{}(place.second) + place.first;
            }
        };

        static constexpr std::size_t few = 24;  ///< found sooner without a list of their places
        std::vector<Row> rows_;
        std::unordered_map<Place, std::size_t, Hash> places_;
    };

    std::vector<Row> rows_since(std::size_t position) {
        Meeting meeting;
        made_keys_.clear();
        const auto meet = [&](const Touch& touch, const std::string& values, bool was_there) {
            auto& row = meeting.meet({touch.table, key_of(tables_[touch.table], values),
                                      was_there ? &touch.before : nullptr, touch.indirect});
            row.indirect &= touch.indirect;
            row.is_gone = was_there;
        };
        for (auto index = position; index < touches_.size(); ++index) {
            const auto& touch = touches_[index];
            know_key(tables_[touch.table]);
            if (touch.operation != SQLITE_INSERT) meet(touch, touch.before, true);
            // Of an update that moves a row to another key, too.
            if (touch.operation != SQLITE_DELETE) meet(touch, touch.after, false);
        }
        return meeting.take();
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
        if (table.rows) return;
        std::string places;
        const auto* known = find_row_key(table.name);
        const auto condition =
            known != nullptr ? key_known(*known, table.columns, places) : read_key(table, places);
        const bool by_number = find_columns_of_key(table.name) == 1;
        const auto sql =
            by_number
                ? base::format("SELECT * FROM main.\"{0}\" WHERE \"{1}\" >= ? ORDER BY \"{1}\"",
                               table.name, known->first)
                : base::format("SELECT * FROM main.\"{}\" WHERE {}", table.name, condition);
        sqlite3_stmt* statement = nullptr;
        if (places.size() == static_cast<std::size_t>(table.columns) && !condition.empty()) {
            const int code = sqlite3_prepare_v3(connection_.handle(), sql.c_str(), -1,
                                                SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
            if (code != SQLITE_OK) throw SQLite::Exception(connection_.handle(), code);
        }
        table.rows.reset(statement);
        if (statement == nullptr || sqlite3_column_count(statement) != table.columns) {
            table.rows.reset();
            throw SQLite::Exception("the columns of " + table.name + " changed", SQLITE_SCHEMA);
        }
        table.by_number = by_number;
        table.key_places = std::move(places);
    }

    /// The readers of all tables, each made when a row of its table is looked up.
    class Readers {
      public:
        explicit Readers(const std::vector<Table>& tables)
            : tables_(tables), readers_(tables.size()) {}

        sqlite3_stmt* find(const Row& row) {
            auto& reader = readers_[row.table];
            const auto& table = tables_[row.table];
            if (!reader) reader.emplace(table.rows.get(), table.by_number);
            return reader->find(row.key);
        }

      private:
        const std::vector<Table>& tables_;
        std::vector<std::optional<RowReader>> readers_;
    };

    /// The values of the row that it stands on; empty for none.
    static std::string values_at(sqlite3_stmt* statement) {
        std::string values;
        const int columns = statement == nullptr ? 0 : sqlite3_column_count(statement);
        for (int column = 0; column < columns; ++column)
            append_value(values, sqlite3_column_value(statement, column));
        return values;
    }

    static bool is_changed(const Row& row, Readers& readers) {
        auto* now = readers.find(row);
        return row.before == nullptr ? now != nullptr : values_at(now) != *row.before;
    }

    void write_change(const Row& row, Readers& readers, std::string& changes) {
        const auto now = values_at(readers.find(row));
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
    std::vector<LastId> last_ids_;
    std::deque<std::string> made_keys_;  ///< those of what `rows_since` answered last
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
    return touches_->changeset();
}

std::size_t ChangeRecorder::position() const {
    return touches_->count();
}

std::vector<ChangedRow> ChangeRecorder::changed_since(std::size_t position) const {
    return touches_->changed_since(position, false);
}

std::vector<ChangedRow> ChangeRecorder::standing_since(std::size_t position) const {
    return touches_->changed_since(position, true);
}

std::int64_t ChangeRecorder::last_id(std::string_view table) {
    return touches_->last_id(table);
}

void ChangeRecorder::forget_ids() {
    touches_->forget_ids();
}

}  // namespace huiyin::store
