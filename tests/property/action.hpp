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

struct AddComplaint {
    std::string channel;
    bool phone = true;
    bool unit = false;
    std::optional<int> complaint_class = {};
    std::optional<int> people = {};
    std::vector<std::string> courtesy = {};
    bool courtesy_missed = false;
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
struct Note {
    std::string no;
};
struct Void {
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
};
struct Hire {
    std::string login, role, superior;
};

using Deed =
    std::variant<AddComplaint, Assign, Escalate, Convene, Investigate, Opinion, Reply, Settle,
                 LogCallback, Attempt, Answer, Rearrange, VoidCallback, AmendCallback, AmendTime,
                 Close, Note, Void, SetPolicy, Away, Leave, Hire>;

/// What makes a command unreadable, whatever else it says.
enum class Slip { none, unknown_option, by_on_a_decision };

/// One command: who says it, what, and when it is said to have happened.
struct Action {
    std::string actor;
    Deed deed;
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
/// The complaint it is about; nothing where it is about none, or about a callback.
std::optional<std::string> complaint_of(const Deed& deed);

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace huiyin::property
