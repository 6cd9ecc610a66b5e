#include "huiyin/rulebook/touched.hpp"

#include <algorithm>
#include <array>

#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// How a row of a table leads to what it belongs to, and how that is named.
struct Belonging {
    std::string_view table;
    std::string_view kind;
    std::string_view subject_of;  ///< SQL from the row's id to the subject's id; empty: the same
    std::string_view name_of;     ///< SQL from the subject's id to its name
};

constexpr std::string_view matter_number = "SELECT no FROM matter WHERE id = ?";
constexpr std::string_view matter_of_step = "SELECT matter FROM step WHERE id = ?";
constexpr std::string_view staff_login = "SELECT login FROM staff WHERE id = ?";

constexpr std::array belongings{
    Belonging{"matter", "matter", {}, matter_number},
    Belonging{"complaint", "matter", {}, matter_number},
    Belonging{"step", "matter", matter_of_step, matter_number},
    Belonging{"corrected", "matter", matter_of_step, matter_number},
    Belonging{"rehomed", "matter", matter_of_step, matter_number},
    Belonging{"repeat_link", "matter", "SELECT complaint FROM repeat_link WHERE id = ?",
              matter_number},
    Belonging{"convened", "matter", matter_of_step, matter_number},
    Belonging{"repair", "matter", {}, matter_number},
    Belonging{"suggestion", "matter", {}, matter_number},
    Belonging{"suggestion_answer", "matter", matter_of_step, matter_number},
    Belonging{"letter", "matter", {}, matter_number},
    Belonging{"letter_share", "matter", matter_of_step, matter_number},
    Belonging{"survey", "matter", {}, matter_number},
    Belonging{"survey_return", "matter", matter_of_step, matter_number},
    Belonging{"conduct", "matter", {}, matter_number},
    Belonging{"quarrel", "matter", matter_of_step, matter_number},
    Belonging{"event", "matter", {}, matter_number},
    Belonging{"event_message", "matter", matter_of_step, matter_number},
    Belonging{"shift", "matter", {}, matter_number},
    Belonging{"roster", "matter", {}, matter_number},
    // Both have the number of what they belong to.
    Belonging{"shift_mate", "matter", {}, matter_number},
    Belonging{"roster_mate", "matter", {}, matter_number},
    Belonging{"handover", "matter", matter_of_step, matter_number},
    Belonging{"carried_over", "matter", matter_of_step, matter_number},
    Belonging{"patrol", "matter", matter_of_step, matter_number},
    Belonging{"area", "area", {}, "SELECT name FROM area WHERE id = ?"},
    Belonging{"home", "unit", {}, "SELECT unit FROM home WHERE id = ?"},
    Belonging{"plan_edition", "plan", {}, "SELECT name FROM plan_edition WHERE id = ?"},
    Belonging{"snippet", "snippet", {}, "SELECT name FROM snippet WHERE id = ?"},
    Belonging{"snippet_end", "snippet", {}, "SELECT name FROM snippet WHERE id = ?"},
    Belonging{"reminder", "staff", "SELECT staff FROM reminder WHERE id = ?", staff_login},
    Belonging{"attachment", "matter", matter_of_step, matter_number},
    Belonging{"erased_value", "matter", "SELECT matter FROM erased_value WHERE id = ?",
              matter_number},
    Belonging{"callback", "matter", matter_of_step, matter_number},
    Belonging{"callback_answer", "matter", matter_of_step, matter_number},
    Belonging{"correction", "matter", matter_of_step, matter_number},
    Belonging{"amended", "matter", matter_of_step, matter_number},
    Belonging{"standing", "matter",
              "SELECT s.matter FROM standing b JOIN step s ON s.id = b.step WHERE b.id = ?",
              matter_number},
    Belonging{"rearranged", "matter", matter_of_step, matter_number},
    Belonging{"recategorised", "matter", matter_of_step, matter_number},
    Belonging{"order_detail", "matter", matter_of_step, matter_number},
    Belonging{"dispatch_order", "matter", "SELECT repair FROM dispatch_order WHERE id = ?",
              matter_number},
    Belonging{"order_mate", "matter", "SELECT repair FROM dispatch_order WHERE id = ?",
              matter_number},
    Belonging{"staff", "staff", {}, staff_login},
    Belonging{"staff_edition", "staff", "SELECT staff FROM staff_edition WHERE id = ?",
              staff_login},
    Belonging{"staff_absence", "staff", "SELECT staff FROM staff_absence WHERE id = ?",
              staff_login},
    Belonging{"acknowledgement", "staff", "SELECT staff FROM acknowledgement WHERE id = ?",
              staff_login},
    Belonging{"policy_edition", "policy", {}, "SELECT key FROM policy_edition WHERE id = ?"},
    Belonging{"own_rule", "rule", {}, "SELECT rule FROM own_rule WHERE id = ?"},
    Belonging{"weekly_report", "week", {}, "SELECT week FROM weekly_report WHERE id = ?"},
    Belonging{"explanation", "finding", {}, "SELECT subject FROM explanation WHERE id = ?"},
};

/// Matters that may owe again what a matter stood for, once that one is void: those a letter
/// answered, the complaint an event reported, and what a conduct case was about.
constexpr std::string_view leaning_on_void =
    "SELECT c.matter FROM matter m JOIN letter_share h ON h.letter = m.id"
    " JOIN callback c ON c.id = h.callback WHERE m.id = ?1 AND m.voided_at IS NOT NULL"
    " UNION SELECT e.complaint FROM matter m JOIN event e ON e.id = m.id"
    " WHERE m.id = ?1 AND m.voided_at IS NOT NULL AND e.complaint IS NOT NULL"
    " UNION SELECT c.source FROM matter m JOIN conduct c ON c.id = m.id"
    " WHERE m.id = ?1 AND m.voided_at IS NOT NULL AND c.source IS NOT NULL";

/// The complaint an event reports, and the one that it was corrected not to.
constexpr std::string_view linked_by_event = "SELECT complaint FROM event WHERE id = ?";
constexpr std::string_view unlinked_by_correction =
    "SELECT CAST(a.old_value AS INTEGER) FROM amended a JOIN step s ON s.id = a.step"
    " WHERE a.step = ? AND s.field = 'complaint' AND a.old_value IS NOT NULL";

struct Subject {
    std::string_view kind;
    std::int64_t id;
    std::string_view name_of;
};

std::optional<Subject> subject_of(store::Connection& connection, std::string_view table,
                                  std::int64_t id) {
    const auto belonging = std::ranges::find(belongings, table, &Belonging::table);
    if (belonging == belongings.end()) return {};
    const auto subject = belonging->subject_of.empty()
                             ? std::optional(id)
                             : store::find_integer(connection, belonging->subject_of, id);
    if (!subject) return {};
    return Subject{belonging->kind, *subject, belonging->name_of};
}

}  // namespace

std::vector<std::string> tables_that_belong() {
    std::vector<std::string> tables;
    std::ranges::transform(belongings, std::back_inserter(tables),
                           [](const Belonging& one) { return std::string(one.table); });
    return tables;
}

std::optional<std::int64_t> key_of(const store::Change& change) {
    for (std::size_t column = 0; column < change.in_key.size(); ++column) {
        if (!change.in_key[column]) continue;
        const auto& value = change.value(column);
        if (value && std::holds_alternative<std::int64_t>(*value))
            return std::get<std::int64_t>(*value);
        return {};
    }
    return {};
}

ChangeSummary summary_of_changes(store::Connection& connection,
                                 std::span<const store::ChangedRow> rows) {
    ChangeSummary touched;
    for (const auto& [table, id] : rows) {
        touched.tables.insert(table);
        if (!id) continue;
        touched.written.emplace(table, *id);
        if (const auto subject = subject_of(connection, table, *id))
            touched.subjects.emplace(subject->kind, subject->id);
        for (const auto link : {linked_by_event, unlinked_by_correction}) {
            if (table != (link == linked_by_event ? "event" : "amended")) continue;
            if (const auto complaint = store::find_integer(connection, link, *id))
                touched.subjects.emplace("matter", *complaint);
        }
        // What is corrected is judged anew.
        if (table == "correction")
            if (const auto target = store::find_integer(
                    connection,
                    "SELECT c.target FROM correction c JOIN step t ON t.id = c.target"
                    " WHERE c.step = ? AND t.voided_at IS NULL",
                    *id))
                touched.written.emplace("step", *target);
        if (table != "matter" ||
            !store::find_integer(
                connection, "SELECT 1 FROM matter WHERE id = ? AND voided_at IS NOT NULL", *id))
            continue;
        for (Query row(connection, leaning_on_void, *id); row.next();)
            touched.subjects.emplace("matter", row.integer(0));
    }
    return touched;
}

ChangeSummary summary_of_changes(store::Connection& connection, std::string_view changeset) {
    std::vector<store::ChangedRow> rows;
    store::for_each_change(changeset, [&](const store::Change& change) {
        rows.push_back({change.table, key_of(change)});
    });
    return summary_of_changes(connection, rows);
}

std::optional<std::string> name_of_row(store::Connection& connection, const store::Change& change) {
    const auto id = key_of(change);
    return id ? name_of_row(connection, change.table, *id) : std::nullopt;
}

std::optional<std::string> name_of_row(store::Connection& connection, std::string_view table,
                                       std::int64_t id) {
    const auto subject = subject_of(connection, table, id);
    return subject ? store::find_text(connection, subject->name_of, subject->id) : std::nullopt;
}

std::set<std::string> subject_names(
    store::Connection& connection, const std::set<std::pair<std::string, std::int64_t>>& subjects) {
    std::set<std::string> names;
    for (const auto& [kind, id] : subjects) {
        const auto belonging = std::ranges::find(belongings, kind, &Belonging::kind);
        if (const auto name = store::find_text(connection, belonging->name_of, id))
            names.insert(*name);
    }
    return names;
}

}  // namespace huiyin::rulebook
