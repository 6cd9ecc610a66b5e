#include "judgement.hpp"

#include <algorithm>
#include <tuple>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using base::Failure;
using base::Label;
using store::Query;

namespace {

/// Of a rule of the office's own; memory ends before its steps do.
void require_not_too_many(const RuleInForce& rule, std::size_t rows) {
    if (rule.own && rows >= most_rows)
        throw Failure(base::Exit::failed, Label{"查出的太多", "it finds too many rows"});
}

/// A rule may say, behind this mark, of which rows it is plain that they were kept in time: whoever
/// asks for what was not need not have the rest of them worked out.
constexpr std::string_view if_missed = "-- missed: ";
/// Behind this one, which rows are asked for where only some are.
constexpr std::string_view if_asked = "-- asked: ";

void make_said(std::string& sql, std::string_view mark) {
    if (const auto at = sql.find(mark); at != sql.npos) sql.erase(at, mark.size());
}

template <typename Period>
std::vector<Relations::Cells> ended_periods(store::Connection& connection, const base::Zone& zone,
                                            base::Instant now) {
    std::vector<Relations::Cells> rows;
    const auto opened_at = records::load_office(connection).opened_at;
    auto period = Period::containing(opened_at, zone);
    auto from = period.begin(zone);
    // Each ends as the next begins; which second that is takes a while to find out.
    for (auto until = period.end(zone); until <= now; until = period.end(zone)) {
        rows.push_back({period.name(), base::seconds(from), base::seconds(until)});
        period = period.next();
        from = until;
    }
    return rows;
}

}  // namespace

std::vector<Relations::Cells> period_rows(store::Connection& connection, const base::Zone& zone,
                                          base::Instant now, std::string_view table) {
    if (table == "scope_week") return ended_periods<base::Week>(connection, zone, now);
    if (table == "scope_month") return ended_periods<base::Month>(connection, zone, now);
    return {};
}

base::Seconds longest_limit(const records::Policies& policies,
                            const std::function<bool(std::string_view key)>& wanted) {
    base::Seconds longest{0};
    for (const auto& definition : records::policy_definitions()) {
        if (definition.kind != records::PolicyKind::duration || !wanted(definition.key)) continue;
        for (const auto& edition : policies.editions(definition.key)) {
            const auto value = records::policy_value(definition, edition.value);
            if (const auto* seconds = std::get_if<std::int64_t>(&value))
                longest = std::max(longest, base::Seconds{*seconds});
        }
    }
    return longest;
}

base::Seconds longest_limit(const records::Policies& policies) {
    // How long a thing may be called a repetition limits nothing that somebody has to do.
    return longest_limit(policies, [](std::string_view key) { return !key.ends_with("_window"); });
}

std::optional<std::int64_t> matter_of(store::Connection& connection, std::string_view subject) {
    return store::find_integer(connection, "SELECT id FROM main.matter WHERE no = ?", subject);
}

bool soonest(const Deadline& left, const Deadline& right) {
    return std::tie(left.due, left.subject, left.rule->id) <
           std::tie(right.due, right.subject, right.rule->id);
}

void keep_pending(std::vector<Deadline>& deadlines, base::Instant now) {
    std::erase_if(deadlines, [&](const Deadline& deadline) {
        return !deadline.pending() || deadline.due < now;
    });
    std::ranges::sort(deadlines, soonest);
}

std::optional<std::string> would_be_blamed(RuleEngine& engine, const Deadline& deadline) {
    return engine.maker().blamed(
        *deadline.rule,
        {.subject = deadline.subject, .since = engine.now(), .said = deadline.said});
}

bool Seen::concerns(const Rule& rule) const {
    const auto seen = [&](const std::vector<std::string>& words) {
        return words.empty() ||
               std::ranges::any_of(words, [&](const auto& word) { return signs.contains(word); });
    };
    return kinds.contains(rule.judges) && seen(rule.after) &&
           (is_command_itself || seen(rule.when));
}

Evaluation Judgement::evaluate_one(const RuleInForce& rule, std::string_view condition) {
    Evaluation evaluation;
    const bool ran = contained(rule, [&] {
        evaluation =
            rule.rule->form == Form::clock ? read_deadlines(rule, condition) : read_findings(rule);
    });
    return ran ? std::move(evaluation) : Evaluation{};
}

Judgement::Question Judgement::question_of(const Rule& rule) {
    return {query_of(rule)};
}

/// Runs what is asked for the rule and calls `take` for each row that `condition` admits.
template <typename Take>
void Judgement::for_each_row(const RuleInForce& rule, std::string_view condition, Take take) {
    auto [sql, form, facts] = question_of(*rule.rule);
    if (!rule.own && condition == pending_or_missed) make_said(sql, if_missed);
    if (!rule.own && asks_for_some_) make_said(sql, if_asked);
    if (!condition.empty())
        // The limit keeps SQLite from working out the same column again in each place of the
        // condition.
        sql =
            base::format("SELECT * FROM (SELECT * FROM ({}) LIMIT -1) AS clock {}", sql, condition);
    const auto take_all = [&](Query& rows, const Columns& columns) {
        while (rows.next())
            take(read_row(rows, columns), columns);
    };
    if (form == nullptr) {
        prepare(rule, sql);
        Query rows(engine_.connection(), sql);
        take_all(rows, columns_of(rows));
    }
    for (const auto* matter : facts) {
        Query rows(engine_.connection(), sql);
        form->bind(rows, *matter);
        take_all(rows, form->columns(rows));
    }
}

Evaluation Judgement::read_findings(const RuleInForce& rule) {
    Evaluation read;
    for_each_row(rule, {}, [&](const Row& row, const Columns& columns) {
        auto found = engine_.maker().found_of(*rule.rule, row, columns);
        if (!rule.covers(found.since)) return;
        require_not_too_many(rule, read.findings.size());
        read.findings.push_back(std::move(found));
    });
    return read;
}

Evaluation Judgement::read_deadlines(const RuleInForce& in_force, std::string_view condition) {
    Evaluation read;
    const auto& rule = *in_force.rule;
    auto& maker = engine_.maker();
    for_each_row(in_force, condition, [&](Row row, const Columns& columns) {
        // No deadline, but what breaks the rule by itself.
        if (!row.time("due") && row.time("since")) {
            auto found = maker.found_of(rule, row, columns);
            if (!in_force.covers(found.since)) return;
            // To whoever asks for what is still to be done it is overdue from then on.
            if (!condition.empty() && found.open)
                read.deadlines.push_back({.rule = &rule,
                                          .subject = found.subject,
                                          .started = found.since,
                                          .due = found.since,
                                          .limit_text = {}});
            read.findings.push_back(std::move(found));
            return;
        }
        const auto deadline = maker.deadline_of(rule, row);
        if (!in_force.covers(deadline.started)) return;
        require_not_too_many(in_force, read.deadlines.size());
        read.deadlines.push_back(deadline);
        const bool healed = rule.heals && deadline.met;
        if (!healed && deadline.broken(engine_.now()))
            read.findings.push_back(maker.found_of(deadline, row, columns));
    });
    return read;
}

}  // namespace huiyin::rulebook
