#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace audit_commands {
namespace {

using base::Exit;
using gate::Right;

struct Log final : Options {
    Maybe<Takes::word> who{*this, {"who", {"职工或系统用户", "staff member or OS user"}, "LOGIN"}};
    Maybe<Takes::word> subject{*this, {"subject", {"编号", "about this record"}, "REF"}};
    Maybe<Takes::word> command{*this, {"command", {"命令中含有", "command line contains"}}};
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::whole> limit{*this, {"limit", {"最近几条", "at most so many, the newest"}}};
};

struct ShowOne final : Options {
    Required<Takes::whole> seq{*this, operand("SEQ", {"序号", "number of the entry"})};
};

struct History final : Options {
    Required<Takes::word> record{*this, operand("REF", {"编号、登录名、制度参数或周",
                                                        "a number, login, policy key or week"})};
    Flag changes{*this, {"changes", {"只看更正", "corrections only"}}};
};

Exit log(ReadContext reader, const Log& typed) {
    auto& [reading, output] = reader;
    gate::LogFilter filter{.seq = {},
                           .staff = typed.who(),
                           .subject = typed.subject(),
                           .command = typed.command(),
                           .from = begin_of(typed.from()),
                           .to = end_of(typed.to()),
                           .limit = typed.limit()};
    if (filter.staff)
        if (const auto person = records::find_staff_by_name(reading.connection, *filter.staff))
            filter.staff = records::login_of(reading.connection, *person);
    if (filter.subject)
        filter.subject = records::full_number_or_as_typed(*filter.subject, this_year(reading));
    const auto shown =
        reports::journal_log(gate::read_log(reading.connection, filter), reading.zone);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(ReadContext reader, const ShowOne& typed) {
    auto& [reading, output] = reader;
    const auto seq = typed.seq();
    const auto entries =
        gate::read_log(reading.connection, {.seq = seq, .staff = {}, .subject = {}, .command = {}});
    if (entries.empty())
        throw base::Failure(
            Exit::not_found,
            base::compose({"日志没有第 {} 条", "there is no journal entry {}"}, seq),
            base::compose({"共 {} 条", "there are {}"},
                          gate::read_head(reading.connection).entries));
    const auto shown = reports::journal_entry(reading.connection, entries.front(), reading.zone);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit history(ReadContext reader, const History& typed) {
    auto& [reading, output] = reader;
    auto subject = records::full_number_or_as_typed(typed.record(), this_year(reading));
    if (const auto person = records::find_staff_by_name(reading.connection, subject))
        subject = records::login_of(reading.connection, *person);
    const auto revisions = typed.changes() ? gate::read_corrections(reading.connection, subject)
                                           : gate::read_history(reading.connection, subject);
    if (revisions.empty())
        throw base::Failure(
            Exit::not_found,
            base::compose({"日志里没有关于 {} 的改动", "the journal has no change to {}"}, subject),
            base::Label{"派工与回访记在所属事项之下;日志里的名称见 huiyin audit log",
                        "orders and callbacks are part of their matter; huiyin audit log has the "
                        "names"});
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    const auto shown = typed.changes() ? reports::record_corrections(subject, revisions, view)
                                       : reports::record_history(subject, revisions, view);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit head(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto shown = reports::journal_head(gate::read_head(reading.connection));
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<log>({.noun = "audit",
                  .verb = "log",
                  .help = {"谁在何时做了什么", "who did what, and when"},
                  .clause = "",
                  .right = Right::read,
                  .example = "huiyin audit log --subject ts-1"}),
    command<show>({.noun = "audit",
                   .verb = "show",
                   .help = {"一条日志及其改动", "one entry and what it changed"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin audit show 12"}),
    command<history>(
        {.noun = "audit",
         .verb = "history",
         .help = {"一项记录每个值的前后变化", "every change to a record, old and new value"},
         .clause = "",
         .right = Right::read,
         .example = "huiyin audit history ts-1"}),
    command<head>({.noun = "audit",
                   .verb = "head",
                   .help = {"日志条数与末端校验值",
                            "how many entries, and the "
                            "last one's hash"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin audit head --json --out 末端.json"}),
};

}  // namespace
}  // namespace audit_commands

std::span<const Verb> audit_verbs() {
    return audit_commands::verbs;
}

}  // namespace huiyin::cli
