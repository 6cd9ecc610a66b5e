#include "checker_context.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/store/query.hpp"
#include "office_rule_check.hpp"

namespace huiyin::rulebook {

using base::Failure;
using base::Label;
using store::Query;

base::Text explaining(const Finding& finding) {
    return base::compose(
        {"已是事实;由主管说明:huiyin check explain {} {} --reason …",
         "it happened; a manager explains it: huiyin check explain {} {} --reason …"},
        finding.rule->id, finding.subject);
}

namespace {

/// Of a rule of the office's own; memory ends before its steps do.
void require_not_too_many(const RuleInForce& rule, std::size_t rows) {
    if (rule.own && rows >= most_rows)
        throw Failure(base::Exit::failed, Label{"查出的太多", "it finds too many rows"});
}

template <typename Value>
void append(std::vector<Value>& list, std::vector<Value>&& more) {
    std::ranges::move(more, std::back_inserter(list));
}

}  // namespace

bool refuses(const Rule& rule) {
    return rule.severity == Severity::refuse || rule.severity == Severity::refuse_or_witness;
}

Checker::Context::Context(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : connection_(connection),
      zone_(zone),
      functions_(connection, zone, now),
      scope_(connection),
      relations_(connection, [this](std::string_view table) { return rows_of(table); }),
      office_rules_(office_rules_until(connection, now)) {}

void Checker::Context::find(const RuleInForce& rule, std::vector<Finding>& findings) {
    if (rule.rule->form == Form::clock) {
        evaluate(rule, "", nullptr, &findings);
        return;
    }
    std::vector<Finding> found;
    if (contained(rule, [&] { find_rows(rule, found); })) append(findings, std::move(found));
}

void Checker::Context::evaluate(const RuleInForce& rule, std::string_view condition,
                                std::vector<Deadline>* deadlines, std::vector<Finding>* findings) {
    std::vector<Deadline> told;
    std::vector<Finding> found;
    if (!contained(rule, [&] { read_deadlines(rule, condition, told, found); })) return;
    if (deadlines != nullptr) append(*deadlines, std::move(told));
    if (findings != nullptr) append(*findings, std::move(found));
}

void Checker::Context::find_rows(const RuleInForce& in_force, std::vector<Finding>& findings) {
    const auto& rule = *in_force.rule;
    const auto sql = query_of(rule);
    prepare(in_force, sql);
    Query rows(connection_, sql);
    const Columns columns = columns_of(rows);
    while (rows.next()) {
        auto finding = found(rule, read_row(rows, columns));
        if (!in_force.covers(finding.since)) continue;
        require_not_too_many(in_force, findings.size());
        findings.push_back(std::move(finding));
    }
}

void Checker::Context::read_deadlines(const RuleInForce& in_force, std::string_view condition,
                                      std::vector<Deadline>& deadlines,
                                      std::vector<Finding>& findings) {
    const auto& rule = *in_force.rule;
    auto sql = query_of(rule);
    if (!condition.empty()) sql = base::format("SELECT * FROM ({}) AS clock {}", sql, condition);
    prepare(in_force, sql);
    Query rows(connection_, sql);
    const Columns columns = columns_of(rows);
    while (rows.next()) {
        Row row = read_row(rows, columns);
        // No deadline, but what breaks the rule by itself.
        if (!row.time("due") && row.time("since")) {
            auto finding = found(rule, row);
            if (!in_force.covers(finding.since)) continue;
            // To whoever asks for what is still to be done it is overdue from then on.
            if (!condition.empty() && finding.open)
                deadlines.push_back({.rule = &rule,
                                     .subject = finding.subject,
                                     .started = finding.since,
                                     .due = finding.since,
                                     .limit_text = {}});
            findings.push_back(std::move(finding));
            continue;
        }
        const Deadline deadline = read_deadline(rule, row);
        if (!in_force.covers(deadline.started)) continue;
        require_not_too_many(in_force, deadlines.size());
        deadlines.push_back(deadline);
        const bool broken = rule.heals && deadline.met ? false : deadline.broken(now());
        if (broken) findings.push_back(late(deadline, row));
    }
}

void Checker::Context::mark_explained(std::vector<Finding>& findings) {
    for (auto& finding : findings) {
        Query row(connection_,
                  "SELECT c.value, p.login, e.at FROM explanation e"
                  " JOIN staff p ON p.id = e.recorder LEFT JOIN content c ON c.id = e.reason"
                  " WHERE e.rule = ? AND e.subject = ? AND e.since = ? AND e.at <= ?",
                  finding.rule->id, finding.subject, finding.since, now());
        if (row.next()) finding.explanation = {row.maybe_text(0), row.text(1), row.time(2)};
    }
}

std::optional<std::string> Checker::Context::blamed(const Rule& rule, const Fault& fault) {
    const auto person = blamed_for(connection_, rule, fault);
    return person ? std::optional(records::login_of(connection_, *person)) : std::nullopt;
}

void Checker::Context::attribute(Finding& finding, std::optional<records::StaffId> said) {
    finding.blamed = blamed(
        *finding.rule,
        {.subject = finding.subject, .since = finding.since, .row = finding.row, .said = said});
    finding.unit =
        store::find_text(connection_, "SELECT unit FROM matter WHERE no = ?", finding.subject);
}

std::optional<std::int64_t> Checker::Context::matter_id(const std::string& subject) {
    return store::find_integer(connection_, "SELECT id FROM matter WHERE no = ?", subject);
}

/// Audits report what a refusal rule finds only where someone said "it happened so".
std::string_view Checker::Context::severity_of(const Rule& rule, const Row& row) {
    if (rule.severity != Severity::refuse_or_witness) return severity_word(rule.severity);
    const bool pardonable = row.integer("pardonable").value_or(1) != 0;
    const bool as_happened =
        rule.blames == "step" &&
        store::find_integer(connection_, "SELECT as_happened FROM step WHERE id = ?",
                            row.integer("row"))
            .has_value();
    return pardonable && as_happened ? "breach" : "refuse";
}

Deadline Checker::Context::read_deadline(const Rule& rule, const Row& row) {
    Deadline deadline{.rule = &rule,
                      .subject = row.text("subject"),
                      .started = row.time("started").value_or(now()),
                      .due = row.time("due").value_or(now()),
                      .met = row.time("met"),
                      .stopped = row.time("stopped"),
                      .limit_text = {},
                      .rated = row.integer("rated").value_or(1) != 0,
                      .said = row.integer("blamed")};
    // A deadline with several limits names the one of this row.
    const auto named = row.text("limit_key");
    deadline.limit = named.empty() ? rule.limit : named;
    if (!deadline.limit.empty()) {
        const auto& edition = functions_.policies().in_force(
            deadline.limit, row.time("limit_at").value_or(deadline.started));
        deadline.policy_edition = edition.edition;
        deadline.limit_text = edition.value;
    }
    return deadline;
}

Finding Checker::Context::found(const Rule& rule, const Row& row) {
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
    finding.avoidable = row.integer("avoidable").value_or(0);
    // Of an avoidable one the remedy says how to avoid it: at the gate.
    if (!finding.open && finding.avoidable == 0) finding.remedy = explaining(finding);
    attribute(finding, row.integer("blamed"));
    return finding;
}

Finding Checker::Context::late(const Deadline& deadline, Row& row) {
    const auto until = deadline.ended().value_or(now());
    row.set("late_for", base::seconds(until) - base::seconds(deadline.due));
    row.set("limit", deadline.limit_text);
    Finding finding{.rule = deadline.rule,
                    .severity = std::string(severity_word(deadline.rule->severity)),
                    .subject = deadline.subject,
                    .since = deadline.due,
                    .detail = row.details(zone_),
                    .message = fill(deadline.rule->message, row, zone_),
                    .remedy = fill(deadline.rule->remedy, row, zone_),
                    .open = !deadline.ended()};
    if (!finding.open) finding.remedy = explaining(finding);
    attribute(finding, row.integer("blamed"));
    return finding;
}

}  // namespace huiyin::rulebook
