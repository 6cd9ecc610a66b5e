#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>

#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::gate {

class Savepoint;

/// Recorded, as far as anybody can read; whether it survives a power cut is not known.
class Unconfirmed : public base::Failure {
  public:
    explicit Unconfirmed(const char* error);
};

/// That a copy was put in a store's place: what the copy knew, and what was lost by it.
struct Restoration {
    std::int64_t entries = 0;  ///< of the copy
    std::int64_t lost = 0;     ///< entries of the replaced store that it lacks
    std::optional<std::string>
        lost_head;                      ///< the replaced store's last hash, where it could be read
    std::optional<std::string> reason;  ///< why they were given up
};

/// A held store with an open transaction. Unless `commit()` is reached, nothing has happened.
class Transaction {
  public:
    Transaction(store::WritableStore store, const Session& session);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Records one command and has the rules judge it; on any failure, what it wrote is taken back
    /// and the transaction stays usable.
    Outcome perform(const Command& command);

    /// For several commands that are taken back together: `mark` says from where on, and
    /// `let_stand` that it is not to be. After a failure of `perform_behind_mark` that wrote
    /// something there is nothing but to take back.
    void mark();
    Outcome perform_behind_mark(const Command& command);
    void take_back_to_mark();
    void let_stand();
    /// Thrown by `perform_behind_mark` of a correction, which has to be taken back alone.
    struct NeedsSavepoint {};
    /// A number that grows with each row that is added, changed or removed.
    std::int64_t rows_written() const;
    /// Nothing of this is to be committed.
    void spoil() { spoiled_ = true; }

    /// Makes an existing store fit to build upon: its journal's end is sound, its schema this
    /// program's. Throws Failure{integrity}.
    void begin();

    /// Writes the journal entry for what was performed since the last one, if that was anything.
    /// Returns its sequence, 0 for none.
    std::int64_t close_entry(const std::string& line);

    /// An entry that changes nothing: someone was denied.
    void journal_denial(const std::string& line, const std::optional<std::string>& acting_as);

    /// Makes it all last. Throws SQLite::Exception where nothing was recorded, and
    /// `Unconfirmed` where it was, but the disk did not confirm it.
    void commit();

    /// After the commit, still under the writers' lock. What was erased is gone already, its pages
    /// overwritten; this leaves nothing in pages that SQLite had moved on from either. Throws
    /// Failure{failed}, with all that was committed on record.
    void finish_erasure();

    /// After the commit, as the last of all: others may write.
    void let_go();

    /// Ends without recording anything, and writes the file anew.
    void scrub_alone();
    void require_right(Right right);

    /// Performs the founding of an office: the one command without staff, rights and rules.
    void found(const records::Office& office);

    /// Puts on record that this store was made from a copy. It is no command of the staff's, so no
    /// role or rule judges it.
    void note_restoration(const Restoration& restoration);

    base::Instant now() const { return now_; }
    std::int64_t commands_in_entry() const { return commands_in_entry_; }

  private:
    /// What a command's handler wrote.
    struct Recorded {
        records::WriteResult result;
        std::size_t begin = 0;  ///< of what was recorded of it, and not taken back since
        /// Where it corrects a time: what refusal rules found before, as a ChangeSummary has it.
        decltype(rulebook::ChangeSummary::broken_before) broken_before;
        std::set<base::Instant> corrected;  ///< when what it took back happened, before and after
    };

    /// Whether the entries written here are in the store after a commit that failed.
    bool stands();
    /// Brings the schema up to this program's, one journal entry for each step.
    void migrate();
    Entry entry(EntryKind kind, const std::string& line) const;
    const records::StaffEdition& actor(const std::optional<std::string>& acting_as);
    const base::Zone& zone();
    records::Provenance provenance_of(const TypedProvenance& typed,
                                      const records::StaffEdition& actor);
    std::optional<Outcome> earlier_outcome(const Command& command, const std::string& arguments);
    /// What takes back what a command wrote that failed.
    enum class Behind { savepoint_of_its_own, mark };
    Outcome carry_out(const Command& command, Behind behind);
    /// Null: there is no savepoint of its own.
    Recorded record(const Command& command, const records::Writing& writing, Savepoint* savepoint);
    bool note_what_follows(const records::Writing& writing, const rulebook::ChangeSummary& touched,
                           const std::set<base::Instant>& corrected);
    void remember(const Command& command, const records::Writing& writing,
                  const std::string& arguments, const records::WriteResult& made);
    Outcome judged(const records::WriteResult& made, const records::Provenance& provenance,
                   const rulebook::ChangeSummary& touched);
    void note_for_entry(const Command& command, const records::StaffEdition& recorder,
                        const records::WriteResult& made, const rulebook::ChangeSummary& touched,
                        bool changed);
    /// The number of the entry at hand. It is read once: nobody else writes meanwhile.
    std::int64_t next_entry();
    Head put_on_journal(const Entry& written, std::string_view changeset);
    /// What records the changes of the entry at hand.
    store::ChangeRecorder& recorder();
    rulebook::Checker& checker();

    store::WritableStore store_;
    const Session& session_;
    /// Takes this for now, as where an export is recorded anew.
    void set_now(base::Instant now);

    base::Instant opened_at_;  ///< by the machine's clock; the journal's own time
    base::Instant now_;        ///< by which commands are judged
    bool open_ = true;
    bool spoiled_ = false;  ///< what a failed command wrote could not be taken back
    std::optional<std::int64_t> next_entry_;
    std::string head_;  ///< hash of the newest entry written here; empty before the first
    std::map<std::string, records::StaffEdition> actors_;  ///< by whom `--as` names
    std::set<std::string> acted_;                          ///< logins, since the last entry
    std::optional<base::Zone> zone_;
    std::unique_ptr<rulebook::Checker> checker_;
    std::optional<store::ChangeRecorder> recorder_;
    std::set<std::string> subjects_;
    std::int64_t commands_in_entry_ = 0;
    std::int64_t commands_before_mark_ = 0;
    bool changed_ = false;  ///< by a command since the last entry
    bool leaves_trace_ = false;
    bool erases_ = false;
};

}  // namespace huiyin::gate
