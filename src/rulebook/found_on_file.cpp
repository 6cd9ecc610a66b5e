#include "huiyin/rulebook/found_on_file.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "found.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "second_judge.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

constexpr std::string_view columns_of_found =
    "rule, severity, subject, since, open, explained, row, avoidable, "
    "to_be_explained, stood,"
    " columns, cells";

/// The place of a pointer among those that were met.
template <typename Thing>
std::int64_t place_of(std::vector<const Thing*>& met, const Thing* thing) {
    const auto found = std::ranges::find(met, thing);
    const auto place = std::distance(met.begin(), found);
    if (found == met.end()) met.push_back(thing);
    return place;
}

std::int64_t matters_on_file(store::Connection& connection) {
    return store::find_integer(connection, "SELECT max(id) FROM main.matter").value_or(0);
}

/// What a second process judges: of the portions those that it takes.
void judge_share(RuleEngine& engine, StoreJudgement::Wanted wanted, const SharedPortions& portions,
                 const StoreJudgement::Take& tell) {
    auto rules = engine.rules();
    std::erase_if(rules, std::not_fn(goes_by_portions));
    wanted.portions = &portions;
    StoreJudgement(engine).evaluate(rules, wanted, [&](Evaluation&& part) {
        settle_refusals_on_file(engine, part.findings);
        keep_pending(part.deadlines, engine.now());
        tell(std::move(part));
    });
}

}  // namespace

class FoundOnFile::Kept {
  public:
    explicit Kept(RuleEngine& engine) : engine_(engine), connection_(store::scratch()) {
        connection_.execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE typed (id TEXT NOT NULL, portion INTEGER NOT NULL, turn INTEGER NOT "
            "NULL, rule INTEGER NOT NULL,"
            " severity TEXT NOT NULL, subject TEXT NOT NULL, since INTEGER NOT NULL,"
            " open INTEGER NOT NULL, explained INTEGER NOT NULL, row INTEGER NOT NULL,"
            " avoidable INTEGER NOT NULL, to_be_explained INTEGER NOT NULL, stood INTEGER NOT NULL,"
            " columns INTEGER NOT NULL, cells BLOB NOT NULL) STRICT; BEGIN");
    }

    void add(const Found& found) {
        const bool explained =
            engine_.maker().explanation_of(*found.rule, found.subject, found.since).has_value();
        static const auto insert = base::format(
            "INSERT INTO typed (id, portion, turn, {})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            columns_of_found);
        store::run(connection_, insert, found.rule->id, found.portion, found.turn,
                   place_of(rules_, found.rule), found.severity, found.subject, found.since,
                   found.open, explained, found.row, found.avoidable, found.to_be_explained,
                   found.stood, place_of(columns_, found.columns), store::Blob{found.cells});
    }

    /// Of one time and rule in the order of matters, of weeks and months in that of their names,
    /// whoever judged them and when.
    void finish(std::vector<Finding>&& told) {
        connection_.execute(
            base::format("CREATE TABLE found AS SELECT {} FROM typed ORDER BY since, id, portion,"
                         " iif(portion = 0, subject, ''), turn;"
                         "DROP TABLE typed;"
                         "CREATE INDEX found_by_rule ON found (rule); COMMIT",
                         columns_of_found));
        told_ = std::move(told);
    }

    template <typename Take>
    void for_each(const Rule* only, Take take) {
        const auto all = base::format("SELECT {} FROM found{} ORDER BY rowid", columns_of_found,
                                      only == nullptr ? "" : " WHERE rule = ?");
        Query row(connection_, all);
        if (only != nullptr) row.bind(1, place_of(rules_, only));
        while (row.next()) {
            const auto subject = row.text(2);
            take(Brief{.rule = rules_.at(static_cast<std::size_t>(row.integer(0))),
                       .severity = lasting_severity(row.text(1)),
                       .subject = subject,
                       .since = row.time(3),
                       .open = row.flag(4),
                       .explained = row.flag(5)},
                 [&] { return finding_of(row); });
        }
        // They are of now, as nothing else is.
        for (const auto& finding : told_)
            if (only == nullptr || finding.rule == only)
                take(Brief{.rule = finding.rule,
                           .severity = finding.severity,
                           .subject = finding.subject,
                           .since = finding.since,
                           .open = finding.open},
                     [&] { return finding; });
    }

  private:
    Finding finding_of(const Query& row) {
        const Found found{.rule = rules_.at(static_cast<std::size_t>(row.integer(0))),
                          .severity = lasting_severity(row.text(1)),
                          .subject = row.text(2),
                          .since = row.time(3),
                          .row = row.integer(6),
                          .avoidable = row.integer(7),
                          .open = row.flag(4),
                          .to_be_explained = row.flag(8),
                          .stood = row.flag(9),
                          .columns = columns_.at(static_cast<std::size_t>(row.integer(10))),
                          .cells = std::string(row.blob(11))};
        auto finding = engine_.maker().tell(found);
        if (row.flag(5))
            finding.explanation =
                engine_.maker().explanation_of(*found.rule, found.subject, found.since);
        return finding;
    }

    RuleEngine& engine_;
    store::Connection connection_;
    std::vector<const Rule*> rules_;
    std::vector<const Columns*> columns_;
    std::vector<Finding> told_;
};

/// What is found, in the order of an audit: what stood before a correction waits until the rest is
/// there.
class FoundOnFile::Gathering {
  public:
    Gathering(RuleEngine& engine, const Judgement& judgement, Kept& kept,
              std::vector<Deadline>& due, VerdictComparison* comparison = nullptr)
        : engine_(engine),
          stood_(engine, judgement),
          kept_(kept),
          due_(due),
          comparison_(comparison) {}

    void take(Evaluation&& part) {
        settle_refusals_on_file(engine_, part.findings);
        for (auto& found : part.findings)
            take(std::move(found), matter_or_none(found.subject));
        if (comparison_ != nullptr)
            for (const auto& deadline : part.deadlines)
                comparison_->take(deadline, matter_or_none(deadline.subject));
        keep_pending(part.deadlines, engine_.now());
        std::ranges::move(part.deadlines, std::back_inserter(due_));
    }

    void take(Found&& found, std::int64_t matter) {
        found.portion = matter;
        found.turn = ++turn_;
        if (comparison_ != nullptr) comparison_->take(found, matter);
        if (stood_.concerns(found.subject))
            beside_those_.push_back(std::move(found));
        else
            kept_.add(found);
    }

    void finish(std::vector<Finding>&& unable) {
        stood_.add_to(beside_those_);
        for (const auto& found : beside_those_)
            kept_.add(found);
        kept_.finish(std::move(unable));
        keep_pending(due_, engine_.now());
    }

  private:
    std::int64_t matter_or_none(std::string_view subject) const {
        return matter_of(engine_.connection(), subject).value_or(0);
    }

    RuleEngine& engine_;
    const StoodBefore stood_;
    Kept& kept_;
    std::vector<Deadline>& due_;
    VerdictComparison* comparison_;
    std::vector<Found> beside_those_;
    std::int64_t turn_ = 0;
};

FoundOnFile::FoundOnFile(store::Connection& connection, const base::Zone& zone, base::Instant now,
                         Judging judging, const Sharing& sharing)
    : engine_(std::make_unique<RuleEngine>(connection, zone, now)) {
    if (judging == Judging::whats_unjudged)
        if (const auto through = judged_through(connection, now))
            if (judge_unjudged(*through, sharing)) return;
    const bool compares = judging == Judging::afresh;
    if (!judge(&sharing, compares)) judge(nullptr, compares);
}

/// Says whether it is whole: a second process may have come to grief, where one is wanted.
bool FoundOnFile::judge(const Sharing* sharing, bool compares) {
    kept_ = std::make_unique<Kept>(*engine_);
    due.clear();
    StoreJudgement judgement(*engine_);
    if (compares) comparison_ = std::make_unique<VerdictComparison>(*engine_);
    Gathering gathering(*engine_, judgement, *kept_, due, comparison_.get());
    const auto take = [&](Evaluation&& part) { gathering.take(std::move(part)); };
    StoreJudgement::Wanted wanted{.condition = pending_or_missed, .only_what_stands = true};
    const SharedPortions portions(sharing == nullptr ? portion_size
                                                     : std::min(sharing->portion, portion_size));
    std::optional<SecondJudge> second;
    if (sharing != nullptr && matters_on_file(engine_->connection()) >= sharing->worth_it)
        second.emplace(*engine_, [&](RuleEngine& engine, const StoreJudgement::Take& tell) {
            judge_share(engine, wanted, portions, tell);
        });
    const bool shares = second && second->is_there();
    if (shares) wanted.portions = &portions;
    judgement.evaluate(engine_->rules(), wanted, take);
    if (shares && !second->hand_over(take)) return false;
    gathering.finish(judgement.take_unable());
    return true;
}

/// Says whether it did: where most is unjudged two processes are quicker at all of it.
bool FoundOnFile::judge_unjudged(std::int64_t through, const Sharing& sharing) {
    const auto unjudged = choose_unjudged(engine_->connection(), through);
    if (unjudged > std::max(through / 2, sharing.worth_it)) return false;
    kept_ = std::make_unique<Kept>(*engine_);
    StoreJudgement judgement(*engine_, StoreJudgement::Chosen{});
    Gathering gathering(*engine_, judgement, *kept_, due);
    judgement.evaluate(engine_->rules(),
                       {.condition = pending_or_missed,
                        .unjudged_periods = true,
                        .posts_judged_through = through,
                        .only_what_stands = true},
                       [&](Evaluation&& part) { gathering.take(std::move(part)); });
    for_each_kept(*engine_, through, [&](Found&& found, auto matter) {
        if (!is_of_posts(*found.rule)) gathering.take(std::move(found), matter.value_or(0));
    });
    gathering.finish(judgement.take_unable());
    return true;
}

FoundOnFile::~FoundOnFile() = default;

std::vector<std::string> FoundOnFile::differences() const {
    return comparison_ ? comparison_->differences() : std::vector<std::string>{};
}

std::vector<std::string> FoundOnFile::forgotten() const {
    std::set<std::string, std::less<>> running;
    const auto note = [&](const Rule& rule, std::string_view subject) {
        if (rule.form == Form::clock) running.emplace(subject);
    };
    for (const auto& deadline : due)
        note(*deadline.rule, deadline.subject);
    for_each_brief([&](const Brief& one) {
        if (one.open) note(*one.rule, one.subject);
    });
    std::vector<std::string> subjects;
    for (const auto& subject : running)
        if (store::find_integer(engine_->connection(),
                                "SELECT 1 FROM main.matter m WHERE m.no = ?"
                                " AND (m.closed_at IS NOT NULL OR m.voided_at IS NOT NULL)"
                                " AND NOT EXISTS (SELECT 1 FROM main.owing o"
                                " WHERE o.matter = m.id)",
                                subject))
            subjects.push_back(subject);
    return subjects;
}

std::optional<std::string> FoundOnFile::would_be_blamed(const Deadline& deadline) const {
    return rulebook::would_be_blamed(*engine_, deadline);
}

void FoundOnFile::for_each_brief(const std::function<void(const Brief&)>& visit) const {
    kept_->for_each(nullptr, [&](const Brief& brief, const auto&) { visit(brief); });
}

void FoundOnFile::for_each(const Wanted& wanted, const Visit& visit) const {
    kept_->for_each(nullptr, [&](const Brief& brief, const auto& tell) {
        if (wanted(brief)) visit(tell());
    });
}

void FoundOnFile::for_each_of(const Rule& rule, const Wanted& wanted, const Visit& visit) const {
    kept_->for_each(&rule, [&](const Brief& brief, const auto& tell) {
        if (wanted(brief)) visit(tell());
    });
}

}  // namespace huiyin::rulebook
