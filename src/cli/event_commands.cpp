#include <array>

#include "huiyin/records/event.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_event{Operand{"ZD", Takes::number, {"事项编号", "the event"}}};

constexpr std::array report_options{
    Option{"category",
           Takes::choice,
           "1|2|3|4|5|6|7",
           {"七类之一(7.1)", "one of the seven (7.1)"},
           true},
    Option{"text", Takes::words, "TEXT", {"情况", "what it is"}, true},
    Option{"form",
           Takes::choice,
           "in-person|phone|written",
           {"报告形式(7.3)", "how it was reported (7.3)"},
           true},
    Option{.name = "to",
           .takes = Takes::login,
           .value = "LOGIN",
           .help = {"向谁报告(负责人不必)", "to whom (a head needs none)"},
           .wanted = Wanted{}},
    Option{"place", Takes::words, "TEXT", {"地点", "where"}},
    Option{"happened", Takes::time, "TIME", {"发生时间", "when it took place"}},
    Option{"learned",
           Takes::time,
           "TIME",
           {"办公室获知时间(默认报告时间)", "when the office learned of it (when reported)"}},
    Option{"casualties", Takes::count, "N", {"伤亡人数", "dead and injured"}},
    Option{"loss", Takes::count, "YUAN", {"财产损失(元)", "loss of property (CNY)"}},
    Option{"group", Takes::nothing, "", {"易引起群体事件", "a group gathers, or is likely to"}},
    Option{"urgent", Takes::nothing, "", {"按紧急事项报告", "it is urgent"}},
    Option{"residents", Takes::choice, "yes|no", {"是否涉及业主", "residents are affected"}},
    Option{"petition", Takes::words, "TEXT", {"上访情况(7.4)", "a petition (7.4)"}},
    Option{"complaint", Takes::number, "TS", {"结队投诉(2.2.8)", "the joint complaint (2.2.8)"}},
};
constexpr std::array list_options{
    list_open,   list_overdue,
    list_from,   list_to,
    list_holder, Option{"category", Takes::choice, "1|2|3|4|5|6|7", {"类别", "category"}},
    list_limit,  reveal};

Made report(const Writing& writing, const Arguments& arguments) {
    const auto time = [&](std::string_view option) -> std::optional<base::Instant> {
        const auto typed = arguments.time(option);
        return typed ? std::optional(writing.time(*typed)) : std::nullopt;
    };
    std::optional<bool> residents;
    if (const auto word = arguments.maybe("residents")) residents = *word == "yes";
    return records::report_event(writing,
                                 {.category = static_cast<int>(arguments.whole("category").value()),
                                  .place = arguments.maybe("place"),
                                  .happened = time("happened"),
                                  .learned = time("learned"),
                                  .casualties = arguments.whole("casualties"),
                                  .loss = arguments.whole("loss"),
                                  .gathering = arguments.has("group"),
                                  .said_urgent = arguments.has("urgent"),
                                  .residents = residents,
                                  .petition = arguments.maybe("petition"),
                                  .complaint = arguments.maybe("complaint")},
                                 arguments.text("text"), arguments.text("form"),
                                 arguments.maybe("to"));
}

constexpr Option form_option{"form",
                             Takes::choice,
                             "in-person|phone|written",
                             {"报告形式(7.3)", "how it was reported (7.3)"},
                             true};
constexpr std::array relay_options{
    Option{"to", Takes::login, "LOGIN", {"向谁(直接上级)", "to whom: the direct superior"}, true},
    form_option};
constexpr std::array supplement_options{
    form_option, Option{"text", Takes::words, "TEXT", {"情况", "what is known now"}, true},
    Option{"to", Takes::login, "LOGIN", {"向谁", "to whom"}},
    Option{"casualties", Takes::count, "N", {"伤亡人数", "dead and injured"}},
    Option{"loss", Takes::count, "YUAN", {"财产损失(元)", "loss of property (CNY)"}}};
constexpr std::array notify_options{
    Option{"department", Takes::words, "TEXT", {"通报部门", "the department"}, true},
    Option{"text", Takes::words, "TEXT", {"内容", "what it was told"}, true}};
constexpr std::array alarm_options{Option{"called",
                                          Takes::words,
                                          "TEXT",
                                          {"拨打了何处(110、119、120 …)", "whom: 110, 119, 120 …"},
                                          true}};
constexpr std::array comfort_options{
    Option{"text", Takes::words, "TEXT", {"安抚解释的内容", "what was said"}, true}};
constexpr std::array close_options{Option{.name = "outcome",
                                          .takes = Takes::words,
                                          .value = "TEXT",
                                          .help = {"处理结果", "how it ended"},
                                          .wanted = Wanted{}}};

Made relay(const Writing& writing, const Arguments& arguments) {
    return records::relay_event(writing, arguments.text("ZD"), arguments.text("to"),
                                arguments.text("form"));
}

Made supplement(const Writing& writing, const Arguments& arguments) {
    return records::supplement_event(writing, arguments.text("ZD"),
                                     {.form = arguments.text("form"),
                                      .to = arguments.maybe("to"),
                                      .text = arguments.text("text"),
                                      .casualties = arguments.whole("casualties"),
                                      .loss = arguments.whole("loss")});
}

Made notify(const Writing& writing, const Arguments& arguments) {
    return records::notify_of_event(writing, arguments.text("ZD"), arguments.text("department"),
                                    arguments.text("text"));
}

Made alarm(const Writing& writing, const Arguments& arguments) {
    return records::call_alarm(writing, arguments.text("ZD"), arguments.text("called"));
}

Made comfort(const Writing& writing, const Arguments& arguments) {
    return records::comfort_after_event(writing, arguments.text("ZD"), arguments.text("text"));
}

Made close(const Writing& writing, const Arguments& arguments) {
    return records::close_event(writing, arguments.text("ZD"), arguments.maybe("outcome"));
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "ZD", MatterKind::event);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::event);
}

constexpr std::array verbs{
    Verb{.noun = "event",
         .verb = "report",
         .help = {"报告重大事项", "report a major event"},
         .clause = "2.2.8, 7.1, 7.2, 7.3, 7.4",
         .right = Right::warn,
         .action = report,
         .options = report_options,
         .example =
             "huiyin event report --category 7 --group --form phone --to tao --complaint ts-3 "
             "--text 二十余名业主为停暖来访"},
    Verb{.noun = "event",
         .verb = "relay",
         .help = {"逐级上报", "pass it up the line"},
         .clause = "7.2, 7.3, 7.4",
         .right = Right::office_work,
         .action = relay,
         .operands = one_event,
         .options = relay_options,
         .example = "huiyin event relay zd-1 --to tao --form phone"},
    Verb{.noun = "event",
         .verb = "supplement",
         .help = {"续报、补书面报告", "report again, or in writing"},
         .clause = "7.3",
         .right = Right::office_work,
         .action = supplement,
         .operands = one_event,
         .options = supplement_options,
         .example =
             "huiyin event supplement zd-1 --form written --to tao --casualties 2 --text 火已扑灭"},
    Verb{.noun = "event",
         .verb = "notify",
         .help = {"向其他部门通报", "tell another department"},
         .clause = "7.2",
         .right = Right::office_work,
         .action = notify,
         .operands = one_event,
         .options = notify_options,
         .example = "huiyin event notify zd-1 --department 保卫处 --text 请协助警戒"},
    Verb{.noun = "event",
         .verb = "alarm",
         .help = {"登记已拨打 110、119、120", "110, 119, 120 was called"},
         .clause = "7.4",
         .right = Right::warn,
         .action = alarm,
         .operands = one_event,
         .options = alarm_options,
         .example = "huiyin event alarm zd-1 --called 119"},
    Verb{.noun = "event",
         .verb = "comfort",
         .help = {"负责人安抚解释", "the head comforts and explains"},
         .clause = "7.4",
         .right = Right::comfort,
         .action = comfort,
         .operands = one_event,
         .options = comfort_options,
         .decision = true,
         .example = "huiyin event comfort zd-1 --text 已向业主说明并致歉"},
    Verb{.noun = "event",
         .verb = "close",
         .help = {"办结", "close it"},
         .clause = "7.4",
         .right = Right::supervise,
         .action = close,
         .operands = one_event,
         .options = close_options,
         .decision = true,
         .example = "huiyin event close zd-1 --outcome 已妥善处理"},
    Verb{.noun = "event",
         .verb = "show",
         .help = {"查看一件重大事项", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_event,
         .options = reveal_option,
         .example = "huiyin event show zd-1"},
    Verb{.noun = "event",
         .verb = "list",
         .help = {"列出重大事项", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin event list --open"},
};

}  // namespace

std::span<const Verb> event_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
