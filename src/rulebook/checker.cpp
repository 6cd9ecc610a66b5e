#include "huiyin/rulebook/checker.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "functions.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/query.hpp"
#include "row.hpp"
#include "scope.hpp"

namespace huiyin::rulebook {

using base::Exit;
using base::Failure;
using store::Query;

namespace {

bool refuses(const Rule& rule) {
    return rule.severity == Severity::refuse || rule.severity == Severity::refuse_or_witness;
}

/// Small enough to stay in memory, large enough that preparing is nothing beside it.
constexpr int portion_size = 4'000;

bool judges_matters(const Rule& rule) {
    constexpr std::array<std::string_view, 5> others{"staff", "policy", "week", "month", "post"};
    return std::ranges::find(others, rule.judges) == others.end();
}

bool soonest(const Clock& left, const Clock& right) {
    return std::tie(left.due, left.subject, left.rule->id) <
           std::tie(right.due, right.subject, right.rule->id);
}

}  // namespace

class Checker::Context {
  public:
    Context(store::Connection& connection, const base::Zone& zone, base::Instant now)
        : connection_(connection),
          zone_(zone),
          functions_(connection, zone, now),
          scope_(connection) {
        connection_.execute(
            "CREATE TEMP TABLE IF NOT EXISTS touched (kind TEXT NOT NULL, id INTEGER NOT NULL,"
            " PRIMARY KEY (kind, id)) WITHOUT ROWID");
    }
    ~Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    base::Instant now() const { return functions_.now(); }

    void judge_everything() {
        functions_.read_policies_again();
        scope_.use(Scope::Over::everything);
    }

    /// From now on portions are taken of all matters.
    void choose_all() {
        functions_.read_policies_again();
        scope_.use(Scope::Over::portion);
        source_ = "main.matter";
    }

    /// From now on portions are taken of the matters, of one kind if it is named, whose deadlines
    /// may run, or on which something was done since a time.
    void choose_active(std::optional<base::Instant> since, std::optional<std::string_view> kind) {
        choose_all();
        source_ = "temp.chosen";
        connection_.execute(
            "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY NOT NULL);"
            "DELETE FROM temp.chosen WHERE true");
        store::run(connection_,
                   "INSERT INTO temp.chosen"
                   " SELECT id FROM main.matter WHERE closed_at IS NULL AND voided_at IS NULL"
                   " AND kind <> 'roster'"
                   " UNION SELECT matter FROM main.owing"
                   " UNION SELECT matter FROM main.step WHERE recorded_at >= ?1",
                   since);
        if (kind)
            store::run(connection_,
                       "DELETE FROM temp.chosen WHERE id NOT IN"
                       " (SELECT m.id FROM main.matter m WHERE m.id = chosen.id AND m.kind = ?)",
                       *kind);
    }

    /// Judges the next portion behind `last`. Says whether there was one, and moves `last` to its
    /// end.
    bool judge_portion(std::int64_t& last) {
        store::run(connection_, "DELETE FROM temp.touched WHERE 1");
        store::run(connection_,
                   fmt::format("INSERT INTO temp.touched SELECT 'matter', id FROM {} WHERE id > ?"
                               " ORDER BY id LIMIT ?",
                               source_),
                   last, portion_size);
        const auto end = store::find_integer(connection_, "SELECT max(id) FROM temp.touched");
        if (!end) return false;
        last = *end;
        scope_.refill();
        note_kinds();
        return true;
    }

    /// Judges only these. A rule is concerned if it judges one of their kinds.
    void judge(const std::set<std::pair<std::string, std::int64_t>>& subjects) {
        functions_.read_policies_again();
        scope_.use(Scope::Over::touched);
        store::run(connection_, "DELETE FROM temp.touched WHERE 1");
        for (const auto& [kind, id] : subjects)
            store::run(connection_, "INSERT INTO temp.touched VALUES (?, ?)", kind, id);
        scope_.refill();
        note_kinds();
    }

    bool concerns(const Rule& rule) const { return kinds_.contains(rule.judges); }

    void find(const Rule& rule, std::vector<Finding>& findings) {
        provide(rule);
        Query rows(connection_, rule.sql);
        const Columns columns = columns_of(rows);
        while (rows.next()) {
            Row row = read_row(rows, columns);
            Finding finding{.rule = &rule,
                            .severity = std::string(severity_of(rule, row)),
                            .subject = row.text("subject"),
                            .since = row.time("since").value_or(now()),
                            .detail = row.details(zone_),
                            .message = fill(rule.message, row, zone_),
                            .remedy = fill(rule.remedy, row, zone_),
                            .row = row.integer("row").value_or(0)};
            // A rule says of a row that nothing can be done about it any more by `mendable`.
            finding.open = finding.severity == "refuse" || rule.heals ||
                           (!refuses(rule) && row.integer("mendable").value_or(1) != 0);
            if (!finding.open) finding.remedy = explaining(finding);
            findings.push_back(std::move(finding));
        }
    }

    /// Clocks, and the findings about the broken ones. `condition` narrows what is read.
    void tell_time(const Rule& rule, std::string_view condition, std::vector<Clock>* clocks,
                   std::vector<Finding>* findings) {
        provide(rule);
        Query rows(connection_, fmt::format("SELECT * FROM ({}) AS clock {}", rule.sql, condition));
        const Columns columns = columns_of(rows);
        while (rows.next()) {
            Row row = read_row(rows, columns);
            const Clock clock = read_clock(rule, row);
            if (clocks != nullptr) clocks->push_back(clock);
            const bool broken = rule.heals && clock.met ? false : clock.broken(now());
            if (findings != nullptr && broken) findings->push_back(late(clock, row));
        }
    }

    void mark_explained(std::vector<Finding>& findings) {
        for (auto& finding : findings) {
            const auto reason =
                store::find_integer(connection_,
                                    "SELECT reason FROM explanation"
                                    " WHERE rule = ? AND subject = ? AND since = ? AND at <= ?",
                                    finding.rule->id, finding.subject, finding.since, now());
            finding.explained = reason.has_value();
            finding.explanation = records::said_value(connection_, reason);
        }
    }

    std::optional<std::int64_t> matter_id(const std::string& subject) {
        return store::find_integer(connection_, "SELECT id FROM matter WHERE no = ?", subject);
    }

  private:
    /// The words by which rules say what they judge. Weeks and posts to be taken are judged in an
    /// audit only.
    void note_kinds() {
        kinds_.clear();
        for (Query row(connection_,
                       "SELECT DISTINCT kind FROM temp.touched"
                       " WHERE kind IN ('matter', 'staff', 'policy')");
             row.next();)
            kinds_.insert(row.text(0));
        if (!kinds_.contains("matter")) return;
        kinds_.insert("record");
        for (Query row(
                 connection_,
                 "SELECT DISTINCT m.kind FROM temp.touched t JOIN main.matter m ON m.id = t.id"
                 " WHERE t.kind = 'matter'");
             row.next();)
            kinds_.insert(row.text(0));
    }

    void provide(const Rule& rule) {
        const bool weeks = scope_.has("scope_week");
        const bool months = scope_.has("scope_month");
        scope_.provide(rule.sql);
        if (!weeks && scope_.has("scope_week")) fill_periods<base::Week>("scope_week");
        if (!months && scope_.has("scope_month")) fill_periods<base::Month>("scope_month");
    }

    /// Audits report what a refusal rule finds only where someone said "it happened so".
    std::string_view severity_of(const Rule& rule, const Row& row) {
        if (rule.severity != Severity::refuse_or_witness) return severity_word(rule.severity);
        const bool pardonable = row.integer("pardonable").value_or(1) != 0;
        const bool as_happened =
            rule.blames == "step" &&
            store::find_integer(connection_, "SELECT as_happened FROM step WHERE id = ?",
                                row.integer("row"))
                .has_value();
        return pardonable && as_happened ? "breach" : "refuse";
    }

    Clock read_clock(const Rule& rule, const Row& row) {
        Clock clock{.rule = &rule,
                    .subject = row.text("subject"),
                    .started = row.time("started").value_or(now()),
                    .due = row.time("due").value_or(now()),
                    .met = row.time("met"),
                    .stopped = row.time("stopped"),
                    .limit_text = {}};
        // A clock with several limits names the one of this row.
        const auto named = row.text("limit_key");
        clock.limit = named.empty() ? rule.limit : named;
        if (!clock.limit.empty()) {
            const auto& edition = functions_.policies().in_force(
                clock.limit, row.time("limit_at").value_or(clock.started));
            clock.policy_edition = edition.edition;
            clock.limit_text = edition.value;
        }
        return clock;
    }

    Finding late(const Clock& clock, Row& row) {
        const auto until = clock.ended().value_or(now());
        row.set("late_for", base::seconds(until) - base::seconds(clock.due));
        row.set("limit", clock.limit_text);
        Finding finding{.rule = clock.rule,
                        .severity = std::string(severity_word(clock.rule->severity)),
                        .subject = clock.subject,
                        .since = clock.due,
                        .detail = row.details(zone_),
                        .message = fill(clock.rule->message, row, zone_),
                        .remedy = fill(clock.rule->remedy, row, zone_),
                        .open = !clock.ended()};
        if (!finding.open) finding.remedy = explaining(finding);
        return finding;
    }

    /// What is left to do about a fact.
    static base::Text explaining(const Finding& finding) {
        return base::compose(
            {"已是事实;由主管说明:huiyin check explain {} {} --reason …",
             "it happened; a manager explains it: huiyin check explain {} {} --reason …"},
            finding.rule->id, finding.subject);
    }

    template <typename Period>
    void fill_periods(std::string_view table) {
        const auto insert = fmt::format("INSERT INTO temp.{} VALUES (?, ?, ?)", table);
        const auto opened_at = records::load_office(connection_).opened_at;
        for (auto period = Period::containing(opened_at, zone_); period.end(zone_) <= now();
             period = period.next())
            store::run(connection_, insert, period.name(), period.begin(zone_), period.end(zone_));
    }

    store::Connection& connection_;
    const base::Zone& zone_;
    Functions functions_;
    Scope scope_;
    std::string_view source_ = "main.matter";   ///< of what portions are taken
    std::set<std::string, std::less<>> kinds_;  ///< of what is judged
};

Checker::Checker(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : context_(std::make_unique<Context>(connection, zone, now)) {}
Checker::~Checker() = default;

namespace {

bool meets(const std::vector<std::string>& reads,
           const std::set<std::string, std::less<>>& tables) {
    return std::ranges::any_of(reads, [&](const auto& table) { return tables.contains(table); });
}

void keep_pending(std::vector<Clock>& clocks, base::Instant now) {
    std::erase_if(clocks, [&](const Clock& clock) { return !clock.pending() || clock.due < now; });
    std::ranges::sort(clocks, soonest);
}

}  // namespace

Checker::Verdict Checker::at_the_gate(const Touched& touched) {
    context_->judge(touched.subjects);
    Verdict verdict;
    for (const auto& rule : regulation_rules()) {
        if (!context_->concerns(rule) || !meets(rule.reads, touched.tables)) continue;
        if (rule.form == Form::clock)
            context_->tell_time(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings, [&](const Finding& finding) {
        return refuses(*finding.rule) &&
               !touched.written.contains({finding.rule->blames, finding.row});
    });
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

void Checker::over_everything(std::span<const Rule> rules,
                              const std::function<void(const Rule&)>& apply) {
    context_->choose_all();
    for (std::int64_t last = 0; context_->judge_portion(last);)
        for (const auto& rule : rules)
            if (judges_matters(rule) && context_->concerns(rule)) apply(rule);
    if (std::ranges::all_of(rules, judges_matters)) return;
    context_->judge_everything();
    for (const auto& rule : rules)
        if (!judges_matters(rule)) apply(rule);
}

Checker::Verdict Checker::audit() {
    Verdict verdict;
    over_everything(regulation_rules(), [&](const Rule& rule) {
        if (rule.form == Form::clock)
            context_->tell_time(rule,
                                "WHERE (met IS NULL AND stopped IS NULL)"
                                " OR min(coalesce(met, stopped), coalesce(stopped, met)) > due",
                                &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    });
    std::erase_if(verdict.findings,
                  [](const Finding& finding) { return finding.severity == "refuse"; });
    context_->mark_explained(verdict.findings);
    std::ranges::stable_sort(verdict.findings, {}, [](const Finding& finding) {
        return std::tuple(finding.since, finding.rule);
    });
    keep_pending(verdict.due, context_->now());
    return verdict;
}

Checker::Verdict Checker::about(const std::string& subject) {
    const auto id = context_->matter_id(subject);
    if (!id) return {};
    context_->judge({{"matter", *id}});
    Verdict verdict;
    for (const auto& rule : regulation_rules()) {
        if (!context_->concerns(rule)) continue;
        if (rule.form == Form::clock)
            context_->tell_time(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings,
                  [](const Finding& finding) { return finding.severity == "refuse"; });
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

std::vector<Clock> Checker::clocks_of(const std::string& subject) {
    std::vector<Clock> clocks;
    const auto id = context_->matter_id(subject);
    if (!id) return clocks;
    context_->judge({{"matter", *id}});
    for (const auto& rule : regulation_rules())
        if (rule.form == Form::clock && context_->concerns(rule))
            context_->tell_time(rule, "", &clocks, nullptr);
    std::ranges::stable_sort(clocks, soonest);
    return clocks;
}

std::vector<Clock> Checker::clocks_of_rule(std::string_view rule, base::Instant from,
                                           base::Instant until) {
    std::vector<Clock> clocks;
    const auto condition =
        fmt::format("WHERE due >= {} AND due < {}", base::seconds(from), base::seconds(until));
    over_everything(std::span(&require_rule(rule), 1), [&](const Rule& one) {
        context_->tell_time(one, condition, &clocks, nullptr);
    });
    return clocks;
}

std::vector<Clock> Checker::running() {
    std::vector<Clock> clocks;
    over_everything(regulation_rules(), [&](const Rule& rule) {
        if (rule.form == Form::clock)
            context_->tell_time(rule, "WHERE met IS NULL AND stopped IS NULL", &clocks, nullptr);
    });
    std::ranges::sort(clocks, soonest);
    return clocks;
}

std::vector<Finding> Checker::run(const Rule& rule) {
    std::vector<Finding> findings;
    over_everything(std::span(&rule, 1), [&](const Rule& one) {
        if (one.form == Form::clock)
            context_->tell_time(one, "", nullptr, &findings);
        else
            context_->find(one, findings);
    });
    return findings;
}

}  // namespace huiyin::rulebook
