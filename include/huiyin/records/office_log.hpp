#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/people.hpp"

/// What the office recorded about itself, and what corrections replaced: for an export that is
/// recorded anew, as it was recorded first. Each in the order in which it was recorded. Nothing
/// here throws, but `staff_entries` as `parse_role` does for a role that no command wrote.
namespace huiyin::records {

/// When something was recorded, and by whom.
struct Recorded {
    std::int64_t id = 0;
    base::Instant at;
    base::Instant recorded_at;
    std::string recorder;  ///< a login
};

struct StaffEntry {
    Recorded recorded;
    StaffEdition edition;
};
std::vector<StaffEntry> staff_entries(store::Connection& connection);

struct AbsenceEntry {
    Recorded recorded;
    std::string login;
    Absence absence;
};
std::vector<AbsenceEntry> absence_entries(store::Connection& connection);

struct PolicyChange {
    Recorded recorded;
    std::string key;
    std::string value;
    std::optional<std::string> reason;
};
std::vector<PolicyChange> policy_changes(store::Connection& connection);

struct PlanChange {
    Recorded recorded;
    std::string name;
    int edition = 1;
    std::string text;
};
std::vector<PlanChange> plan_changes(store::Connection& connection);

/// A phrase that was kept; without a text one that was retired.
struct SnippetChange {
    Recorded recorded;
    std::string name;
    std::optional<std::string> text;
};
std::vector<SnippetChange> snippet_changes(store::Connection& connection);

struct AcknowledgementEntry {
    Recorded recorded;
    std::string login;
    std::optional<std::string> plan;  ///< none: the rulebook
};
std::vector<AcknowledgementEntry> acknowledgement_entries(store::Connection& connection);

struct ExplanationEntry {
    Recorded recorded;
    std::string rule;
    std::string subject;
    std::optional<std::string> reason;
};
/// One for each command: what it explained at once counts once.
std::vector<ExplanationEntry> explanation_entries(store::Connection& connection);

struct FilingEntry {
    Recorded recorded;
    std::string week;
    std::optional<std::string> summary;
};
std::vector<FilingEntry> filing_entries(store::Connection& connection);

/// An edition of a rule of the office's own; without a text it was retired.
struct OfficeRuleEntry {
    Recorded recorded;
    std::string rule;
    int edition = 1;
    std::optional<std::string> text;
    std::optional<std::string> reason;
};
std::vector<OfficeRuleEntry> office_rule_entries(store::Connection& connection);

/// A field as it was before its first correction; no value where nothing had been said.
struct OldValue {
    MatterId matter = 0;
    int step = 0;       ///< its number; 0 for a field of the matter itself
    std::string field;  ///< `text` for words of a step, whatever the correction called them
    std::optional<std::string> value;
};
std::vector<OldValue> replaced_values(store::Connection& connection);

/// By table and row, or by column and row, the first of what was said there. Ids of what is said
/// grow with every row of any table that has words: they tell which of two rows of one entry came
/// first.
std::map<std::pair<std::string, std::int64_t>, std::int64_t> first_words(
    store::Connection& connection);

/// What the sheets of one collection said (clause 3.2.1).
struct SheetsSaid {
    std::optional<std::int64_t> satisfied;
    std::optional<std::int64_t> dissatisfied;
};
SheetsSaid sheets_of(store::Connection& connection, StepId collection);

/// What a complaint was said to repeat as it was registered; nothing where its home and category
/// say so, or a correction did.
std::optional<std::string> registered_repeat(store::Connection& connection, MatterId complaint);

/// The number of the callback in which the answer was promised.
std::optional<std::string> callback_answered_by(store::Connection& connection, StepId answer);

/// What a repair's category was before it was first corrected; nothing where it never was.
std::optional<std::string> first_category(store::Connection& connection, MatterId repair);

}  // namespace huiyin::records
