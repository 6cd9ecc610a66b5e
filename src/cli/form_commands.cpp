#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/reports/form_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace form_commands {
namespace {

using base::Exit;
using gate::Right;
using reports::FormKind;

struct Register final : Options {
    Required<Takes::bound> from{*this, shared::stretch_from};
    Required<Takes::bound> to{*this, shared::stretch_to};
    Flag reveal{*this, shared::reveal};
};

struct DispatchOrder final : Options {
    Required<Takes::number> order{*this, operand("PG", {"派工单号", "the order"})};
    Flag reveal{*this, shared::reveal};
};

struct EventReport final : Options {
    Required<Takes::number> event{*this, operand("ZD", {"重大事项编号", "the event"})};
    Flag reveal{*this, shared::reveal};
};

struct Receipt final : Options {
    Required<Takes::number> matter{*this,
                                   operand("TS|BX", {"投诉或报修编号", "the complaint or repair"})};
    Flag reveal{*this, shared::reveal};
};

struct Reply final : Options {
    Required<Takes::number> complaint{*this, operand("TS", {"投诉编号", "the complaint"})};
    Flag reveal{*this, shared::reveal};
};

struct DutyRoster final : Options {
    Maybe<Takes::month> month{*this, {"month", {"哪个月(默认本月)", "which month (this one)"}}};
};

struct Blank final : Options {
    Required<Takes::word> kind{
        *this, operand("KIND", {"表格种类", "which form: complaint-register, dispatch-order …"})};
    Maybe<Takes::whole> count{
        *this, {"count", {"份数或行数(默认 10)", "number of sheets or lines (default: 10)"}}};
};

void print(const reports::Document& document, FormKind kind, Output& output) {
    output.show(document, reports::form_json(document, kind, output.language));
}

Exit print_register(ReadContext reader, const Register& typed, FormKind kind) {
    auto& [reading, output] = reader;
    const auto period = reports::Period::of(typed.from().begin, typed.to().end, reading.zone);
    const auto policies = records::Policies::load(reading.connection);
    print(reports::register_form(kind, reading.office.name, period,
                                 masked_view_of(reading, policies)),
          kind, output);
    return Exit::done;
}

template <FormKind kind>
Exit register_of(ReadContext reader, const Register& typed) {
    return print_register(reader, typed, kind);
}

Exit dispatch_order(ReadContext reader, const DispatchOrder& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto order =
        records::require_order(reading.connection, typed.order(), this_year(reading));
    print(
        reports::dispatch_order_form(reading.office.name, order, masked_view_of(reading, policies)),
        FormKind::dispatch_order, output);
    return Exit::done;
}

Exit event_report(ReadContext reader, const EventReport& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto matter = records::require_matter(reading.connection, typed.event(),
                                                this_year(reading), records::MatterKind::event);
    print(reports::event_report_form(reading.office.name,
                                     records::load_event(reading.connection, matter.id),
                                     masked_view_of(reading, policies)),
          FormKind::event_report, output);
    return Exit::done;
}

Exit receipt(ReadContext reader, const Receipt& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto matter =
        records::require_matter(reading.connection, typed.matter(), this_year(reading));
    if (matter.kind != records::MatterKind::complaint && matter.kind != records::MatterKind::repair)
        throw base::Failure(
            Exit::usage, base::compose({"{} 没有回执", "there is no receipt for {}"}, matter.no),
            Label{"回执只给投诉(TS)和报修(BX)", "receipts are for complaints (TS), repairs (BX)"});
    print(reports::receipt_form(reading.office.name, matter, masked_view_of(reading, policies)),
          FormKind::receipt, output);
    return Exit::done;
}

Exit reply(ReadContext reader, const Reply& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto matter = records::require_matter(reading.connection, typed.complaint(),
                                                this_year(reading), records::MatterKind::complaint);
    print(reports::reply_form(reading.office.name, matter, masked_view_of(reading, policies)),
          FormKind::reply, output);
    return Exit::done;
}

Exit duty_roster(ReadContext reader, const DutyRoster& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto month = typed.month().value_or(base::Month::containing(reading.now, reading.zone));
    print(reports::roster_form(reading.office.name, month, masked_view_of(reading, policies)),
          FormKind::duty_roster, output);
    return Exit::done;
}

/// By its word, or in Chinese as it is called here or at its head.
const reports::FormName* blank_named(const std::string& typed) {
    const auto word = verb_called("form", typed).value_or(typed);
    const auto found = std::ranges::find_if(reports::form_names(), [&](const auto& name) {
        return name.blank && (name.word == word || name.title.zh == typed);
    });
    return found == reports::form_names().end() ? nullptr : &*found;
}

std::vector<base::Problem> no_such_form(const Unchecked<Blank>& typed) {
    std::vector<base::Problem> problems;
    const auto& kind = typed[&Blank::kind];
    if (kind && blank_named(*kind) == nullptr) {
        base::Text all;
        for (const auto& name : reports::form_names()) {
            if (!name.blank) continue;
            const auto zh = chinese_verb("form", name.word).zh;
            all.zh.append(all.zh.empty() ? "" : "、").append(zh.empty() ? name.title.zh : zh);
            all.en.append(all.en.empty() ? "" : " ").append(name.word);
        }
        problems.push_back(
            {base::compose({"没有表格「{}」", "there is no form '{}'"}, *kind),
             {base::format("可用:{}({})", all.zh, all.en), base::format("one of: {}", all.en)}});
    }
    if (typed[&Blank::count].value_or(0) > base::limits::blank_form)
        problems.push_back(
            {base::compose({"--count 太多:一次至多 {} 份", "--count: at most {} at a time"},
                           base::limits::blank_form),
             Label{"分几次打印", "print them in several goes"}});
    return problems;
}

Exit blank(ReadContext reader, const Blank& typed) {
    auto& [reading, output] = reader;
    const auto& name = *blank_named(typed.kind());
    auto document = reports::blank_form(name.kind, reading.office.name, typed.count().value_or(10));
    document.made_at = reading.now;
    print(document, name.kind, output);
    return Exit::done;
}

template <FormKind kind>
constexpr Verb register_verb(std::string_view word, base::Label help, std::string_view clause,
                             std::string_view example) {
    return command<register_of<kind>>({.noun = "form",
                                       .verb = word,
                                       .help = help,
                                       .clause = clause,
                                       .right = Right::read,
                                       .example = example});
}

constexpr std::array verbs{
    register_verb<FormKind::complaint_register>(
        "complaint-register", {"业主投诉登记表", "the complaint register"}, "2.1",
        "huiyin form complaint-register --from 2026-11-01 --to 2026-11-30 --format html "
        "--out 登记表.html"),
    register_verb<FormKind::repair_register>(
        "repair-register", {"报修登记表", "the repair register"}, "4.1, 4.3",
        "huiyin form repair-register --from 2026-11-01 --to 2026-11-30"),
    register_verb<FormKind::callback_record>(
        "callback-record", {"回访记录", "the callback record"}, "3.2.2, 3.2.4",
        "huiyin form callback-record --from 2026-11-01 --to 2026-11-30"),
    register_verb<FormKind::duty_log>(
        "duty-log", {"值班交接班记录", "the duty log with its handovers"}, "1.6, 1.9",
        "huiyin form duty-log --from 2026-11-23 --to 2026-11-23"),
    command<dispatch_order>(
        {.noun = "form",
         .verb = "dispatch-order",
         .help = {"维修派工单", "a dispatch order"},
         .clause = "4.1, 4.2",
         .right = Right::read,
         .example = "huiyin form dispatch-order pg-1 --format html --out pg-1.html"}),
    command<event_report>({.noun = "form",
                           .verb = "event-report",
                           .help = {"重大事项报告", "the report on a major event"},
                           .clause = "7.3",
                           .right = Right::read,
                           .example = "huiyin form event-report zd-1"}),
    command<receipt>({.noun = "form",
                      .verb = "receipt",
                      .help = {"受理回执:编号、何时等到什么、有事找谁",
                               "a receipt: number, what to expect by when, whom to call"},
                      .clause = "2.2.7, 4.1",
                      .right = Right::read,
                      .example = "huiyin form receipt ts-1 --format html --out 回执.html"}),
    command<reply>({.noun = "form",
                    .verb = "reply",
                    .help = {"答复函:调查、意见、已做、待做、不满意找谁",
                             "the reply as a letter: facts, opinion, what was done and is to come"},
                    .clause = "2.2.4, 3.3.1",
                    .right = Right::read,
                    .example = "huiyin form reply ts-1 --format html --out 答复函.html"}),
    command<duty_roster>(
        {.noun = "form",
         .verb = "duty-roster",
         .help = {"值班表:一个月一张,上墙用", "a month's roster on one sheet, for the wall"},
         .clause = "1.2, 1.9",
         .right = Right::read,
         .example = "huiyin form duty-roster --month 2026-12 --format html --out 值班表.html"}),
    command<blank, no_such_form>(
        {.noun = "form",
         .verb = "blank",
         .help = {"空白表格,停电或随身用", "blank forms, for power cuts or to take along"},
         .clause = "1.6, 2.1, 4.1",
         .right = Right::read,
         .example = "huiyin form blank dispatch-order --count 5 --format html --out 空白.html"}),
};

}  // namespace
}  // namespace form_commands

std::span<const Verb> form_verbs() {
    return form_commands::verbs;
}

}  // namespace huiyin::cli
