#include "home_screen.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "chinese_wording.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "huiyin/reports/status_view.hpp"
#include "reading.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Language;
using base::Text;

constexpr std::size_t commands_shown = 3;
constexpr std::size_t tasks_shown = 3;
constexpr std::int64_t entries_counted = 300;

/// What people of a role do most, until they have done enough themselves.
struct Habit {
    records::Role role;
    std::array<std::string_view, commands_shown> commands;
};
constexpr std::array habits{
    Habit{records::Role::clerk, {"complaint add", "repair add", "callback log"}},
    Habit{records::Role::technician, {"order arrive", "order start", "order finish"}},
    Habit{records::Role::steward, {"callback log", "duty patrol", "suggestion add"}},
    Habit{records::Role::manager, {"check", "report weekly", "complaint assign"}},
    Habit{records::Role::head, {"report weekly", "check", "event relay"}},
    Habit{records::Role::auditor, {"audit verify", "audit log", "check"}},
    Habit{records::Role::admin, {"staff list", "doctor", "backup"}},
};

/// The recording command that a line of the journal begins with; nothing for any other.
const Verb* verb_of(const std::string& line) {
    std::vector<std::string> words;
    try {
        words = base::shell_words(line);
    } catch (const base::Failure&) {
        return nullptr;
    }
    if (words.size() < 2) return nullptr;
    if (words.size() > 2)
        if (const auto* verb = find_verb(words[1], words[2])) return verb;
    return find_verb(words[1], "");
}

/// The commands that somebody recorded by most, then those of their role.
std::vector<const Verb*> most_used(gate::Reading& reading) {
    std::map<const Verb*, int> counted;
    for (const auto& entry : gate::read_log(reading.connection, {.seq = {},
                                                                .staff = reading.viewer.login,
                                                                .subject = {},
                                                                .command = {},
                                                                .from = {},
                                                                .to = {},
                                                                .limit = entries_counted}))
        if (const auto* verb = verb_of(entry.command); verb != nullptr && records_something(*verb))
            ++counted[verb];
    std::vector<std::pair<const Verb*, int>> ranked(counted.begin(), counted.end());
    std::ranges::stable_sort(ranked, std::ranges::greater{},
                             [](const auto& one) { return one.second; });
    std::vector<const Verb*> chosen;
    const auto choose = [&](const Verb* verb) {
        if (verb != nullptr && chosen.size() < commands_shown &&
            std::ranges::find(chosen, verb) == chosen.end())
            chosen.push_back(verb);
    };
    for (const auto& [verb, times] : ranked)
        choose(verb);
    const auto* habit = std::ranges::find(habits, reading.viewer.role, &Habit::role);
    for (const auto command : habit->commands) {
        const auto blank = std::min(command.find(' '), command.size());
        const auto verb = command.substr(std::min(blank + 1, command.size()));
        choose(find_verb(command.substr(0, blank), verb));
    }
    return chosen;
}

/// In the language of whoever reads: `huiyin 投诉 登记`.
std::string typed_as(const Verb& verb, Language language) {
    if (language == Language::english) return "huiyin " + command_name(verb);
    std::string line = base::format("huiyin {}", chinese_noun(verb.noun).zh);
    if (!verb.verb.empty()) line += base::format(" {}", chinese_verb(verb.noun, verb.verb).zh);
    return line;
}

/// What a command is called in this language's words, as it is typed.
Text what_to_type(std::string_view line) {
    return {in_chinese_words(line, nullptr), std::string(line)};
}

/// What somebody has to do before their first shift, as far as they have not (1.1).
std::optional<Text> before_first_shift(gate::Reading& reading) {
    const auto& viewer = reading.viewer;
    if (!gate::may(viewer.role, gate::Right::field_work) ||
        records::has_acknowledged_rulebook(reading.connection, viewer.staff, reading.now))
        return {};
    const auto acknowledge = what_to_type("huiyin rules acknowledge");
    const auto start = what_to_type("huiyin duty start");
    return Text{base::format("  值班前先签收制度(1.1):{};上岗:{}", acknowledge.zh, start.zh),
                base::format("  before a shift acknowledge the rulebook (1.1): {}; then {}",
                             acknowledge.en, start.en)};
}

/// What hangs on their own doing first, then what comes first for anybody.
std::vector<const reports::Task*> first_tasks(const reports::Status& status, gate::Reading& reading,
                                              std::size_t most) {
    std::vector<const reports::Task*> own;
    std::vector<const reports::Task*> others;
    for (const auto& task : status.tasks) {
        const auto matter = records::find_matter(reading.connection, task.subject);
        const bool mine = matter && matter->holder == reading.viewer.staff;
        (mine ? own : others).push_back(&task);
    }
    std::ranges::copy(others, std::back_inserter(own));
    own.resize(std::min(own.size(), most));
    return own;
}

}  // namespace

std::string home_screen(gate::Reading& reading, Language language, int width) {
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto status = reports::compute_status(view);
    std::string text;
    const auto add = [&](const Text& line) {
        text += base::shorten(base::escape_terminal(line.in(language), false), width) + "\n";
    };
    const auto& viewer = reading.viewer;
    const auto role = records::name_of(viewer.role).title;
    add({base::format("{} · {}({}) {} · {}", reading.office.name, viewer.name, viewer.login,
                      role.zh, base::readable_minute(reading.now, reading.zone)),
         base::format("{} · {} ({}), {} · {}", reading.office.name, viewer.name, viewer.login,
                      role.en, base::readable_minute(reading.now, reading.zone))});
    add(reports::duty_line(status.duty, view));
    const auto overdue =
        std::ranges::count(status.tasks, reports::Task::Urgency::overdue, &reports::Task::urgency);
    const auto soon =
        std::ranges::count(status.tasks, reports::Task::Urgency::soon, &reports::Task::urgency);
    add(base::compose({"此刻:逾期 {} 项,四小时内到期 {} 项,欠回访 {} 次",
                       "now: {} overdue, {} due within four hours, callbacks owed: {}"},
                      overdue, soon, status.callbacks_owed));
    const auto readiness = before_first_shift(reading);
    if (readiness) add(*readiness);
    for (const auto* task : first_tasks(status, reading, tasks_shown - (readiness ? 1 : 0))) {
        const auto [when, what] = reports::told_task(*task, view);
        add({base::format("  {} {} {}", task->subject, what.zh, when.zh),
             base::format("  {} {} {}", task->subject, what.en, when.en)});
    }
    add(base::Label{"你常用的:", "what you use most:"});
    for (const auto* verb : most_used(reading))
        add({base::format("  {}  {}", typed_as(*verb, Language::chinese), verb->help.zh),
             base::format("  {}  {}", typed_as(*verb, Language::english), verb->help.en)});
    add(
        base::Label{"更多:huiyin 概况(今天要办的)、huiyin 帮助(全部命令);"
                    "任何命令后加 --用法",
                    "more: huiyin status (what is to be done), huiyin help (every command), "
                    "--help after any of them"});
    return text;
}

}  // namespace huiyin::cli
