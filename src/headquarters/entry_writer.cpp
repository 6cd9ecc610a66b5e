#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/lock.hpp"
#include "ingest.hpp"
#include "migration_rows.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;

namespace {

/// Folded before they are sent: far cheaper than one by one. A batch's entries may be large.
constexpr std::int64_t entries_at_once = 10'000;
constexpr std::size_t bytes_at_once = std::size_t{64} << 20U;

}  // namespace

void EntryWriter::add(const BundledEntry& entry, const gate::EntryHead& head) {
    const bool is_migration = head.kind == "migration";
    if (is_migration) finish();
    last_ = head.seq;
    ++count_;
    bytes_ += entry.head.size() + entry.changeset.size();
    put_column_count(journal_, 5);
    std::string office;
    put_big_endian(office, static_cast<std::int32_t>(office_));
    put_field(journal_, office);
    put_field(journal_, big_endian(head.seq));
    put_field(journal_, entry.head);
    put_field(journal_, entry.changeset);
    put_field(journal_, entry.hash);
    if (is_migration) return migrate(head);
    if (!entry.changeset.empty()) {
        group_->add(entry.changeset);
        has_changes_ = true;
    }
    if (count_ >= entries_at_once || bytes_ >= bytes_at_once) finish();
}

void EntryWriter::finish() {
    store::require_not_interrupted();
    if (count_ == 0) return;
    if (keeps_journal_) {
        server_.begin_copy_in(
            "COPY journal (\"office\", seq, head, changeset, hash) FROM STDIN (FORMAT binary)");
        server_.copy_in(journal_);
        server_.end_copy_in();
    }
    journal_.clear();
    if (has_changes_) {
        apply(group_->folded());
        group_ = std::make_unique<store::ChangeGroup>();
    }
    has_changes_ = false;
    count_ = 0;
    bytes_ = 0;
}

void EntryWriter::apply(std::string_view changeset) {
    try {
        rows_.apply(changeset);
    } catch (const Misfit& misfit) {
        throw Failure(Exit::integrity,
                      {base::format("第 {} 条日志或其前 {} 条之内,表 {}:{}", last_, count_ - 1,
                                    misfit.table, misfit.what.zh),
                       base::format("journal entry {} or the {} before it, table {}: {}", last_,
                                    count_ - 1, misfit.table, misfit.what.en)});
    }
}

void EntryWriter::migrate(const gate::EntryHead& head) {
    const auto next = static_cast<std::size_t>(schema_);
    // Each once, in order, as `audit verify` wants them.
    if (!gate::is_migration(head, next))
        throw Failure(Exit::integrity,
                      compose({"第 {} 条日志:结构迁移 {} 不是本程序所知的",
                               "journal entry {}: this program does not know the migration {}"},
                              head.seq, head.command));
    apply(rows_of_migration(server_, office_, next));
    ++schema_;
}

}  // namespace huiyin::headquarters
