#include "relations.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <optional>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "relation_table.hpp"
#include "rule_key.hpp"
#include "scope_definition.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for_each_name(text, [&](std::string_view word) { words.push_back(word); });
    return words;
}

/// Of a table with the ids of what was touched.
constexpr std::string_view touched_prefix = "touched_";

/// Where the part of a compound SELECT that begins here ends: a line before the next part, or
/// before the bracket that closes what it is in.
std::size_t end_of_part(std::string_view sql, std::size_t begin) {
    for (auto line = sql.find('\n', begin); line != sql.npos; line = sql.find('\n', line + 1)) {
        const auto first = sql.find_first_not_of(" \n", line);
        if (first == sql.npos) break;
        const auto rest = sql.substr(first);
        if (rest.starts_with("UNION ALL") || sql.substr(line).starts_with("\n)")) return line;
    }
    return sql.size();
}

/// What SQLite made of a view's SELECT. A relation has its own, since the same is asked again and
/// again.
class Prepared {
  public:
    Prepared(sqlite3* database, const std::string& sql) : database_(database) {
        sqlite3_stmt* raw = nullptr;
        require(sqlite3_prepare_v3(database, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                   SQLITE_PREPARE_PERSISTENT, &raw, nullptr));
        statement_.reset(raw);
    }

    int width() const { return sqlite3_column_count(statement_.get()); }
    const char* name(int column) const { return sqlite3_column_name(statement_.get(), column); }
    std::string_view type(int column) const {
        const char* type = sqlite3_column_decltype(statement_.get(), column);
        return type == nullptr ? std::string_view{} : type;
    }

    /// Runs it and calls `take` for each row.
    template <typename Take>
    void run(std::optional<std::int64_t> value, Take take) {
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> at_the_end(statement_.get(),
                                                                                 &sqlite3_reset);
        if (value) require(sqlite3_bind_int64(statement_.get(), 1, *value));
        int code = sqlite3_step(statement_.get());
        for (; code == SQLITE_ROW; code = sqlite3_step(statement_.get()))
            take(*this);
        if (code != SQLITE_DONE) require(code);
    }

    std::int64_t integer(int column) const {
        return sqlite3_column_int64(statement_.get(), column);
    }
    TableInMemory::Cells row() const {
        TableInMemory::Cells cells;
        cells.reserve(static_cast<std::size_t>(width()));
        for (int column = 0; column < width(); ++column)
            cells.push_back(cell(column));
        return cells;
    }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    void require(int code) const {
        if (code != SQLITE_OK) throw SQLite::Exception(database_, code);
    }

    store::Value cell(int column) const {
        auto* statement = statement_.get();
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER:
                return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
            case SQLITE_FLOAT:
                return sqlite3_column_double(statement, column);
            case SQLITE_NULL:
                return nullptr;
            default: {
                const void* bytes = sqlite3_column_text(statement, column);
                return std::string(
                    static_cast<const char*>(bytes),
                    static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
            }
        }
    }

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace

/// One of the tables, and what it holds. Rows stay where they are until they are forgotten, since
/// SQLite reads their text in place.
class Relations::Relation final : public TableInMemory {
  public:
    Relation(Relations& all, std::string name, const ScopeDefinition* definition)
        : all_(all), name_(std::move(name)), definition_(definition) {
        if (!is_view()) return;
        keys_ = words_of(is_kept() ? definition_->kept_by : definition_->asked_by);
    }

    const std::string& name() const { return name_; }

    std::string declaration() override {
        if (definition_ == nullptr) return "CREATE TABLE touched (id INTEGER PRIMARY KEY NOT NULL)";
        if (definition_->is_table) return base::format("CREATE TABLE filled{}", definition_->body);
        key_columns_.assign(keys_.size(), -1);
        std::string columns;
        const auto add = [&](int place, std::string_view name, std::string_view type) {
            if (const auto key = std::ranges::find(keys_, name); key != keys_.end())
                key_columns_[static_cast<std::size_t>(key - keys_.begin())] = place;
            columns.append(columns.empty() ? "\"" : ", \"").append(name).append("\" ").append(type);
        };
        if (!definition_->columns.empty()) {
            int place = 0;
            for (const auto name : words_of(definition_->columns))
                add(place++, name, {});
        } else {
            const auto& rows = question(is_few() ? whole : 0);
            for (int place = 0; place < rows.width(); ++place)
                add(place, rows.name(place), rows.type(place));
        }
        return "CREATE TABLE asked (" + columns + ")";
    }

    Access access(std::span<const int> known) const override {
        for (std::size_t key = 0; key < key_columns_.size(); ++key)
            if ((!is_few() || is_kept()) &&
                std::ranges::find(known, key_columns_[key]) != known.end())
                return {.key = static_cast<int>(key),
                        .column = key_columns_[key],
                        .rows = keys_[key] == "id" ? 1 : 5,
                        .cost = is_kept() ? 5.0 : 20.0};
        if (is_few()) return {.key = whole, .rows = 3, .cost = 10};
        // Whatever is not about the matters touched has the years on file.
        return {.key = whole, .rows = 1'000'000, .cost = 1e8};
    }

    void rows(int key, std::int64_t value, std::vector<const Rows*>& found) override {
        if (key == whole) {
            found.push_back(&all_rows());
        } else if (is_kept()) {
            if (!is_sorted_) sort_by_key();
            if (const auto rows = by_key_.find({0, value}); rows != by_key_.end())
                found.push_back(&rows->second);
        } else {
            auto rows = by_key_.find({key, value});
            if (rows == by_key_.end())
                rows = by_key_.emplace(std::pair(key, value), read(key, value)).first;
            found.push_back(&rows->second);
        }
    }

    void forget() {
        all_rows_.reset();
        by_key_.clear();
        is_sorted_ = false;
    }
    void fill(Rows rows) { all_rows_ = std::move(rows); }

  private:
    /// The key of a question for all rows.
    static constexpr int whole = -1;

    bool is_view() const { return definition_ != nullptr && !definition_->is_table; }
    bool is_kept() const { return is_view() && !definition_->kept_by.empty(); }
    /// Of nothing but what was touched.
    bool is_few() const { return !is_view() || is_kept() || name_.starts_with("scope_"); }

    std::string sql_of(int key) const {
        const KeyIs none{};
        if (key == whole)
            return select_of(*definition_, true,
                             is_kept() ? KeyIs{definition_->kept_by, of_touched} : none);
        const auto column = keys_[static_cast<std::size_t>(key)];
        if (is_asked_inside(*definition_)) return select_of(*definition_, true, {column, " = ?1"});
        return base::format("SELECT * FROM ({}) WHERE {} = ?1", select_of(*definition_, true),
                            column);
    }

    Prepared& question(int key) {
        auto& one = questions_[key];
        if (!one)
            one = std::make_unique<Prepared>(all_.connection_.handle(),
                                             all_.written_out(sql_of(key)));
        return *one;
    }

    Rows read(int key, std::optional<std::int64_t> value) {
        Rows rows;
        question(key).run(value, [&](const Prepared& row) { rows.push_back(row.row()); });
        return rows;
    }

    /// Of what it has rows of nothing is seen.
    bool is_unseen() const {
        return is_view() && !definition_->seen_by.empty() && !all_.sees(definition_->seen_by);
    }

    const Rows& all_rows() {
        if (!all_rows_ && is_unseen()) all_rows_.emplace();
        if (!all_rows_)
            all_rows_ = is_view()                ? read(whole, {})
                        : definition_ != nullptr ? all_.fill_(name_)
                                                 : Rows{};
        return *all_rows_;
    }

    /// What is kept, by the matter it belongs to.
    void sort_by_key() {
        const auto key = static_cast<std::size_t>(key_columns_.front());
        for (const auto& row : all_rows())
            by_key_[{0, std::get<std::int64_t>(row[key])}].push_back(row);
        is_sorted_ = true;
    }

    Relations& all_;
    std::string name_;
    const ScopeDefinition* definition_;  ///< none of what was touched
    std::vector<std::string_view> keys_;
    std::vector<int> key_columns_;  ///< their places among the columns
    std::map<int, std::unique_ptr<Prepared>> questions_;
    std::optional<Rows> all_rows_;
    std::map<std::pair<int, std::int64_t>, Rows> by_key_;  ///< by which key, and its value
    bool is_sorted_ = false;                               ///< what is kept, into `by_key_`
};

Relations::Relations(store::Connection& connection) : connection_(connection) {
    for (const auto kind : touched_kinds)
        relations_.push_back(
            std::make_unique<Relation>(*this, std::string(touched_prefix).append(kind), nullptr));
    for (const auto& definition : scope_definitions())
        if (definition.is_written_out())
            written_out_.push_back(&definition);
        else
            relations_.push_back(
                std::make_unique<Relation>(*this, std::string(definition.name), &definition));
    try {
        for (const auto& relation : relations_)
            offer_table(connection_, relation->name(), *relation);
    } catch (...) {
        withdraw();
        throw;
    }
}

Relations::~Relations() {
    withdraw();
}

void Relations::withdraw() noexcept {
    for (const auto& relation : relations_)
        withdraw_table(connection_, relation->name());
}

void Relations::judge(const std::set<std::pair<std::string, std::int64_t>>& touched, Signs signs,
                      Fill fill) {
    signs_ = std::move(signs);
    fill_ = std::move(fill);
    for (const auto& relation : relations_)
        relation->forget();
    for (std::size_t kind = 0; kind < touched_kinds.size(); ++kind) {
        TableInMemory::Rows rows;
        for (const auto& [one, id] : touched)
            if (one == touched_kinds[kind]) rows.push_back({id});
        relations_[kind]->fill(std::move(rows));
    }
}

bool Relations::sees(std::string_view words) const {
    return any_word(words, [&](std::string_view word) { return signs_.contains(word); });
}

std::string Relations::runnable(std::string_view sql) const {
    constexpr std::string_view mark = "UNION ALL -- when: ";
    std::string seen;
    for (auto at = sql.find(mark); at != sql.npos; at = sql.find(mark)) {
        const auto words = sql.substr(at + mark.size(), sql.find('\n', at) - at - mark.size());
        const auto end = end_of_part(sql, at);
        seen.append(sql.substr(0, sees(words) ? end : at));
        sql.remove_prefix(end);
    }
    return seen.empty() ? written_out(sql) : written_out(seen.append(sql));
}

std::string Relations::written_out(std::string_view sql) const {
    // In the order of the files, so that each stands behind what it reads.
    std::set<const ScopeDefinition*> read;
    const auto note = [&](const auto& self, std::string_view text) -> void {
        for_each_name(text, [&](std::string_view name) {
            for (const auto* definition : written_out_)
                if (definition->name == name && read.insert(definition).second)
                    self(self, definition->body);
        });
    };
    note(note, sql);
    if (read.empty()) return std::string(sql);
    std::string written = "WITH ";
    for (const auto* definition : read)
        written += base::format("{} AS NOT MATERIALIZED ({}),\n", definition->name,
                                select_of(*definition, false));
    constexpr std::string_view with = "WITH ";
    if (const auto own = sql.find(with); own != sql.npos && sql.find_first_not_of(" \n") == own) {
        sql.remove_prefix(own + with.size());
        return written.append(sql);
    }
    written.resize(written.size() - 2);
    return written.append("\n").append(sql);
}

void Relations::make_known(std::string_view sql) {
    for_each_name(sql, [&](std::string_view name) {
        const auto known = std::ranges::find(relations_, name, &Relation::name);
        if (known != relations_.end())
            const Query met(connection_, base::format("SELECT 1 FROM {} LIMIT 0", name));
    });
}

}  // namespace huiyin::rulebook
