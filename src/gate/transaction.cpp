#include "transaction.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>

#include "correcting.hpp"
#include "denial.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/search.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/rulebook/verdicts.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "outstanding.hpp"
#include "savepoint.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// Ends a checker's life with the scope, unless it is kept.
class ResetOnExit {
  public:
    explicit ResetOnExit(std::unique_ptr<rulebook::Checker>& checker) : checker_(checker) {}
    ~ResetOnExit() {
        if (!kept_) checker_.reset();
    }
    ResetOnExit(const ResetOnExit&) = delete;
    ResetOnExit& operator=(const ResetOnExit&) = delete;

    void keep() { kept_ = true; }

  private:
    std::unique_ptr<rulebook::Checker>& checker_;
    bool kept_ = false;
};

}  // namespace

Unconfirmed::Unconfirmed(const char* error)
    : Failure(Exit::failed,
              base::compose({"磁盘没有确认写入成功({})", "the disk did not confirm the write ({})"},
                            error),
              Label{"不要重复登记;先检查磁盘,再查看该编号",
                    "do not record it again: check the disk, then look the number up"}) {}

Transaction::Transaction(store::WritableStore store, const Session& session)
    : store_(std::move(store)), session_(session) {
    store_.connection.execute("BEGIN IMMEDIATE");
    // Read after the wait for other writers, so that entries never run backwards.
    opened_at_ = base::machine_now();
    now_ = opened_at_;
}

void Transaction::set_now(base::Instant now) {
    if (now == now_) return;
    now_ = now;
    checker_.reset();
    actors_.clear();
}

Transaction::~Transaction() {
    checker_.reset();
    if (!open_) return;
    try {
        store_.connection.execute("ROLLBACK");
    } catch (const std::exception&) {
        // Rolled back already; closing the connection does the rest.
    }
}

const records::StaffEdition& Transaction::actor(const std::optional<std::string>& acting_as) {
    auto identity = session_.identity;
    if (acting_as) identity.acting_as = acting_as;
    const auto name = identity.acting_as.value_or("");
    auto found = actors_.find(name);
    if (found == actors_.end())
        found = actors_.emplace(name, acting_staff(store_.connection, identity, now_)).first;
    return found->second;
}

const base::Zone& Transaction::zone() {
    if (!zone_) zone_.emplace(records::zone_of(records::load_office(store_.connection)));
    return *zone_;
}

Head Transaction::put_on_journal(const Entry& written, std::string_view changeset) {
    auto head = append(store_.connection, written, changeset);
    head_ = head.hash;
    next_entry_ = head.entries + 1;
    return head;
}

std::int64_t Transaction::next_entry() {
    if (!next_entry_) next_entry_ = read_head(store_.connection).entries + 1;
    return *next_entry_;
}

store::ChangeRecorder& Transaction::recorder() {
    if (!recorder_) recorder_.emplace(store_.connection);
    return *recorder_;
}

rulebook::Checker& Transaction::checker() {
    if (!checker_) checker_ = std::make_unique<rulebook::Checker>(store_.connection, zone(), now_);
    return *checker_;
}

records::Provenance Transaction::provenance_of(const TypedProvenance& typed,
                                               const records::StaffEdition& actor) {
    const auto at = typed.at ? base::resolve(*typed.at, now_, zone()) : now_;
    auto doer = actor.staff;
    if (typed.by) {
        doer = records::require_staff(store_.connection, *typed.by);
        records::require_with_us(store_.connection, doer, at, zone());
    }
    return {.doer = doer,
            .at = at,
            .as_happened = typed.as_happened,
            .witness = typed.witness,
            .late_reason = typed.late_reason};
}

Outcome Transaction::perform(const Command& command) {
    return carry_out(command, Behind::savepoint_of_its_own);
}

Outcome Transaction::perform_behind_mark(const Command& command) {
    try {
        return carry_out(command, Behind::mark);
    } catch (...) {
        // What failed half way may have told of a row that never came to be.
        if (recorder_) recorder_->forget_ids();
        throw;
    }
}

Outcome Transaction::carry_out(const Command& command, Behind behind) {
    store::require_not_interrupted();
    if (command.recorded_at) set_now(*command.recorded_at);
    const auto& recorded_by = actor(command.acting_as);
    const auto arguments =
        command.key ? base::hex(base::blake2b({recorded_by.login, "\n", command.arguments}))
                    : std::string{};
    if (auto replay = earlier_outcome(command, arguments)) return *replay;
    require_rights(store_.connection, recorded_by, command.rights, now_);

    // A command that audits has a checker of its own; there is one at a time.
    if (command.audits) checker_.reset();
    std::optional<Savepoint> savepoint;
    if (behind == Behind::savepoint_of_its_own)
        savepoint.emplace(store_.connection, recorder(), spoiled_);
    // A rollback takes the temp views made since the savepoint, so the checker goes with them.
    ResetOnExit forget_checker(checker_);
    const records::Writing writing(store_.connection, zone(), now_, next_entry(), recorded_by,
                                   provenance_of(command.provenance, recorded_by), &recorder());
    auto made = record(command, writing, savepoint ? &*savepoint : nullptr);
    if (command.key) remember(command, writing, arguments, made.result);
    const auto rows = recorder().standing_since(made.begin);
    auto touched = rulebook::summary_of_changes(store_.connection, rows);
    touched.broken_before = std::move(made.broken_before);
    auto outcome = judged(made.result, writing.provenance(), touched);
    outcome.remarks = command.remarks;
    std::ranges::copy(made.result.remarks, std::back_inserter(outcome.remarks));
    const bool changed = note_what_follows(writing, touched, made.corrected) || !rows.empty();
    const bool tells_something = changed || command.leaves_trace;
    if (tells_something) {
        outcome.seq = writing.entry();
        note_for_entry(command, recorded_by, made.result, touched, changed);
    }
    if (savepoint) savepoint->keep();
    if (!command.audits) forget_checker.keep();
    if (tells_something) ++commands_in_entry_;
    return outcome;
}

/// Has the command's handler write. One that corrects something or makes it void writes twice: what
/// stands broken is asked in between of the records as they were, about everything that it touches.
Transaction::Recorded Transaction::record(const Command& command, const records::Writing& writing,
                                          Savepoint* savepoint) {
    auto& connection = store_.connection;
    const auto begin = recorder().position();
    const auto last_step = recorder().last_id("step");
    auto result = command.record(writing);
    if (!takes_something_back(connection, last_step)) return {std::move(result), begin, {}, {}};
    if (savepoint == nullptr) throw NeedsSavepoint();
    const auto subjects =
        rulebook::summary_of_changes(connection, recorder().changed_since(begin)).subjects;
    auto moments = moments_of(connection, subjects);
    savepoint->begin_again();
    checker_.reset();
    moments.merge(moments_of(connection, subjects));
    auto standing = checker().before_correction(subjects, moments);
    const auto begun_again = recorder().position();
    Recorded made{command.record(writing), begun_again, {}, {}};
    // What others owed goes on by itself; a matter that is void takes little of it away.
    if (voids_a_matter(connection, last_step)) {
        checker_.reset();
        leave_what_is_gone(standing, checker().before_correction(subjects, {}));
    }
    keep_standing(writing, standing, last_step);
    if (corrects_a_time(connection, last_step)) made.broken_before = std::move(standing.broken);
    made.corrected = std::move(moments);
    return made;
}

void Transaction::mark() {
    store::run(store_.connection, "SAVEPOINT mark");
    commands_before_mark_ = commands_in_entry_;
}

void Transaction::take_back_to_mark() {
    checker_.reset();
    recorder().forget_ids();
    store::run(store_.connection, "ROLLBACK TO mark");
    commands_in_entry_ = commands_before_mark_;
}

void Transaction::let_stand() {
    store::run(store_.connection, "RELEASE mark");
}

std::int64_t Transaction::rows_written() const {
    return sqlite3_total_changes64(store_.connection.handle());
}

/// What goes on file beside the record once it was judged: a late reason that no step has a place
/// for, which verdicts count no more, and what is still to be done about a matter that is closed.
/// Says whether a row changed.
bool Transaction::note_what_follows(const records::Writing& writing,
                                    const rulebook::ChangeSummary& touched,
                                    const std::set<base::Instant>& corrected) {
    const auto& reason = writing.provenance().late_reason;
    const bool has_no_place = reason && !touched.tables.empty() && !touched.tables.contains("step");
    if (has_no_place)
        writing.keep(place_of_late_reason, writing.entry(), std::string_view(*reason));
    rulebook::withdraw_verdicts(store_.connection, touched, corrected);
    const bool changed = update_outstanding(store_.connection, checker(), touched);
    return has_no_place || changed;
}

/// Before what was written is kept: rows without an entry would be found altered, an entry that
/// names one more does no harm.
void Transaction::note_for_entry(const Command& command, const records::StaffEdition& recorder,
                                 const records::WriteResult& made,
                                 const rulebook::ChangeSummary& touched, bool changed) {
    acted_.insert(recorder.login);
    subjects_.merge(rulebook::subject_names(store_.connection, touched.subjects));
    // It changed nothing that would tell what it was about.
    if (command.leaves_trace && !made.no.empty()) subjects_.insert(made.no);
    leaves_trace_ = leaves_trace_ || command.leaves_trace;
    erases_ = erases_ || (command.erases && changed);
    changed_ = changed_ || changed;
}

Outcome Transaction::judged(const records::WriteResult& made, const records::Provenance& provenance,
                            const rulebook::ChangeSummary& touched) {
    Outcome outcome;
    outcome.no = made.no;
    outcome.opened = made.opened;
    outcome.dry_run = session_.dry_run;
    outcome.timezone = zone().name();
    outcome.at = provenance.at;
    outcome.recorded_at = now_;
    auto verdict = checker().judge_change(touched, provenance);
    auto& findings = verdict.findings;
    const auto refused = std::ranges::stable_partition(
        findings, [](const rulebook::Finding& finding) { return finding.severity != "refuse"; });
    if (!refused.empty())
        throw Refusal(
            {std::make_move_iterator(refused.begin()), std::make_move_iterator(refused.end())});
    outcome.findings = std::move(findings);
    outcome.due = std::move(verdict.due);
    return outcome;
}

Entry Transaction::entry(EntryKind kind, const std::string& line) const {
    Entry entry{.kind = kind,
                .at = opened_at_,
                .identity = session_.identity,
                .staff = {},
                .command = line,
                .subjects = {},
                .sql_digest = {}};
    if (!acted_.empty()) entry.staff = base::format("{}", fmt::join(acted_, ", "));
    return entry;
}

std::int64_t Transaction::close_entry(const std::string& line) {
    if (!changed_ && !leaves_trace_) return 0;
    auto written = entry(EntryKind::command, line);
    written.subjects = std::exchange(subjects_, {});
    const auto head =
        put_on_journal(written, changed_ ? recorder().changeset() : store::Changeset{});
    recorder_.reset();
    changed_ = false;
    leaves_trace_ = false;
    acted_.clear();
    commands_in_entry_ = 0;
    return head.entries;
}

void Transaction::journal_denial(const std::string& line,
                                 const std::optional<std::string>& acting_as) {
    try {
        acted_.insert(actor(acting_as).login);
    } catch (const Failure&) {
        // Denied for being nobody on the staff: the entry then names the OS user alone.
    }
    put_on_journal(entry(EntryKind::denied, line), {});
}

void Transaction::commit() {
    store::require_not_interrupted();
    if (spoiled_)
        throw Failure(Exit::failed, Label{"有一条命令未能撤回,什么也没有登记",
                                          "a command could not be undone; nothing was recorded"});
    checker_.reset();
    records::bring_index_up_to_date(store_.connection);
    try {
        store_.connection.execute("COMMIT");
    } catch (const SQLite::Exception& error) {
        if (stands()) throw Unconfirmed(error.what());
        throw;
    }
    open_ = false;
}

void Transaction::finish_erasure() {
    if (!erases_) return;
    try {
        store::scrub(store_.connection);
    } catch (const SQLite::Exception& error) {
        throw Failure(
            Exit::failed,
            base::compose({"已登记并抹除,但数据文件未能重写({})",
                           "erased and on record, but the file could not be rewritten ({})"},
                          error.what()),
            Label{"排除后运行 huiyin resident scrub", "fix that and run huiyin resident scrub"});
    }
}

void Transaction::let_go() {
    recorder_.reset();
    store::let_go(std::move(store_));
}

void Transaction::require_right(Right right) {
    require_rights(store_.connection, actor({}), {right}, now_);
}

void Transaction::scrub_alone() {
    checker_.reset();
    store_.connection.execute("COMMIT");
    open_ = false;
    store::scrub(store_.connection);
}

// Once SQLite has emptied its own journal the commit stands; an error after that is told like one
// before it.
bool Transaction::stands() {
    try {
        store_.connection.execute("ROLLBACK");
        open_ = false;
    } catch (const std::exception&) {
        // There may be nothing left to roll back.
    }
    try {
        return !head_.empty() && read_head(store_.connection).hash == head_;
    } catch (const std::exception&) {
        return false;
    }
}

void Transaction::begin() {
    require_sound_end(store_.connection);
    migrate();
    if (session_.on_language)
        session_.on_language(records::load_office(store_.connection).language);
}

}  // namespace huiyin::gate
