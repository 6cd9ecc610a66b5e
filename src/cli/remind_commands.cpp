#include <algorithm>
#include <array>

#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/reminder.hpp"
#include "huiyin/reports/reminder_view.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

/// Reminders to whoever must act, for cron and the mailer: on record before they are printed.
namespace huiyin::cli {

namespace remind_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

constexpr base::Seconds a_day = std::chrono::hours{24};

struct Remind final : Options {
    Maybe<Takes::login> who{*this, {"who", {"只提醒某人", "only this person"}}};
    Maybe<Takes::word, base::Seconds> within{
        *this,
        {"within",
         {"多久内到期的(默认 24h)", "what falls due within this time (default: 24h)"},
         "24h"}};
    Flag dry_run{*this, {"dry-run", {"试运行:只看,不留记录", "show it, record nothing"}}};
};

/// What was told, as it is printed once it is on record.
struct Told {
    reports::Document document;
    base::Json json = base::Json::array();
};

/// Tells each what they were not told of today. Puts nothing on record where that is nothing.
WriteResult remind(const Writing& writing, const Remind& typed, Told& told) {
    auto& connection = writing.connection();
    const auto policies = records::Policies::load(connection);
    const reports::View view{connection, writing.zone(), writing.now(), policies, false};
    const auto only = typed.who() ? std::optional(writing.staff(*typed.who())) : std::nullopt;
    auto all = reports::to_do_within(typed.within().value_or(a_day), view);
    const auto today = base::Day::containing(writing.now(), writing.zone());
    std::erase_if(all, [&](const reports::ToDo& one) {
        if (only && one.who != *only) return true;
        const records::Reminder reminder{one.who, one.deadline.subject, one.deadline.rule->id,
                                         one.deadline.due};
        if (records::was_reminded(connection, today, reminder)) return true;
        records::note_reminder(writing, today, reminder);
        return false;
    });
    told.document = reports::reminders_document(all, records::load_office(connection).name, view);
    told.json = reports::reminders_json(all, view);
    return {only ? records::login_of(connection, *only) : std::string("remind"), {}};
}

gate::Command command_of(const std::string& line, const std::optional<std::string>& as) {
    gate::Command command;
    command.line = line;
    command.acting_as = as;
    command.rights = {Right::manage_readiness};
    command.audits = true;
    return command;
}

Exit remind_all(const gate::Session& session, const Remind& typed, Output& output) {
    Told told;
    auto command = command_of(typed.masked_line(), {});
    command.record = [&](const Writing& writing) { return remind(writing, typed, told); };
    gate::write(session, command);
    if (output.format == Format::json || !told.document.sections.empty())
        output.show(told.document, told.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<remind_all>({.noun = "remind",
                         .verb = "",
                         .help = {"提醒每个人限时前要办的,一天不重复",
                                  "remind each person of what falls due, once a day"},
                         .clause = "",
                         .right = Right::manage_readiness,
                         .example = "huiyin remind --who sun"}),
};

}  // namespace
}  // namespace remind_commands

gate::Command reminding(const Arguments& arguments) {
    using namespace remind_commands;
    const auto* as = arguments.find("as");
    auto command =
        command_of(masked_line(arguments), as == nullptr ? std::nullopt : std::optional(*as));
    command.record = [arguments](const Writing& writing) {
        Remind typed;
        typed.read(arguments, nullptr);
        Told told;
        return remind(writing, typed, told);
    };
    return command;
}

std::span<const Verb> remind_verbs() {
    return remind_commands::verbs;
}

}  // namespace huiyin::cli
