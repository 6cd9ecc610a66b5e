#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

/// What we say to a resident, and whether clause 2.2.1 forbids it: whoever wrote the words down
/// knows.
struct Words {
    std::string text;
    bool taboo = false;
};

/// A home, and one of the ways in which people write it.
struct Home {
    std::string as_such, typed;
};

struct AddComplaint {
    std::string channel;
    bool phone = true;
    std::optional<Home> home = {};
    std::string category = {};
    std::optional<int> complaint_class = {};
    std::optional<int> people = {};
    std::vector<std::string> courtesy = {};
    bool courtesy_missed = false;
    /// By another department or a hotline, which may have set a deadline.
    bool forwarded = false;
    std::optional<Instant> hotline_due = {};
};
struct Assign {
    std::string no, to;
    bool reason = false;
};
struct Escalate {
    std::string no, to;
    bool reason = true;
    std::vector<std::string> convened = {};
};
struct Convene {
    std::string no;
    std::vector<std::string> who;
};
struct Investigate {
    std::string no;
};
struct Opinion {
    std::string no;
};
struct Reply {
    std::string no;
    Words text;
    std::string method;
};
struct Settle {
    std::string no;
    Words reply;
    std::string method;
};
struct LogCallback {
    std::string no, method, satisfied;
    std::optional<Words> note = {};
    bool is_signed = false;
    bool raised = false;
    std::optional<Words> settled = {};
    std::optional<Instant> appointment = {};
};
struct Attempt {
    std::string no, method;
};
struct Answer {
    std::string hf;
    Words text;
};
struct Rearrange {
    std::string hf;
    Instant appointment = 0;
};
/// A callback that was never made.
struct VoidCallback {
    std::string hf;
};
/// What was mistyped of a callback: one of these.
struct AmendCallback {
    std::string hf;
    std::string satisfied = {}, method = {};
    bool is_signed = false;
    std::optional<Words> note = {};
};
/// When a step happened, by its number; the first is the reception.
struct AmendTime {
    std::string no;
    int step = 1;
    Instant at = 0;
};
struct Close {
    std::string no;
    bool outcome = true;
    /// Empty, `unsatisfied`, or how it ended.
    std::string ended = {};
    bool reason = false;
};
/// One open letter to many.
struct PublishLetter {
    std::vector<std::string> answers;
    Words text;
};
/// Somebody of ours quarrelled with the visitor; nobody is `none`.
struct Quarrel {
    std::string no, who, stopped_by, taken_over_by;
};
/// A conduct case against somebody.
struct RecordConduct {
    std::string who, kind;
};
struct DecideCase {
    std::string no;
    bool authority = false;
};
struct Note {
    std::string no;
};
struct Void {
    std::string no;
};
/// What was mistyped of a matter: one of these.
struct AmendMatter {
    std::string no;
    std::optional<Home> home = {};
    bool phone = false;
    std::string category = {};
    std::optional<int> complaint_class = {};
    std::string rework_of = {};
    bool not_rework = false;
};
struct AddSuggestion {
    std::string sort, channel;
    bool phone = true;
    std::optional<Home> home = {};
};
struct AnswerSuggestion {
    std::string no;
    Words text;
    std::string method, courtesy;
};
/// A suggestion or a repair; complaints have more to say.
struct CloseMatter {
    std::string no;
    bool outcome = true;
};
struct AddRepair {
    std::string channel, category;
    bool phone = true;
    std::optional<Home> home = {};
    std::optional<Instant> appointment = {};
    std::string rework_of = {};
    bool not_rework = false;
};
struct Dispatch {
    std::string no, to;
    std::vector<std::string> mates = {};
    /// off-shift or skill, where a rework goes to another.
    std::string instead = {};
    bool reason = false;
};
struct Arrive {
    std::string pg;
};
struct Start {
    std::string pg;
    bool agreed = true;
};
struct Defer {
    std::string pg, fault;
};
struct Finish {
    std::string pg;
    Words result;
    bool apology = false;
};
struct Sign {
    std::string pg;
    bool refused = false;
};
struct HandIn {
    std::string pg, to;
};
struct CancelOrder {
    std::string pg;
};
struct Recategorise {
    std::string no, category;
};
struct Apologise {
    std::string no;
};
/// The heat supplier is told.
struct TellSupplier {
    std::string no;
};
struct Urge {
    std::string no;
};
struct SetPolicy {
    std::string key, value;
    std::int64_t meaning = 0;
    std::optional<Instant> from = {};
};
struct Away {
    std::string login;
    Instant from = 0, to = 0;
    std::string acting;
};
struct Leave {
    std::string login;
    std::string successor = {};
};
/// Another role, another superior, or both; empty: as it was.
struct ChangeStaff {
    std::string login, role, superior;
};
struct Hire {
    std::string login, role, superior;
};
/// Who left comes back to what they were.
struct Return {
    std::string login, role, superior;
};

using Deed =
    std::variant<AddComplaint, Assign, Escalate, Convene, Investigate, Opinion, Reply, Settle,
                 LogCallback, Attempt, Answer, Rearrange, VoidCallback, AmendCallback, AmendTime,
                 AmendMatter, Close, PublishLetter, Quarrel, RecordConduct, DecideCase, Note, Void,
                 AddSuggestion, AnswerSuggestion, CloseMatter, AddRepair, Dispatch, Arrive, Start,
                 Defer, Finish, Sign, HandIn, CancelOrder, Recategorise, Apologise, TellSupplier,
                 Urge, SetPolicy, Away, Leave, ChangeStaff, Hire, Return>;

/// What makes a command unreadable, whatever else it says.
enum class Slip { none, unknown_option, by_on_a_decision };

/// One command: who says it, what, and when it is said to have happened.
struct Action {
    std::string actor;
    Deed deed;
    /// Who did it, where that is not who types it.
    std::string by = {};
    std::optional<Instant> at = {};
    bool late_reason = false;
    bool as_happened = false;
    bool dry_run = false;
    Slip slip = Slip::none;
};

/// The administrator runs the tests and needs no `--as`.
inline const std::string administrator = "@admin";

/// The arguments after `huiyin`.
std::vector<std::string> command_line(const Action& action);

/// The callback it is about, or nothing.
std::optional<std::string> callback_of(const Deed& deed);
/// The order it is about, or nothing.
std::optional<std::string> order_of(const Deed& deed);
/// The matter it is about; nothing where it is about none, or about a callback or an order.
std::optional<std::string> matter_of(const Deed& deed);

/// What is typed for the deeds on repairs and suggestions.
std::vector<std::string> words_of(const AddSuggestion& deed);
std::vector<std::string> words_of(const AnswerSuggestion& deed);
std::vector<std::string> words_of(const CloseMatter& deed);
std::vector<std::string> words_of(const AddRepair& deed);
std::vector<std::string> words_of(const Dispatch& deed);
std::vector<std::string> words_of(const Arrive& deed);
std::vector<std::string> words_of(const Start& deed);
std::vector<std::string> words_of(const Defer& deed);
std::vector<std::string> words_of(const Finish& deed);
std::vector<std::string> words_of(const Sign& deed);
std::vector<std::string> words_of(const HandIn& deed);
std::vector<std::string> words_of(const CancelOrder& deed);
std::vector<std::string> words_of(const Recategorise& deed);
std::vector<std::string> words_of(const Apologise& deed);
std::vector<std::string> words_of(const TellSupplier& deed);
std::vector<std::string> words_of(const Urge& deed);

/// The words joined by commas.
std::string joined(const std::vector<std::string>& parts);
void append(std::vector<std::string>& line, std::initializer_list<std::string> more);

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace huiyin::property
