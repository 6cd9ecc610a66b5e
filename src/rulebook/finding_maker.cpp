#include "finding_maker.hpp"

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// What is left to do about a fact.
base::Text explaining(const Found& found) {
    return base::compose({"已是事实;由主管说明:huiyin check explain {} {} --reason …",
                          "it happened; a manager explains it: huiyin check explain {} {} "
                          "--reason …"},
                         found.rule->id, found.subject);
}

/// Of a breach that a correction did away with: what it was is not on file any more.
base::Text as_it_stood(const Found& found) {
    return base::compose({"{}:更正之前已成立:{}", "{0}: stood before it was corrected: {2}"},
                         found.subject, found.rule->title.zh, found.rule->title.en);
}

}  // namespace

bool refuses(const Rule& rule) {
    return rule.severity == Severity::refuse || rule.severity == Severity::refuse_or_witness;
}

std::optional<Explanation> FindingMaker::explanation_of(const Rule& rule, std::string_view subject,
                                                        base::Instant since) const {
    Query row(functions_.connection(),
              "SELECT c.value, p.login, e.at FROM explanation e"
              " JOIN staff p ON p.id = e.recorder LEFT JOIN content c ON c.id = e.reason"
              " WHERE e.rule = ? AND e.subject = ? AND e.since = ? AND e.at <= ?",
              rule.id, subject, since, functions_.now());
    if (!row.next()) return {};
    return Explanation{row.maybe_text(0), row.text(1), row.time(2)};
}

void FindingMaker::mark_explained(std::vector<Finding>& findings) const {
    // At the gate there are few findings, and fewer that anybody has explained.
    if (findings.empty() ||
        !store::find_integer(functions_.connection(), "SELECT 1 FROM explanation LIMIT 1"))
        return;
    for (auto& finding : findings)
        finding.explanation = explanation_of(*finding.rule, finding.subject, finding.since);
}

std::optional<std::string> FindingMaker::blamed(const Rule& rule, const Fault& fault) const {
    const auto person = blamed_for(functions_.connection(), rule, fault);
    return person ? std::optional(records::login_of(functions_.connection(), *person))
                  : std::nullopt;
}

void FindingMaker::attribute(Finding& finding, std::optional<records::StaffId> said) const {
    finding.blamed = blamed(
        *finding.rule,
        {.subject = finding.subject, .since = finding.since, .row = finding.row, .said = said});
    finding.unit =
        records::home_known_at(functions_.connection(), finding.subject, functions_.now());
}

/// Audits report what a refusal rule finds only where someone said "it happened so".
std::string_view FindingMaker::severity_of(const Rule& rule, const Row& row) const {
    if (rule.severity != Severity::refuse_or_witness) return severity_word(rule.severity);
    const bool pardonable = row.integer("pardonable").value_or(1) != 0;
    const bool as_happened =
        rule.blames == "step" &&
        store::find_integer(functions_.connection(), "SELECT as_happened FROM step WHERE id = ?",
                            row.integer("row"))
            .has_value();
    return pardonable && as_happened ? "breach" : "refuse";
}

Deadline FindingMaker::deadline_of(const Rule& rule, const Row& row) const {
    Deadline deadline{.rule = &rule,
                      .subject = row.text("subject"),
                      .started = row.time("started").value_or(functions_.now()),
                      .due = row.time("due").value_or(functions_.now()),
                      .met = row.time("met"),
                      .stopped = row.time("stopped"),
                      .limit_text = {},
                      .rated = row.integer("rated").value_or(1) != 0,
                      .said = row.integer("blamed")};
    // A deadline with several limits names the one of this row.
    const auto named = row.text("limit_key");
    deadline.limit =
        named.empty() ? std::string_view(rule.limit) : records::policy_definition(named).key;
    if (!deadline.limit.empty()) {
        const auto& edition = functions_.policies().in_force(
            deadline.limit, row.time("limit_at").value_or(deadline.started));
        deadline.policy_edition = edition.edition;
        deadline.limit_text = edition.value;
    }
    return deadline;
}

/// As a message names people: 陈静(chen).
Row FindingMaker::with_names(Row row) const {
    auto& connection = functions_.connection();
    row.for_each_text([&](const std::string& column, std::string& login) {
        const auto staff =
            names_somebody(column) ? records::find_staff(connection, login) : std::nullopt;
        if (!staff) return;
        const auto name = records::staff_as_of(connection, *staff, functions_.now()).name;
        if (!name.empty() && name != login) login = base::format("{}({})", name, login);
    });
    return row;
}

const Columns* FindingMaker::kept(const Columns& columns) {
    return &*columns_.insert(columns).first;
}

Found FindingMaker::found_of(const Rule& rule, const Row& row, const Columns& columns) {
    Found found{.rule = &rule,
                .severity = severity_of(rule, row),
                .subject = row.text("subject"),
                .since = row.time("since").value_or(functions_.now()),
                .row = row.integer("row").value_or(0),
                .avoidable = row.integer("avoidable").value_or(0),
                .columns = kept(columns),
                .cells = packed(row, columns)};
    // A rule says of a row that nothing can be done about it any more by `mendable`.
    found.open = found.severity == "refuse" || rule.heals ||
                 (!refuses(rule) && row.integer("mendable").value_or(1) != 0);
    // Of an avoidable one the remedy says how to avoid it: at the gate.
    found.to_be_explained = !found.open && found.avoidable == 0;
    return found;
}

Found FindingMaker::found_of(const Deadline& deadline, Row& row, const Columns& columns) {
    const auto until = deadline.ended().value_or(functions_.now());
    row.set("late_for", base::seconds(until) - base::seconds(deadline.due));
    row.set("limit", deadline.limit_text);
    auto with_these = columns;
    with_these.insert(with_these.end(), {"late_for", "limit"});
    return {.rule = deadline.rule,
            .severity = severity_word(deadline.rule->severity),
            .subject = deadline.subject,
            .since = deadline.due,
            .open = !deadline.ended(),
            .to_be_explained = deadline.ended().has_value(),
            .columns = kept(with_these),
            .cells = packed(row, with_these)};
}

Finding FindingMaker::tell_briefly(const Found& found) {
    return {.rule = found.rule,
            .severity = std::string(found.severity),
            .subject = found.subject,
            .since = found.since,
            .row = found.row,
            .open = found.open,
            .avoidable = found.avoidable};
}

Finding FindingMaker::tell(const Found& found) const {
    const auto& zone = functions_.zone();
    const auto row = found.said();
    auto finding = tell_briefly(found);
    finding.remedy =
        found.to_be_explained ? explaining(found) : fill(found.rule->remedy, row, zone);
    if (found.stood) {
        finding.message = as_it_stood(found);
        attribute(finding, {});
        return finding;
    }
    finding.detail = row.details(zone);
    finding.message = fill(found.rule->message, with_names(row), zone);
    attribute(finding, row.integer("blamed"));
    return finding;
}

std::vector<Finding> FindingMaker::tell(const std::vector<Found>& found) const {
    std::vector<Finding> findings;
    findings.reserve(found.size());
    for (const auto& one : found)
        findings.push_back(tell(one));
    return findings;
}

}  // namespace huiyin::rulebook
