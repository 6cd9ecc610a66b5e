#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/gate/identity.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/connection.hpp"

/// The one way to write: lock, transaction, session, records, rules, journal, commit.
///
/// Every function taking a Session opens the store itself and reports every error, SQLite's
/// included, as a Failure: what `store::open_to_write` or `open_to_read` throws, `failed`
/// where the machine lacks the office's time zone, `integrity` where the journal's end was altered,
/// `not_permitted` for those who may not, `interrupted` by a signal. Unless said otherwise nothing
/// is recorded then. A denial is recorded, except in a dry run: as its own entry, or in the
/// system's log where the store cannot be written.
namespace huiyin::gate {

/// Which store, and who is at it.
struct Session {
    std::filesystem::path store;
    Identity identity;
    bool dry_run = false;  ///< everything runs, the rules too, and is then taken back
    /// Called with the office's language as soon as the store is open: errors are said in it, too.
    std::function<void(base::Language)> on_language = {};
    /// Called with what is on record from now on, whatever goes wrong afterwards: numbers, with
    /// blanks between them.
    std::function<void(std::string numbers)> on_commit = {};
};

/// Provenance as it was typed; resolved to a time and a person once the store is held.
struct TypedProvenance {
    std::optional<base::TypedTime> at;
    std::optional<std::string> by;
    std::optional<std::string> as_happened;
    std::optional<std::string> witness;
    std::optional<std::string> late_reason;
};

/// A writing command, ready to run.
struct Command {
    std::string line;  ///< as the journal keeps it: personal values masked
    /// Of a batch's line, which has no entry of its own unless it is denied: says it then.
    std::function<std::string()> tell_line = {};
    std::optional<std::string> acting_as;  ///< `--as` of a batch's line; else the session's
    std::vector<Right> rights;             ///< all of them are needed
    TypedProvenance provenance;
    std::optional<std::string> key;        ///< `--key`
    std::string arguments;                 ///< what a key is compared by; may hold personal values
    std::vector<base::Text> remarks = {};  ///< on how it was read; handed on with the outcome
    bool leaves_trace = false;             ///< journaled even if no row changes
    bool erases = false;                   ///< the file is rewritten so that no erased byte remains
    bool audits = false;                   ///< runs its own Checker; the gate closes its own first
    bool reads_files = false;              ///< which may not be there to be read again
    /// In a replay of an export: when it was first recorded, used as its now.
    std::optional<base::Instant> recorded_at = {};
    /// Puts it on file. Called again, from the same state, where it turns out to be a correction,
    /// or where a later line of its batch is taken back. What it throws ends the command, and what
    /// it wrote is taken back.
    std::function<records::WriteResult(const records::Writing&)> record;
};

/// What a writing command came to.
struct Outcome {
    std::string no;  ///< the number created or acted on; a name for staff, policy and the like
    std::int64_t seq = 0;  ///< the journal entry; 0 where nothing had to be written
    bool replayed = false;
    bool dry_run = false;
    std::string timezone;       ///< the office's, in which its times are shown
    base::Instant at;           ///< when it happened
    base::Instant recorded_at;  ///< the command's now
    std::vector<std::string> opened;
    std::vector<rulebook::Finding> findings;  ///< breaches and notices
    std::vector<rulebook::Deadline> due;
    std::vector<base::Text> remarks;  ///< on how the command was read
};

/// The compliance checker refused; nothing was recorded. Carries every finding that refuses, each
/// with its clause. Its code is Exit::refused.
class Refusal : public base::Failure {
  public:
    explicit Refusal(std::vector<rulebook::Finding> findings);
    const std::vector<rulebook::Finding>& findings() const noexcept { return findings_; }

  private:
    std::vector<rulebook::Finding> findings_;
};

/// Runs one command and commits it. Finds in turn who acts, whether the `--key` came before, and
/// the rights; then runs `record`, and the rules over what that wrote. Throws Refusal where these
/// refuse it; Failure{key_conflict} for a key that came before with other arguments; Failure{usage}
/// for a time or doer that cannot be (as `base::resolve`, `records::require_with_us`).
/// Two failures come after the commit, when `on_commit` was called: the disk did not confirm what
/// stands all the same, or the file could not be written anew after an erasure. Both are `failed`.
Outcome write(const Session& session, const Command& command);

/// Writes the file anew, so that no byte of what was erased is left in it. Records nothing. For
/// administrators.
void scrub(const Session& session, const std::string& line);

/// What became of one line of a batch: an outcome or a failure.
struct LineResult {
    std::optional<Outcome> outcome;
    std::exception_ptr failure;  ///< a Failure, a Refusal among them; null beside an outcome
};

/// The command of a batch's next line; nothing after the last. What it throws as a Failure is why
/// that line has none; Exit::interrupted and anything else end the batch.
using NextCommand = std::function<std::optional<Command>()>;
/// Takes what became of each line, in order. An outcome stands only if the batch is kept.
using TakeResult = std::function<void(LineResult)>;

/// Runs many commands in one transaction with one `now`, but for those that say when they were
/// recorded first; the store is held from the first to the last, so that neither function may wait
/// for anything. With `skip_failures` the good ones are committed; otherwise one failure takes all
/// back. Returns whether the batch is kept, or in a dry run would be. A line's failure is in its
/// result; what ends the whole batch is thrown, after the commit the same two as by `write`.
bool write_batch(const Session& session, const NextCommand& next, const TakeResult& take,
                 const std::string& line, bool skip_failures);

/// Makes a new store with its office, opened now; whoever runs it becomes its administrator. With a
/// group its members share folder and files. Throws Failure{failed} where something is already
/// there, and what `store::require_group` and `share_folder` throw; then no file is left.
Outcome found_store(const Session& session, records::Office office, const std::string& line,
                    const std::optional<std::string>& group = {});

/// An open store for a reading command.
struct Reading {
    store::Connection connection;
    records::Office office;
    base::Zone zone;
    base::Instant now;             ///< the moment that is shown; read once
    records::StaffEdition viewer;  ///< who looks, as of `now`
    std::int64_t version = 0;      ///< `store::data_version`, when it was opened
    bool reveals = false;  ///< names and numbers in full were asked for, and that is on record
};

/// Whether somebody committed since it was opened: what was read statement by statement may then be
/// of two moments. Of one that is read of one moment, whether that failed. No more is to be read
/// then. Throws nothing but SQLite::Exception.
bool overtaken(Reading& reading);

/// Whether an error came of reading while a program wrote that keeps no pages for readers: it is
/// then to be read again. Throws nothing.
bool was_misread(Reading& reading);

/// What `read` gives, if all of it is of one moment; nothing where the store is to be opened and
/// read again. Throws what `read` does, unless that came of being misread.
template <typename Read>
std::optional<std::invoke_result_t<Read&>> read_unless_overtaken(Reading& reading, Read read) try {
    auto result = read();
    return overtaken(reading) ? std::nullopt : std::optional(std::move(result));
} catch (const std::exception&) {
    if (!was_misread(reading)) throw;
    return {};
}

/// Opens the store to read, for a member of staff who has the right.
Reading open_to_read(const Session& session, const std::string& line, Right right = Right::read);

/// The same of one moment, where that can be had without keeping anybody waiting
/// (`store::begin_moment`); else as it is, statement by statement.
Reading open_at_one_moment(const Session& session, const std::string& line,
                           Right right = Right::read);

/// The same for completion: leaves no trace of any kind and throws nothing; nothing where the store
/// cannot be read, or not by this person.
std::optional<Reading> peek(const Session& session);

/// The store as one moment saw it, for long readings that need a right of their own: clerks never
/// wait for them.
Reading open_private_copy(const Session& session, const std::string& line, Right right);

/// For what is shown of one moment and was read so often in vain: at first as it is, most readings
/// being over before anybody commits; then of one moment, and at last as a private copy, for which
/// whoever writes has to wait.
Reading open_to_show(const Session& session, const std::string& line, Right right, int readings);

}  // namespace huiyin::gate
