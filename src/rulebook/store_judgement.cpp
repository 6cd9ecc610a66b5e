// Everything on file, or what may still run, a portion after the other.

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "second_judge.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

constexpr std::string_view all_matters = "main.matter";
constexpr std::string_view chosen_matters = "temp.chosen";
constexpr std::string_view disordered_matters = "temp.disordered";

/// Of weeks and months each by itself.
bool is_of_periods(const RuleInForce& rule) {
    return !rule.own && (rule.rule->judges == "week" || rule.rule->judges == "month");
}

}  // namespace

bool goes_by_portions(const RuleInForce& rule) {
    constexpr std::array<std::string_view, 5> others{"staff", "policy", "week", "month", "post"};
    return !rule.own && std::ranges::find(others, rule.rule->judges) == others.end();
}

StoreJudgement::StoreJudgement(RuleEngine& engine, std::int64_t most_steps_of_an_office_rule)
    : Judgement(engine, most_steps_of_an_office_rule), source_(all_matters) {}

StoreJudgement::StoreJudgement(RuleEngine& engine, const Active& active)
    : Judgement(engine, most_steps_in_an_audit), source_(chosen_matters) {
    choose_matters(engine.connection(), chosen_matters, active);
}

StoreJudgement::StoreJudgement(RuleEngine& engine, const Active& active, Besides besides)
    : StoreJudgement(engine, active) {
    besides_ = std::move(besides);
    if (besides_->elsewhere) {
        make_empty(engine.connection(), matters_besides);
    } else {
        choose_matters(engine.connection(), matters_besides, besides_->of);
        store::run(engine.connection(),
                   base::format("DELETE FROM {} WHERE id IN (SELECT id FROM {})", matters_besides,
                                chosen_matters));
    }
    if (besides_->judged_through)
        move_those_without_findings(engine.connection(), chosen_matters, matters_besides,
                                    *besides_->judged_through, besides_->end);
}

StoreJudgement::StoreJudgement(RuleEngine& engine, Chosen /*those*/)
    : Judgement(engine, most_steps_in_an_audit), source_(chosen_matters) {}

Evaluation StoreJudgement::evaluate(std::span<const RuleInForce> rules, const Wanted& wanted) {
    Evaluation all;
    evaluate(rules, wanted, [&](Evaluation&& found) { all.add(std::move(found)); });
    return all;
}

void StoreJudgement::evaluate(std::span<const RuleInForce> rules, const Wanted& wanted,
                              const Take& take) {
    // Whoever shares the matters with somebody begins with what is not shared.
    const bool others_first = wanted.portions != nullptr;
    if (others_first) evaluate_others(rules, wanted, take);
    evaluate_matters(rules, wanted, take);
    if (!others_first) evaluate_others(rules, wanted, take);
}

void StoreJudgement::evaluate_matters(std::span<const RuleInForce> rules, const Wanted& wanted,
                                      const Take& take) {
    std::vector<RuleInForce> of_each;
    std::vector<RuleInForce> of_disordered;
    for (const auto& rule : rules) {
        if (!goes_by_portions(rule)) continue;
        const auto of = wanted.only_what_stands ? stands_of(*rule.rule) : StandsOf::any;
        if (of == StandsOf::any) of_each.push_back(rule);
        if (of == StandsOf::disordered) of_disordered.push_back(rule);
    }
    if (of_each.empty() && of_disordered.empty()) return;
    const JudgeRule judge = [&](const RuleInForce& rule, std::int64_t last) {
        let_writers_in();
        auto part = evaluate_one(rule, condition_on(rule, wanted.condition));
        part.portion = last;
        take(std::move(part));
    };
    notes_disorder_ = !of_disordered.empty();
    if (notes_disorder_) make_empty(engine().connection(), disordered_matters);
    turns_.emplace(engine().connection());
    if (wanted.by_forms) judge_plain_ones(source_, of_each, judge);
    const auto make_views = [&] {
        const auto asks_holder = [](const RuleInForce& rule) {
            return goes_by_portions(rule) && Scope::reads(rule.rule->sql, "holder");
        };
        engine().scope().use(Scope::Over::portion, std::ranges::any_of(rules, asks_holder));
    };
    const auto judge_by = [&](const std::vector<RuleInForce>& those) {
        return [&](std::int64_t last) { judge_portion(those, last, judge); };
    };
    if (has_matters(source_)) {
        make_views();
        if (wanted.portions != nullptr)
            for_each_taken(*wanted.portions, judge_by(of_each));
        else
            for_each_portion(source_, judge_by(of_each));
    }
    if (std::exchange(notes_disorder_, false) && has_matters(disordered_matters)) {
        make_views();
        for_each_portion(disordered_matters, judge_by(of_disordered));
    }
    if (besides_ && !besides_->elsewhere) judge_besides(rules, take);
    turns_.reset();
}

bool StoreJudgement::has_matters(std::string_view source) const {
    return store::find_integer(engine().connection(),
                               base::format("SELECT 1 FROM {} LIMIT 1", source))
        .has_value();
}

void StoreJudgement::judge_portion(std::span<const RuleInForce> rules, std::int64_t last,
                                   const JudgeRule& judge) {
    const auto seen = seen_of_portion();
    for (const auto& rule : rules)
        if (seen.concerns(*rule.rule)) judge(rule, last);
}

void StoreJudgement::let_writers_in() {
    if (turns_) turns_->between();
}

void StoreJudgement::evaluate_others(std::span<const RuleInForce> rules, const Wanted& wanted,
                                     const Take& take) {
    if (std::ranges::all_of(rules, goes_by_portions)) return;
    store::ReadingInTurns turns(engine().connection());
    const auto judge = [&](const RuleInForce& rule) { take(evaluate_other(rule, wanted)); };
    const auto add = [&](const RuleInForce& rule) {
        turns.between();
        // One of the office's own that fails may end a transaction, and goes on from there.
        if (rule.own)
            turns.outside([&] { judge(rule); });
        else
            judge(rule);
    };
    engine().scope().use(Scope::Over::everything);
    for (const auto& rule : rules)
        if (!goes_by_portions(rule) && rule.rule->form == Form::clock) add(rule);
    if (wanted.periods_since) leave_out_periods(*wanted.periods_since, wanted.but_of);
    if (wanted.unjudged_periods) leave_out_judged_periods();
    std::vector<RuleInForce> of_periods;
    for (const auto& rule : rules) {
        if (goes_by_portions(rule) || rule.rule->form == Form::clock) continue;
        if (is_of_periods(rule))
            of_periods.push_back(rule);
        else
            add(rule);
    }
    if (!of_periods.empty()) for_each_year([&] { std::ranges::for_each(of_periods, add); });
}

/// Leaves the weeks and months of one year after the other, so that no query has to hold all.
void StoreJudgement::for_each_year(const std::function<void()>& judge) {
    constexpr std::int64_t year = 366LL * 24 * 60 * 60;
    provide("scope_week scope_month");
    auto& connection = engine().connection();
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS every_week AS SELECT * FROM temp.scope_week WHERE false;"
        "CREATE TEMP TABLE IF NOT EXISTS every_month AS SELECT * FROM temp.scope_month WHERE false;"
        "DELETE FROM temp.every_week WHERE true; DELETE FROM temp.every_month WHERE true;"
        "INSERT INTO temp.every_week SELECT * FROM temp.scope_week;"
        "INSERT INTO temp.every_month SELECT * FROM temp.scope_month");
    const auto leave = [&](std::int64_t from, std::int64_t until) {
        for (const std::string_view period : {"week", "month"}) {
            store::run(connection, base::format("DELETE FROM temp.scope_{} WHERE true", period));
            store::run(connection,
                       base::format("INSERT INTO temp.scope_{0} SELECT * FROM temp.every_{0}"
                                    " WHERE from_at >= ? AND from_at < ?",
                                    period),
                       from, until);
        }
    };
    constexpr std::string_view next_of =
        "SELECT min(from_at) FROM (SELECT from_at FROM temp.every_week"
        " UNION ALL SELECT from_at FROM temp.every_month) WHERE from_at >= ?";
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    for (auto from = store::find_integer(connection, next_of, first); from;
         from = store::find_integer(connection, next_of, *from + year)) {
        leave(*from, *from + year);
        judge();
    }
    leave(first, std::numeric_limits<std::int64_t>::max());
}

void StoreJudgement::for_each_portion(std::string_view source, const JudgePortion& judge) {
    constexpr auto no_end = std::numeric_limits<std::int64_t>::max();
    for (auto last = fill_portion(source, 0, no_end); last;
         last = fill_portion(source, *last, no_end))
        judge(*last);
}

void StoreJudgement::for_each_taken(const SharedPortions& portions, const JudgePortion& judge) {
    const auto end =
        store::find_integer(engine().connection(), "SELECT max(id) FROM main.matter").value_or(0);
    for (auto ids = portions.take(); ids.first < end; ids = portions.take())
        if (const auto last = fill_portion(source_, ids.first, ids.second)) judge(*last);
}

Evaluation StoreJudgement::evaluate_periods(std::span<const RuleInForce> rules,
                                            const std::set<base::Instant>& moments) {
    Evaluation all;
    // Most corrections are of this week and month, which are not over.
    const auto week = base::Week::containing(engine().now(), engine().zone());
    const auto month = base::Month::containing(engine().now(), engine().zone());
    if (moments.empty() ||
        *moments.begin() >= std::max(week.begin(engine().zone()), month.begin(engine().zone())))
        return all;
    engine().scope().use(Scope::Over::everything);
    if (!leave_only_periods_with(moments)) return all;
    for (const auto& rule : rules)
        if (is_of_periods(rule)) all.add(evaluate_one(rule, {}));
    return all;
}

/// Says whether any is left.
bool StoreJudgement::leave_only_periods_with(const std::set<base::Instant>& moments) {
    auto& connection = engine().connection();
    provide("scope_week scope_month");
    std::int64_t left = 0;
    for (const std::string_view table : {"scope_week", "scope_month"}) {
        std::vector<std::int64_t> without;
        for (Query row(connection,
                       base::format("SELECT rowid, from_at, until_at FROM temp.{}", table));
             row.next();) {
            const auto first = moments.lower_bound(row.time(1));
            if (first == moments.end() || *first >= row.time(2)) without.push_back(row.integer(0));
            ++left;
        }
        left -= std::ssize(without);
        for (const auto id : without)
            store::run(connection, base::format("DELETE FROM temp.{} WHERE rowid = ?", table), id);
    }
    return left > 0;
}

/// Fills temp.touched_matter with the portion of ids after one and up to another. Gives its last,
/// if it has any.
std::optional<std::int64_t> StoreJudgement::fill_portion(std::string_view source,
                                                         std::int64_t after, std::int64_t until) {
    auto& connection = engine().connection();
    for (const auto kind : touched_kinds)
        store::run(connection, base::format("DELETE FROM temp.touched_{} WHERE 1", kind));
    store::run(connection,
               base::format("INSERT INTO temp.touched_matter SELECT id FROM {}"
                            " WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
                            source),
               after, until, portion_size);
    const auto last = store::find_integer(connection, "SELECT max(id) FROM temp.touched_matter");
    if (last) engine().scope().refill([this] { let_writers_in(); });
    return last;
}

/// Of thousands of matters whatever can be so is so of one. Of which of them a refusal may stand is
/// told by the same steps.
Seen StoreJudgement::seen_of_portion() {
    auto& connection = engine().connection();
    Seen seen{.kinds = {"matter", "record"}, .signs = {}};
    for (const auto& sign : signs())
        seen.signs.emplace(sign.word);
    for (Query row(connection,
                   "SELECT DISTINCT m.kind FROM temp.touched_matter t CROSS JOIN main.matter m"
                   " ON m.id = t.id");
         row.next();)
        seen.signs.insert(row.text(0));
    std::int64_t matter = 0;
    Disorder disorder;
    const auto note = [&] {
        if (notes_disorder_ && disorder.found()) note_disordered(matter);
    };
    for (Query row(connection,
                   "SELECT s.matter, s.what, s.at, s.as_happened IS NOT NULL"
                   " FROM temp.touched_matter t CROSS JOIN main.step s ON s.matter = t.id"
                   " ORDER BY t.id, s.seq");
         row.next();) {
        if (row.integer(0) != matter) {
            note();
            matter = row.integer(0);
            disorder = {};
        }
        const auto what = row.text(1);
        disorder.take(what, row.integer(2), row.flag(3));
        seen.signs.insert(what);
    }
    note();
    seen.kinds.insert(seen.signs.begin(), seen.signs.end());
    return seen;
}

void StoreJudgement::note_disordered(std::int64_t matter) {
    store::run(engine().connection(), base::format("INSERT INTO {} VALUES (?)", disordered_matters),
               matter);
}

void StoreJudgement::leave_out_periods(base::Instant before, const std::optional<Stretch>& but_of) {
    provide("scope_week scope_month");
    for (const std::string_view table : {"scope_week", "scope_month"})
        store::run(engine().connection(),
                   base::format("DELETE FROM temp.{} WHERE until_at < ?1"
                                " AND NOT (until_at >= ?2 IS TRUE AND from_at < ?3 IS TRUE)",
                                table),
                   before, but_of ? std::optional(but_of->from) : std::nullopt,
                   but_of ? std::optional(but_of->until) : std::nullopt);
}

void StoreJudgement::leave_out_judged_periods() {
    provide("scope_week scope_month");
    for (const std::string_view period : {"week", "month"})
        store::run(engine().connection(), base::format("DELETE FROM temp.scope_{0} WHERE {0} IN"
                                                       " (SELECT period FROM main.judged_period)",
                                                       period));
}

StoreJudgement::JudgedPeriods StoreJudgement::evaluate_unjudged_periods(
    std::span<const RuleInForce> rules, std::int64_t most) {
    JudgedPeriods judged;
    auto& connection = engine().connection();
    engine().scope().use(Scope::Over::everything);
    leave_out_judged_periods();
    for (Query row(connection,
                   "SELECT week, from_at, until_at FROM temp.scope_week"
                   " UNION ALL SELECT month, from_at, until_at FROM temp.scope_month"
                   " ORDER BY until_at, from_at LIMIT ?",
                   most);
         row.next();)
        judged.periods.push_back({row.text(0), row.time(1), row.time(2)});
    if (judged.periods.empty()) return judged;
    const auto& last = judged.periods.back();
    for (const std::string_view period : {"week", "month"})
        store::run(
            connection,
            base::format("DELETE FROM temp.scope_{} WHERE (until_at, from_at) > (?, ?)", period),
            last.until, last.from);
    for (const auto& rule : rules)
        if (is_of_periods(rule) && rule.rule->form != Form::clock)
            judged.evaluation.add(evaluate_one(rule, {}));
    return judged;
}

/// Makes the views that the SQL reads, and fills what is no view where it is new.
void StoreJudgement::provide(std::string_view sql) {
    auto& scope = engine().scope();
    constexpr std::array<std::string_view, 2> filled{"scope_week", "scope_month"};
    const std::array<bool, 2> were_there{scope.has(filled[0]), scope.has(filled[1])};
    const bool had_deed = scope.has("deed");
    scope.provide(sql);
    if (!had_deed && scope.has("deed")) fill_deed_of_example();
    for (std::size_t place = 0; place < filled.size(); ++place) {
        if (were_there[place] || !scope.has(filled[place])) continue;
        const auto insert = base::format("INSERT INTO temp.{} VALUES (?, ?, ?)", filled[place]);
        for (const auto& row :
             period_rows(engine().connection(), engine().zone(), engine().now(), filled[place]))
            store::run(engine().connection(), insert, std::get<std::string>(row[0]),
                       std::get<std::int64_t>(row[1]), std::get<std::int64_t>(row[2]));
    }
}

/// An audit knows of no command; an example may say what one would say of itself.
void StoreJudgement::fill_deed_of_example() {
    auto& connection = engine().connection();
    if (store::find_integer(connection,
                            "SELECT 1 FROM temp.sqlite_schema WHERE name = 'given_deed'"))
        store::run(connection,
                   "INSERT INTO temp.deed SELECT ?, subject, unixepoch(at), unixepoch(recorded_at),"
                   " late_reason FROM temp.given_deed",
                   row_of_provenance);
}

std::string StoreJudgement::query_of(const Rule& rule) {
    provide(rule.sql);
    return rule.sql;
}

}  // namespace huiyin::rulebook
