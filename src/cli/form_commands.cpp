#include <algorithm>
#include <array>

#include "huiyin/base/limits.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/reports/form_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using reports::FormKind;

constexpr std::array register_options{
    Option{.name = "from",
           .takes = Takes::bound,
           .value = "TIME|DAY",
           .help = {"自何时起", "from when"},
           .required = true},
    Option{.name = "to",
           .takes = Takes::bound,
           .value = "TIME|DAY",
           .help = {"至何时止(时刻不含,日期含当天)", "until when (a day is included)"},
           .required = true},
    reveal,
};
constexpr std::array one_order{Operand{"PG", Takes::number, {"派工单号", "the order"}}};
constexpr std::array one_event{Operand{"ZD", Takes::number, {"重大事项编号", "the event"}}};
constexpr std::array one_kind{
    Operand{"KIND", Takes::word, {"表格种类", "which form: complaint-register, dispatch-order …"}}};
constexpr std::array blank_options{
    Option{"count", Takes::whole, "N", {"份数或行数(默认 10)", "sheets, or lines (10)"}},
};

void print(const reports::Document& document, FormKind kind, Output& output) {
    output.show(document, reports::form_json(document, kind, output.language));
}

Exit print_register(Reader reader, const Arguments& arguments, FormKind kind) {
    auto& [reading, output] = reader;
    const auto period = stretch_of(reading, arguments);
    const auto policies = records::Policies::load(reading.connection);
    print(reports::register_form(kind, reading.office.name, period,
                                 masked_view_of(reading, policies)),
          kind, output);
    return Exit::done;
}

template <FormKind kind>
Exit register_of(Reader reader, const Arguments& arguments) {
    return print_register(reader, arguments, kind);
}

Exit dispatch_order(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto order =
        records::require_order(reading.connection, arguments.text("PG"), this_year(reading));
    print(
        reports::dispatch_order_form(reading.office.name, order, masked_view_of(reading, policies)),
        FormKind::dispatch_order, output);
    return Exit::done;
}

Exit event_report(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto matter = records::require_matter(reading.connection, arguments.text("ZD"),
                                                this_year(reading), records::MatterKind::event);
    print(reports::event_report_form(reading.office.name,
                                     records::load_event(reading.connection, matter.id),
                                     masked_view_of(reading, policies)),
          FormKind::event_report, output);
    return Exit::done;
}

std::vector<base::Problem> no_such_form(const Arguments& arguments) {
    std::vector<base::Problem> problems;
    if (const auto typed = arguments.maybe("KIND");
        typed && std::ranges::count(reports::form_names(), *typed, &reports::FormName::word) == 0) {
        std::string all;
        for (const auto& name : reports::form_names())
            all += (all.empty() ? "" : " ") + std::string(name.word);
        problems.push_back({base::compose({"没有表格「{}」", "there is no form '{}'"}, *typed),
                            base::compose({"可用:{}", "one of: {}"}, all)});
    }
    if (arguments.whole("count").value_or(0) > base::limits::blank_form)
        problems.push_back(
            {base::compose({"--count 太多:一次至多 {} 份", "--count: at most {} at a time"},
                           base::limits::blank_form),
             Label{"分几次打印", "print them in several runs"}});
    return problems;
}

Exit blank(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto& name =
        *std::ranges::find(reports::form_names(), arguments.text("KIND"), &reports::FormName::word);
    auto document =
        reports::blank_form(name.kind, reading.office.name, arguments.whole("count").value_or(10));
    document.made_at = reading.now;
    print(document, name.kind, output);
    return Exit::done;
}

constexpr Verb register_verb(std::string_view word, base::Label help, std::string_view clause,
                             Show action, std::string_view example) {
    return {.noun = "form",
            .verb = word,
            .help = help,
            .clause = clause,
            .right = Right::read,
            .action = action,
            .options = register_options,
            .example = example};
}

constexpr std::array verbs{
    register_verb("complaint-register", {"业主投诉登记表", "the complaint register"}, "2.1",
                  register_of<FormKind::complaint_register>,
                  "huiyin form complaint-register --from 2026-11-01 --to 2026-11-30 --format html "
                  "--out 登记表.html"),
    register_verb("repair-register", {"报修登记表", "the repair register"}, "4.1, 4.3",
                  register_of<FormKind::repair_register>,
                  "huiyin form repair-register --from 2026-11-01 --to 2026-11-30"),
    register_verb("callback-record", {"回访记录", "the callback record"}, "3.2.2, 3.2.4",
                  register_of<FormKind::callback_record>,
                  "huiyin form callback-record --from 2026-11-01 --to 2026-11-30"),
    register_verb("duty-log", {"值班交接班记录", "the duty log with its handovers"}, "1.6, 1.9",
                  register_of<FormKind::duty_log>,
                  "huiyin form duty-log --from 2026-11-23 --to 2026-11-23"),
    Verb{.noun = "form",
         .verb = "dispatch-order",
         .help = {"维修派工单", "a dispatch order"},
         .clause = "4.1, 4.2",
         .right = Right::read,
         .action = dispatch_order,
         .operands = one_order,
         .options = reveal_option,
         .example = "huiyin form dispatch-order pg-1 --format html --out pg-1.html"},
    Verb{.noun = "form",
         .verb = "event-report",
         .help = {"重大事项报告", "the report on a major event"},
         .clause = "7.3",
         .right = Right::read,
         .action = event_report,
         .operands = one_event,
         .options = reveal_option,
         .example = "huiyin form event-report zd-1"},
    Verb{.noun = "form",
         .verb = "blank",
         .help = {"空白表格,停电或随身用", "blank forms for the pocket and for power cuts"},
         .clause = "1.6, 2.1, 4.1",
         .right = Right::read,
         .action = blank,
         .operands = one_kind,
         .options = blank_options,
         .contradictions = no_such_form,
         .example = "huiyin form blank dispatch-order --count 5 --format html --out 空白.html"},
};

}  // namespace

std::span<const Verb> form_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
