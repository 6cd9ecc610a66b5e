#include "replica.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// As `audit verify` folds them.
constexpr std::int64_t entries_in_group = 1'000;

void add_journal_row(store::Connection& connection, const KeptEntry& kept) {
    store::run(connection, "INSERT INTO journal (seq, head, changeset, hash) VALUES (?, ?, ?, ?)",
               kept.seq, kept.entry.head, store::Blob{kept.entry.changeset},
               store::Blob{kept.entry.hash});
}

}  // namespace

Replica::Replica(Server& server, const Office& office, Journal journal)
    : connection_(store::scratch()), journal_(journal) {
    connection_.execute(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = "
        "OFF");
    gate::Chain chain;
    // A migration waits for no open row: entries come a page at a time.
    for_each_entry(server, EntrySource::journal(office.number), 1, office.head.entries,
                   [&](const KeptEntry& kept) { take(kept, require_next(chain, kept)); });
    apply_group(chain.entries);
    if (chain.entries != office.head.entries || chain.hash != office.head.hash)
        throw Failure(Exit::integrity, compose({"总部保存的日志缺第 {} 条",
                                                "journal entry {} is missing at headquarters"},
                                               chain.entries + 1));
}

void Replica::take(const KeptEntry& kept, const gate::EntryHead& head) {
    if (head.kind == "migration") {
        apply_group(kept.seq);
        migrate(head);
    } else if (!kept.entry.changeset.empty()) {
        group_->add(kept.entry.changeset);
        if (++in_group_ >= entries_in_group) apply_group(kept.seq);
    }
    if (journal_ == Journal::included) add_journal_row(connection_, kept);
}

void Replica::apply_group(std::int64_t last) {
    if (in_group_ == 0) return;
    try {
        store::apply(connection_, group_->folded());
    } catch (const Failure&) {
        throw Failure(
            Exit::integrity,
            compose({"日志第 {} 条或其前 {} 条之内的变更与此前不符",
                     "a change in entry {} or the {} before it does not fit what came before"},
                    last, in_group_));
    }
    group_ = std::make_unique<store::ChangeGroup>();
    in_group_ = 0;
}

void Replica::migrate(const gate::EntryHead& head) {
    if (!gate::is_migration(head, migrations_))
        throw Failure(Exit::integrity,
                      compose({"第 {} 条日志:结构迁移 {} 不是本程序所知的",
                               "journal entry {}: this program does not know the migration {}"},
                              head.seq, head.command));
    connection_.execute(store::migrations()[migrations_++].sql);
    // Order within a group is not kept.
    std::map<std::string, std::string> found;
    for (Query row(connection_,
                   "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql LIKE "
                   "'CREATE UNIQUE%'");
         row.next();)
        found.emplace(row.text(0), row.text(1));
    for (const auto& [name, sql] : found)
        connection_.execute(base::format("DROP INDEX main.{}", name));
    unique_indexes_.merge(found);
}

std::int64_t Replica::complete(Server& server, const Office& office) {
    std::int64_t texts = 0;
    const auto rows = server.copy_out(
        base::format("COPY (SELECT id, salt, value FROM said_text WHERE \"office\" = {} ORDER BY "
                     "id) TO STDOUT (FORMAT binary)",
                     office.number));
    for (CopiedRows row(rows); row.next(); ++texts) {
        const auto id = from_big_endian(row.value().value_or(""));
        const std::string salt(row.value().value_or(""));
        const std::string value(row.value().value_or(""));
        store::run(connection_, "INSERT INTO content (id, salt, value) VALUES (?, ?, ?)", id,
                   store::Blob{salt}, value);
    }
    // Whoever erased them left their rows.
    store::run(connection_,
               "INSERT OR IGNORE INTO content (id, salt, value) SELECT id, NULL, NULL FROM said "
               "WHERE erased_at IS NOT NULL");
    constexpr std::size_t has_spellings = 13;
    constexpr std::size_t has_register = 17;
    if (migrations_ >= has_spellings)
        connection_.execute(base::format(
            "DELETE FROM home_spelling; INSERT INTO home_spelling (unit, home) SELECT unit, "
            "home_of(unit) FROM matter WHERE unit IS NOT NULL {}",
            migrations_ >= has_register ? "UNION SELECT unit, home_of(unit) FROM home"
                                        : "GROUP BY unit"));
    for (const auto& [name, sql] : unique_indexes_)
        connection_.execute(sql);
    connection_.execute(base::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                     store::application_id, migrations_));
    return texts;
}

void Replica::write_to(const std::filesystem::path& file) {
    // The rows of a store are its owner's alone.
    const int made = open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0)
        throw Failure(
            Exit::failed,
            std::filesystem::exists(file)
                ? compose({"{} 已经存在,不会覆盖", "{} already exists and is not overwritten"},
                          file.string())
                : compose({"写不了 {}", "{} cannot be written"}, file.string()),
            Label{"换一个文件名:--out 文件", "give another name: --out FILE"});
    close(made);
    try {
        store::run(connection_, "VACUUM INTO ?", file.string());
    } catch (...) {
        std::error_code none;
        std::filesystem::remove(file, none);
        throw;
    }
}

}  // namespace huiyin::headquarters
