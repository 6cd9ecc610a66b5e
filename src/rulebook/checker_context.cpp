#include "checker_context.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/writing.hpp"
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
        throw Failure(base::Exit::failed, Label{"查出的太多", "it finds too much"});
}

/// What may be touched and is judged: each has a table of ids.
constexpr std::array<std::string_view, 3> touched_kinds{"matter", "staff", "policy"};

/// Small enough to stay in memory, large enough that preparing is nothing beside it.
constexpr int portion_size = 4'000;

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
      rules_(rules_until(connection, now)) {
    for (const auto kind : touched_kinds)
        connection_.execute(base::format(
            "CREATE TEMP TABLE IF NOT EXISTS touched_{} (id INTEGER PRIMARY KEY NOT NULL)", kind));
}

void Checker::Context::choose_all() {
    unable_.clear();
    provenance_.reset();
    scope_.use(Scope::Over::portion);
    most_steps_ = most_steps_in_an_audit;
    source_ = "main.matter";
}

void Checker::Context::choose_active(const std::optional<base::Instant>& since,
                                     const std::optional<std::string_view>& kind) {
    choose_all();
    source_ = "temp.chosen";
    connection_.execute(
        "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY NOT NULL);"
        "DELETE FROM temp.chosen WHERE true");
    store::run(connection_,
               "INSERT INTO temp.chosen"
               // A roster stays open for ever, and has no deadline.
               " SELECT id FROM main.matter WHERE closed_at IS NULL AND voided_at IS NULL"
               " AND kind <> 'roster'"
               " UNION SELECT matter FROM main.owing"
               " UNION SELECT matter FROM main.step WHERE recorded_at >= ?1"
               // What was agreed for a time may be due long after it was recorded.
               " UNION SELECT id FROM main.repair WHERE appointment_at >= ?1",
               since);
    if (kind)
        store::run(connection_,
                   "DELETE FROM temp.chosen WHERE NOT EXISTS"
                   " (SELECT 1 FROM main.matter m WHERE m.id = chosen.id AND m.kind = ?)",
                   *kind);
}

base::Seconds Checker::Context::longest_limit() const {
    base::Seconds longest{0};
    for (const auto& definition : records::policy_definitions()) {
        if (definition.kind != records::PolicyKind::duration) continue;
        for (const auto& edition : functions_.policies().editions(definition.key)) {
            const auto value = records::policy_value(definition, edition.value);
            if (const auto* seconds = std::get_if<std::int64_t>(&value))
                longest = std::max(longest, base::Seconds{*seconds});
        }
    }
    return longest;
}

bool Checker::Context::judge_portion(std::int64_t& last) {
    forget_touched();
    store::run(connection_,
               base::format("INSERT INTO temp.touched_matter SELECT id FROM {} WHERE id > ?"
                            " ORDER BY id LIMIT ?",
                            source_),
               last, portion_size);
    const auto end = store::find_integer(connection_, "SELECT max(id) FROM temp.touched_matter");
    if (!end) return false;
    last = *end;
    scope_.refill();
    note_kinds();
    return true;
}

void Checker::Context::judge_rest() {
    scope_.use(Scope::Over::everything);
}

void Checker::Context::leave_out_periods_before(base::Instant since) {
    provide("scope_week scope_month");
    for (const std::string_view table : {"scope_week", "scope_month"})
        store::run(connection_, base::format("DELETE FROM temp.{} WHERE until_at < ?", table),
                   since);
}

void Checker::Context::judge(const std::set<std::pair<std::string, std::int64_t>>& subjects,
                             const std::optional<records::Provenance>& provenance) {
    unable_.clear();
    provenance_ = provenance;
    provenance_subjects_.clear();
    if (provenance) provenance_subjects_ = subject_names(connection_, subjects);
    scope_.use(Scope::Over::touched);
    most_steps_ = most_steps_at_the_gate;
    forget_touched();
    for (const auto& [kind, id] : subjects)
        if (std::ranges::find(touched_kinds, kind) != touched_kinds.end())
            store::run(connection_, base::format("INSERT INTO temp.touched_{} VALUES (?)", kind),
                       id);
    scope_.refill();
    if (scope_.has("deed")) fill_provenance();
    note_kinds();
}

void Checker::Context::read_again() {
    functions_.read_policies_again();
    rules_ = rules_until(connection_, now());
}

void Checker::Context::forget_touched() {
    for (const auto kind : touched_kinds)
        store::run(connection_, base::format("DELETE FROM temp.touched_{} WHERE 1", kind));
}

/// The words by which rules say what they judge, and after which steps. Weeks and posts to be taken
/// are judged in an audit only.
void Checker::Context::note_kinds() {
    kinds_.clear();
    steps_.clear();
    for (const auto kind : touched_kinds)
        if (store::find_integer(connection_,
                                base::format("SELECT 1 FROM temp.touched_{} LIMIT 1", kind)))
            kinds_.emplace(kind);
    if (provenance_) kinds_.insert("record");
    if (!kinds_.contains("matter")) return;
    kinds_.insert("record");
    for (Query row(connection_,
                   "SELECT DISTINCT m.kind FROM temp.touched_matter t CROSS JOIN main.matter m"
                   " ON m.id = t.id");
         row.next();)
        kinds_.insert(row.text(0));
    for (Query row(connection_,
                   "SELECT DISTINCT s.what FROM temp.touched_matter t CROSS JOIN main.step s"
                   " ON s.matter = t.id");
         row.next();)
        steps_.insert(row.text(0));
}

bool Checker::Context::concerns(const Rule& rule) const {
    return kinds_.contains(rule.judges) &&
           (rule.after.empty() || std::ranges::any_of(rule.after, [&](const auto& step) {
                return steps_.contains(step);
            }));
}

void Checker::Context::provide(const Rule& rule) {
    provide(rule.sql);
}

void Checker::Context::provide(std::string_view sql) {
    const bool weeks = scope_.has("scope_week");
    const bool months = scope_.has("scope_month");
    const bool provenance = scope_.has("deed");
    scope_.provide(sql);
    if (!weeks && scope_.has("scope_week")) fill_periods<base::Week>("scope_week");
    if (!months && scope_.has("scope_month")) fill_periods<base::Month>("scope_month");
    if (!provenance && scope_.has("deed")) fill_provenance();
}

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
    prepare(in_force, rule.sql);
    Query rows(connection_, rule.sql);
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
    const auto sql = base::format("SELECT * FROM ({}) AS clock {}", rule.sql, condition);
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

void Checker::Context::fill_provenance() {
    store::run(connection_, "DELETE FROM temp.deed WHERE 1");
    if (!provenance_) return;
    for (const auto& subject : provenance_subjects_)
        store::run(connection_, "INSERT INTO temp.deed VALUES (?, ?, ?, ?, ?)", row_of_provenance,
                   subject, provenance_->at, now(), provenance_->late_reason);
}

template <typename Period>
void Checker::Context::fill_periods(std::string_view table) {
    const auto insert = base::format("INSERT INTO temp.{} VALUES (?, ?, ?)", table);
    const auto opened_at = records::load_office(connection_).opened_at;
    for (auto period = Period::containing(opened_at, zone_); period.end(zone_) <= now();
         period = period.next())
        store::run(connection_, insert, period.name(), period.begin(zone_), period.end(zone_));
}

}  // namespace huiyin::rulebook
