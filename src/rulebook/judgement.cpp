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

template <typename Period>
std::vector<Relations::Cells> ended_periods(store::Connection& connection, const base::Zone& zone,
                                            base::Instant now) {
    std::vector<Relations::Cells> rows;
    const auto opened_at = records::load_office(connection).opened_at;
    for (auto period = Period::containing(opened_at, zone); period.end(zone) <= now;
         period = period.next())
        rows.push_back(
            {period.name(), base::seconds(period.begin(zone)), base::seconds(period.end(zone))});
    return rows;
}

}  // namespace

std::vector<Relations::Cells> period_rows(store::Connection& connection, const base::Zone& zone,
                                          base::Instant now, std::string_view table) {
    if (table == "scope_week") return ended_periods<base::Week>(connection, zone, now);
    if (table == "scope_month") return ended_periods<base::Month>(connection, zone, now);
    return {};
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

Evaluation Judgement::read_findings(const RuleInForce& rule) {
    Evaluation read;
    const auto sql = query_of(*rule.rule);
    prepare(rule, sql);
    Query rows(engine_.connection(), sql);
    const Columns columns = columns_of(rows);
    while (rows.next()) {
        auto found = engine_.maker().found_of(*rule.rule, read_row(rows, columns), columns);
        if (!rule.covers(found.since)) continue;
        require_not_too_many(rule, read.findings.size());
        read.findings.push_back(std::move(found));
    }
    return read;
}

Evaluation Judgement::read_deadlines(const RuleInForce& in_force, std::string_view condition) {
    Evaluation read;
    const auto& rule = *in_force.rule;
    auto& maker = engine_.maker();
    auto sql = query_of(rule);
    // The limit keeps SQLite from working out the same column again in each place of the condition.
    if (!condition.empty())
        sql =
            base::format("SELECT * FROM (SELECT * FROM ({}) LIMIT -1) AS clock {}", sql, condition);
    prepare(in_force, sql);
    Query rows(engine_.connection(), sql);
    const Columns columns = columns_of(rows);
    while (rows.next()) {
        Row row = read_row(rows, columns);
        // No deadline, but what breaks the rule by itself.
        if (!row.time("due") && row.time("since")) {
            auto found = maker.found_of(rule, row, columns);
            if (!in_force.covers(found.since)) continue;
            // To whoever asks for what is still to be done it is overdue from then on.
            if (!condition.empty() && found.open)
                read.deadlines.push_back({.rule = &rule,
                                          .subject = found.subject,
                                          .started = found.since,
                                          .due = found.since,
                                          .limit_text = {}});
            read.findings.push_back(std::move(found));
            continue;
        }
        const auto deadline = maker.deadline_of(rule, row);
        if (!in_force.covers(deadline.started)) continue;
        require_not_too_many(in_force, read.deadlines.size());
        read.deadlines.push_back(deadline);
        const bool healed = rule.heals && deadline.met;
        if (!healed && deadline.broken(engine_.now()))
            read.findings.push_back(maker.found_of(deadline, row, columns));
    }
    return read;
}

}  // namespace huiyin::rulebook
