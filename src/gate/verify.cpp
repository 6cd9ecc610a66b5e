#include "huiyin/gate/verify.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::gate {

using base::compose;
using base::Label;
using store::Query;
using Json = nlohmann::ordered_json;

namespace {

/// Changesets folded before they are applied: far cheaper than one by one.
constexpr std::int64_t entries_per_group = 1'000;

/// Enough to see what happened; a store that is altered throughout needs no full list.
constexpr std::size_t most_faults = 100;

std::string shown(const std::optional<store::Value>& value) {
    if (!value || std::holds_alternative<std::nullptr_t>(*value)) return "∅";
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return fmt::format("{}", *number);
    if (const auto* real = std::get_if<double>(&*value)) return fmt::format("{}", *real);
    const auto& bytes = std::get<std::string>(*value);
    const bool is_text =
        std::ranges::all_of(bytes, [](unsigned char byte) { return byte >= 0x20 && byte != 0x7f; });
    return is_text && bytes.size() < 200 ? fmt::format("「{}」", bytes)
                                         : fmt::format("{} B", bytes.size());
}

/// The replay stands in `main`, the copy of the store in `live`.
class Verifier {
  public:
    explicit Verifier(const std::filesystem::path& path) : replay_(store::scratch()) {
        store::copy_into(replay_, "live", path);
        // What is replayed was checked when it was recorded; order within a group is not kept.
        replay_.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
    }

    Verification run() {
        check_file();
        if (replay_journal()) compare();
        check_texts();
        return std::move(result_);
    }

  private:
    void fault(base::Text what, std::optional<std::int64_t> seq = {}, std::string table = {},
               std::string row = {}) {
        if (result_.faults.size() < most_faults)
            result_.faults.push_back({seq, std::move(table), std::move(row), std::move(what)});
    }

    void check_file() {
        for (Query row(replay_, "PRAGMA live.integrity_check(10)"); row.next();)
            if (row.text(0) != "ok")
                fault(compose({"数据文件结构损坏:{}", "the file is damaged: {}"}, row.text(0)));
        for (Query row(replay_, "PRAGMA live.foreign_key_check"); row.next();)
            fault(compose({"表 {} 第 {} 行引用了不存在的记录", "{} row {} refers to no record"},
                          row.text(0), row.maybe_text(1).value_or("?")),
                  {}, row.text(0), row.maybe_text(1).value_or(""));
    }

    struct StoredEntry {
        std::int64_t seq;
        std::string head;
        std::string changeset;
        std::string hash;
    };

    /// One entry at a time: a migration cannot change the schema while a query is open.
    std::optional<StoredEntry> entry_after(std::int64_t seq) {
        Query row(replay_,
                  "SELECT seq, head, changeset, hash FROM live.journal WHERE seq > ?"
                  " ORDER BY seq LIMIT 1",
                  seq);
        if (!row.next()) return {};
        return StoredEntry{row.integer(0), row.text(1), std::string(row.blob(2)),
                           std::string(row.blob(3))};
    }

    /// False where the chain broke: what follows cannot be replayed.
    bool replay_journal() {
        std::string previous;
        while (const auto entry = entry_after(result_.head.entries)) {
            const auto expected = result_.head.entries + 1;
            if (entry->seq != expected) {
                fault(compose({"日志缺少第 {} 条", "journal entry {} is missing"}, expected),
                      expected);
                return false;
            }
            if (!check_entry(*entry, previous)) return false;
            previous = base::hex(entry->hash);
            result_.head = {entry->seq, previous};
            if (!take_entry(*entry)) return false;
        }
        if (result_.head.entries == 0) {
            fault(Label{"日志是空的", "the journal is empty"});
            return false;
        }
        return apply_group();
    }

    bool check_entry(const StoredEntry& entry, const std::string& previous) {
        const auto seq = entry.seq;
        if (entry_hash(entry.head, entry.changeset) != entry.hash) {
            fault(
                compose({"日志第 {} 条与其校验值不符", "journal entry {} does not match its hash"},
                        seq),
                seq);
            return false;
        }
        const auto json = Json::parse(entry.head, nullptr, false);
        if (!json.is_object() || json.value("seq", std::int64_t{0}) != seq ||
            json.value("previous", "?") != previous) {
            fault(compose(
                      {"日志第 {} 条不接前一条", "journal entry {} does not follow the one before"},
                      seq),
                  seq);
            return false;
        }
        return true;
    }

    bool take_entry(const StoredEntry& entry) {
        const auto seq = entry.seq;
        const auto& changeset = entry.changeset;
        const auto head = Json::parse(entry.head);
        if (head.value("kind", "") == "migration") return apply_group() && migrate(seq, head);
        if (changeset.empty()) return true;
        try {
            group_->add(changeset);
        } catch (const std::exception&) {
            fault(compose(
                      {"日志第 {} 条的变更集无法读出", "journal entry {} has no readable changes"},
                      seq),
                  seq);
            return false;
        }
        last_in_group_ = seq;
        return ++group_size_ < entries_per_group || apply_group();
    }

    bool apply_group() {
        if (group_size_ == 0) return true;
        try {
            store::apply(replay_, group_->folded());
        } catch (const base::Failure&) {
            fault(compose({"日志第 {} 条或其前 {} 条之内的变更与此前不符",
                           "a change in entry {} or the {} before it does not fit the history"},
                          last_in_group_, group_size_ - 1),
                  last_in_group_);
            return false;
        }
        group_ = std::make_unique<store::ChangeGroup>();
        group_size_ = 0;
        return true;
    }

    bool migrate(std::int64_t seq, const Json& head) {
        const auto all = store::migrations();
        const auto name = head.value("command", "");
        const auto found = std::ranges::find(all, name, &store::Migration::name);
        if (found == all.end() || base::hex(base::blake2b({found->sql})) != head.value("sql", "")) {
            fault(compose({"日志第 {} 条的结构迁移 {} 不是本程序所知的",
                           "entry {}: this program knows no such migration {}"},
                          seq, name),
                  seq);
            return false;
        }
        replay_.execute(found->sql);
        ++migrations_run_;
        for (const auto& index : unique_indexes())
            replay_.execute(fmt::format("DROP INDEX main.{}", index));
        return true;
    }

    std::vector<std::string> unique_indexes() {
        std::vector<std::string> names;
        for (Query row(replay_,
                       "SELECT name FROM main.sqlite_schema"
                       " WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'");
             row.next();)
            names.push_back(row.text(0));
        return names;
    }

    void compare() {
        if (!compare_schema()) return;
        std::vector<std::string> tables;
        for (Query row(replay_, "SELECT name FROM main.sqlite_schema WHERE type = 'table'");
             row.next();)
            if (store::is_journaled(row.text(0))) tables.push_back(row.text(0));
        for (const auto& table : tables)
            compare_table(table);
    }

    /// Tables, indexes, views and triggers are those of the migrations, no more and no fewer.
    bool compare_schema() {
        auto fresh = store::scratch();
        for (const auto& migration : store::migrations().first(migrations_run_))
            fresh.execute(migration.sql);
        const auto read = [](store::Connection& connection, std::string_view schema) {
            std::set<std::pair<std::string, std::string>> objects;
            for (Query row(connection,
                           fmt::format("SELECT name, sql FROM {}.sqlite_schema", schema));
                 row.next();)
                objects.emplace(row.text(0), row.maybe_text(1).value_or(""));
            return objects;
        };
        const auto expected = read(fresh, "main");
        const auto found = read(replay_, "live");
        std::vector<std::pair<std::string, std::string>> differing;
        std::ranges::set_symmetric_difference(expected, found, std::back_inserter(differing));
        for (const auto& object : differing)
            fault(compose({"结构 {} 与程序所建的不同",
                           "the schema object {} is not what this program "
                           "made"},
                          object.first),
                  {}, object.first);
        return differing.empty();
    }

    void compare_table(const std::string& table) {
        sqlite3_session* raw = nullptr;
        sqlite3session_create(replay_.handle(), "main", &raw);
        const std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session(
            raw, &sqlite3session_delete);
        char* message = nullptr;
        int code = sqlite3session_attach(raw, table.c_str());
        if (code == SQLITE_OK) code = sqlite3session_diff(raw, "live", table.c_str(), &message);
        sqlite3_free(message);
        int size = 0;
        void* bytes = nullptr;
        if (code == SQLITE_OK) code = sqlite3session_changeset(raw, &size, &bytes);
        const std::unique_ptr<void, decltype(&sqlite3_free)> owned(bytes, &sqlite3_free);
        if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);

        const auto columns = store::column_names(replay_, table);
        store::for_each_change({static_cast<const char*>(bytes), static_cast<std::size_t>(size)},
                               [&](const store::Change& change) { tell(change, columns); });
    }

    /// The difference as SQLite tells it is what would turn the live row into the replayed one.
    void tell(const store::Change& change, const std::vector<std::string>& columns) {
        std::string key;
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (change.in_key[column])
                key += (key.empty() ? "" : "/") + shown(change.value(column));
        if (const auto name = rulebook::name_of_row(replay_, change)) key += " · " + *name;

        if (change.kind == store::Change::Kind::inserted)
            fault(compose({"表 {} 的行 {} 被删去", "{} row {} was removed"}, change.table, key), {},
                  change.table, key);
        else if (change.kind == store::Change::Kind::deleted)
            fault(compose({"表 {} 的行 {} 不见于日志", "{} row {} is not in the journal"},
                          change.table, key),
                  {}, change.table, key);
        else
            for (std::size_t column = 0; column < columns.size(); ++column)
                if (change.new_values[column] && !change.in_key[column])
                    fault(
                        compose({"表 {} 的行 {} 的 {} 被改动:日志为 {},现为 {}",
                                 "{} row {}: {} was altered: {} in the journal, {} now"},
                                change.table, key, columns[column],
                                shown(change.new_values[column]), shown(change.old_values[column])),
                        {}, change.table, key);
    }

    void check_texts() {
        for (Query row(replay_,
                       "SELECT s.id, s.place, s.row, s.digest, s.erased_at,"
                       " coalesce(c.salt, f.salt), coalesce(c.value, f.bytes)"
                       " FROM live.said s LEFT JOIN live.content c ON c.id = s.id"
                       " LEFT JOIN live.file f ON f.id = s.id");
             row.next();) {
            const auto place = fmt::format("{} {}", row.text(1), row.integer(2));
            const bool present = !row.is_null(6) && !row.is_null(5);
            if (!row.is_null(4)) {
                if (present)
                    fault(compose({"{} 已记为抹除,内容却还在",
                                   "{} is on record as erased, yet is there"},
                                  place),
                          {}, "content", place);
            } else if (!present) {
                fault(compose({"{} 的内容缺失", "what {} said is missing"}, place), {}, "content",
                      place);
            } else if (records::said_digest(row.text(1), row.integer(2), row.blob(5),
                                            row.blob(6)) != row.blob(3)) {
                fault(compose({"{} 的内容被改动", "what {} said was altered"}, place), {},
                      "content", place);
            }
        }
        for (Query row(replay_,
                       "SELECT c.id FROM live.content c LEFT JOIN live.said s ON s.id = c.id"
                       " WHERE s.id IS NULL UNION ALL"
                       " SELECT f.id FROM live.file f LEFT JOIN live.said s"
                       " ON s.id = f.id AND s.place = 'attachment.file' WHERE s.id IS NULL");
             row.next();)
            fault(compose({"内容 {} 不属于任何记录", "the text {} belongs to no record"},
                          row.integer(0)),
                  {}, "content", fmt::format("{}", row.integer(0)));
    }

    store::Connection replay_;
    Verification result_;
    std::unique_ptr<store::ChangeGroup> group_ = std::make_unique<store::ChangeGroup>();
    std::int64_t group_size_ = 0;
    std::int64_t last_in_group_ = 0;
    std::size_t migrations_run_ = 0;
};

}  // namespace

Verification verify(const std::filesystem::path& store) {
    return store::explained(store.string(), [&] { return Verifier(store).run(); });
}

}  // namespace huiyin::gate
