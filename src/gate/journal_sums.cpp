#include "journal_sums.hpp"

#include "huiyin/store/store.hpp"

namespace huiyin::gate {

void JournalSums::take(const std::string& head, std::string_view changeset, std::string_view hash) {
    const auto taken = chain_.take(head, changeset, hash);
    const auto* entry = std::get_if<EntryHead>(&taken);
    if (entry == nullptr) throw Doubt{};
    changes_.add(changeset);
    if (migrations_ < last_migration_of_rows)
        rebuild(*entry, changeset);
    else if (entry->kind == "migration" && !is_migration(*entry, migrations_))
        throw Doubt{};
    if (entry->kind == "migration") ++migrations_;
}

void JournalSums::rebuild(const EntryHead& head, std::string_view changeset) {
    if (!replay_) {
        rebuilt_ = std::make_unique<store::Connection>(store::scratch());
        replay_ = std::make_unique<Replay>(*rebuilt_, [](const Fault&) { throw Doubt{}; });
    }
    if (!replay_->take(head.seq, head, changeset)) throw Doubt{};
    if (head.kind != "migration") return;
    changes_.add(replay_->migrated_rows());
    if (replay_->migrations() < last_migration_of_rows) return;
    replay_.reset();
    rebuilt_.reset();
}

}  // namespace huiyin::gate
