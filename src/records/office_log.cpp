#include "huiyin/records/office_log.hpp"

#include "huiyin/records/correction.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// Of the first four columns: id, at, recorded at, recorder.
Recorded read_recorded(const Query& row) {
    return {.id = row.integer(0),
            .at = row.time(1),
            .recorded_at = row.time(2),
            .recorder = row.text(3)};
}

}  // namespace

std::vector<StaffEntry> staff_entries(store::Connection& connection) {
    std::vector<StaffEntry> changes;
    for (Query row(
             connection,
             "SELECT e.id, e.at, e.recorded_at, r.login, e.staff, p.login, name.value, e.role,"
             " e.department, e.superior, e.has_left FROM staff_edition e"
             " JOIN staff p ON p.id = e.staff JOIN staff r ON r.id = e.recorder"
             " LEFT JOIN content name ON name.id = e.name ORDER BY e.id");
         row.next();)
        changes.push_back({.recorded = read_recorded(row),
                           .edition = {.staff = row.integer(4),
                                       .login = row.text(5),
                                       .name = row.maybe_text(6).value_or(""),
                                       .role = parse_role(row.text(7)),
                                       .department = row.maybe_text(8),
                                       .superior = row.maybe_integer(9),
                                       .has_left = row.flag(10),
                                       .at = row.time(1)}});
    return changes;
}

std::vector<AbsenceEntry> absence_entries(store::Connection& connection) {
    std::vector<AbsenceEntry> entries;
    for (Query row(connection,
                   "SELECT a.id, a.recorded_at, a.recorded_at, r.login, p.login, a.from_at,"
                   " a.until_at, a.acting FROM staff_absence a JOIN staff p ON p.id = a.staff"
                   " JOIN staff r ON r.id = a.recorder ORDER BY a.id");
         row.next();)
        entries.push_back({.recorded = read_recorded(row),
                           .login = row.text(4),
                           .absence = {row.time(5), row.time(6), row.maybe_integer(7)}});
    return entries;
}

std::vector<PolicyChange> policy_changes(store::Connection& connection) {
    std::vector<PolicyChange> changes;
    for (Query row(connection,
                   "SELECT e.id, e.at, e.recorded_at, r.login, e.key, e.value, reason.value"
                   " FROM policy_edition e JOIN staff r ON r.id = e.recorder"
                   " LEFT JOIN content reason ON reason.id = e.reason ORDER BY e.id");
         row.next();)
        changes.push_back({.recorded = read_recorded(row),
                           .key = row.text(4),
                           .value = row.text(5),
                           .reason = row.maybe_text(6)});
    return changes;
}

std::vector<PlanChange> plan_changes(store::Connection& connection) {
    std::vector<PlanChange> changes;
    for (Query row(connection,
                   "SELECT e.id, e.at, e.recorded_at, r.login, e.name, e.edition, words.value"
                   " FROM plan_edition e JOIN staff r ON r.id = e.recorder"
                   " LEFT JOIN content words ON words.id = e.text ORDER BY e.id");
         row.next();)
        changes.push_back({.recorded = read_recorded(row),
                           .name = row.text(4),
                           .edition = static_cast<int>(row.integer(5)),
                           .text = row.maybe_text(6).value_or("")});
    return changes;
}

std::vector<SnippetChange> snippet_changes(store::Connection& connection) {
    std::vector<SnippetChange> changes;
    for (Query row(
             connection,
             "SELECT * FROM (SELECT s.id, s.at, s.recorded_at, r.login, s.name,"
             " coalesce(words.value, '—') AS text FROM snippet s JOIN staff r ON r.id = s.recorder"
             " LEFT JOIN content words ON words.id = s.text"
             " UNION ALL SELECT e.id, e.at, e.recorded_at, r.login, s.name, NULL"
             " FROM snippet_end e JOIN snippet s ON s.id = e.id"
             " JOIN staff r ON r.id = e.recorder) ORDER BY recorded_at, id, text IS NULL");
         row.next();)
        changes.push_back(
            {.recorded = read_recorded(row), .name = row.text(4), .text = row.maybe_text(5)});
    return changes;
}

std::vector<AcknowledgementEntry> acknowledgement_entries(store::Connection& connection) {
    std::vector<AcknowledgementEntry> entries;
    for (Query row(connection,
                   "SELECT a.id, a.at, a.recorded_at, r.login, p.login, e.name"
                   " FROM acknowledgement a JOIN staff p ON p.id = a.staff"
                   " JOIN staff r ON r.id = a.recorder"
                   " LEFT JOIN plan_edition e ON e.id = a.plan ORDER BY a.id");
         row.next();)
        entries.push_back(
            {.recorded = read_recorded(row), .login = row.text(4), .plan = row.maybe_text(5)});
    return entries;
}

std::vector<ExplanationEntry> explanation_entries(store::Connection& connection) {
    std::vector<ExplanationEntry> entries;
    for (Query row(connection,
                   "SELECT min(e.id), e.at, e.at, r.login, e.rule, e.subject, reason.value"
                   " FROM explanation e JOIN staff r ON r.id = e.recorder"
                   " LEFT JOIN content reason ON reason.id = e.reason"
                   " GROUP BY e.rule, e.subject, e.at, e.recorder ORDER BY 1");
         row.next();)
        entries.push_back({.recorded = read_recorded(row),
                           .rule = row.text(4),
                           .subject = row.text(5),
                           .reason = row.maybe_text(6)});
    return entries;
}

std::vector<FilingEntry> filing_entries(store::Connection& connection) {
    std::vector<FilingEntry> entries;
    for (Query row(connection,
                   "SELECT w.id, w.filed_at, w.filed_at, r.login, w.week, words.value"
                   " FROM weekly_report w JOIN staff r ON r.id = w.recorder"
                   " LEFT JOIN content words ON words.id = w.summary ORDER BY w.id");
         row.next();)
        entries.push_back(
            {.recorded = read_recorded(row), .week = row.text(4), .summary = row.maybe_text(5)});
    return entries;
}

std::vector<OfficeRuleEntry> office_rule_entries(store::Connection& connection) {
    std::vector<OfficeRuleEntry> entries;
    for (Query row(connection,
                   "SELECT o.id, o.at, o.at, r.login, o.rule, o.edition, words.value, reason.value"
                   " FROM own_rule o JOIN staff r ON r.id = o.recorder"
                   " LEFT JOIN content words ON words.id = o.text"
                   " LEFT JOIN content reason ON reason.id = o.reason ORDER BY o.id");
         row.next();)
        entries.push_back({.recorded = read_recorded(row),
                           .rule = row.text(4),
                           .edition = static_cast<int>(row.integer(5)),
                           .text = row.maybe_text(6),
                           .reason = row.maybe_text(7)});
    return entries;
}

std::vector<OldValue> replaced_values(store::Connection& connection) {
    std::vector<OldValue> values;
    for (Query row(connection,
                   "SELECT s.matter, coalesce(iif(t.seq > 1, t.seq, 0), 0), s.field,"
                   " coalesce(words.value, a.old_value), t.what FROM amended a JOIN step s ON s.id "
                   "= a.step"
                   " LEFT JOIN correction c ON c.step = s.id LEFT JOIN step t ON t.id = c.target"
                   " LEFT JOIN content words ON words.id = a.old_said"
                   " ORDER BY a.step");
         row.next();) {
        OldValue old{.matter = row.integer(0),
                     .step = static_cast<int>(row.integer(1)),
                     .field = row.text(2),
                     .value = row.maybe_text(3)};
        if (old.step > 0 && is_wording(row.text(4), old.field)) old.field = "text";
        if (old.step > 0 && old.field == "form") old.field = "method";
        values.push_back(std::move(old));
    }
    return values;
}

std::map<std::pair<std::string, std::int64_t>, std::int64_t> first_words(
    store::Connection& connection) {
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> first;
    for (Query row(connection, "SELECT place, row, id FROM said ORDER BY id"); row.next();) {
        const auto place = row.text(0);
        first.emplace(std::pair(place, row.integer(1)), row.integer(2));
        first.emplace(std::pair(place.substr(0, place.find('.')), row.integer(1)), row.integer(2));
    }
    return first;
}

SheetsSaid sheets_of(store::Connection& connection, StepId collection) {
    Query row(connection, "SELECT satisfied, dissatisfied FROM survey_return WHERE step = ?",
              collection);
    if (!row.next()) return {};
    return {.satisfied = row.maybe_integer(0), .dissatisfied = row.maybe_integer(1)};
}

std::optional<std::string> registered_repeat(store::Connection& connection, MatterId complaint) {
    return store::find_text(
        connection,
        "SELECT e.no FROM repeat_link l JOIN matter e ON e.id = l.earlier WHERE l.by_hand"
        " AND l.id = (SELECT min(f.id) FROM repeat_link f WHERE f.complaint = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM step s WHERE s.matter = ?1 AND +s.what = 'amend'"
        "  AND s.field = 'repeat-of' AND s.recorded_at = l.from_at)",
        complaint);
}

std::optional<std::string> callback_answered_by(store::Connection& connection, StepId answer) {
    return store::find_text(connection,
                            "SELECT c.no FROM callback_answer a JOIN callback c"
                            " ON c.id = a.callback WHERE a.step = ?",
                            answer);
}

std::optional<std::string> first_category(store::Connection& connection, MatterId repair) {
    return store::find_text(
        connection,
        "SELECT r.old_category FROM step s JOIN recategorised r ON r.step = s.id"
        " WHERE s.matter = ? AND s.what = 'recategorise' ORDER BY s.id LIMIT 1",
        repair);
}

}  // namespace huiyin::records
