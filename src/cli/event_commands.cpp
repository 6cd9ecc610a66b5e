#include <array>
#include <utility>

#include "field_options.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/listed_words.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace event_commands {
namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::choice> form{"form",
                                       {"报告形式(7.3)", "how it was reported (7.3)"},
                                       records::listed<records::words::report_form>};
}  // namespace declared

struct OneEvent : Options {
    Required<Takes::number> event{*this, operand("ZD", {"事项编号", "the event"})};
};

struct Report final : Options {
    Required<Takes::choice, int> category{
        *this, {"category", {"七类之一(7.1)", "one of the seven (7.1)"}, shared::event_categories}};
    Required<Takes::words> text{*this, {"text", {"情况", "what it is"}}};
    Required<Takes::choice> form{*this, declared::form};
    Maybe<Takes::login> to{
        *this,
        {"to", {"向谁报告(部门负责人自己报告的不写)", "to whom (not needed from a head)"}},
        Wanted{}};
    FieldOptions<OnlyOf<"event">> own{*this};
};

struct Relay final : OneEvent {
    Required<Takes::login> to{*this, {"to", {"向谁(直接上级)", "to whom: the direct superior"}}};
    Required<Takes::choice> form{*this, declared::form};
};

struct Supplement final : OneEvent {
    Required<Takes::choice> form{*this, declared::form};
    Required<Takes::words> text{*this, {"text", {"情况", "what is known now"}}};
    Maybe<Takes::login> to{*this, {"to", {"向谁", "to whom"}}};
    Maybe<Takes::count> casualties{*this, {"casualties", {"伤亡人数", "dead and injured"}}};
    Maybe<Takes::count> loss{*this, {"loss", {"财产损失(元)", "loss of property (CNY)"}, "YUAN"}};
};

struct Notify final : OneEvent {
    Required<Takes::words> department{*this, {"department", {"通报部门", "the department"}}};
    Required<Takes::words> text{*this, {"text", {"内容", "what it was told"}}};
};

struct Alarm final : OneEvent {
    Required<Takes::words> called{
        *this, {"called", {"拨打了何处(110、119、120 …)", "whom: 110, 119, 120 …"}}};
};

struct Comfort final : OneEvent {
    Required<Takes::words> text{*this, {"text", {"安抚解释的内容", "what was said"}}};
};

struct Close final : OneEvent {
    Maybe<Takes::words> outcome{*this, {"outcome", {"处理结果", "how it ended"}}, Wanted{}};
};

struct ShowOne final : OneEvent {
    Flag reveal{*this, shared::reveal};
};

struct List final : shared::HeldMatters {
    Maybe<Takes::choice> category{*this,
                                  {"category", {"类别", "category"}, shared::event_categories}};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult report(const Writing& writing, const Report& typed) {
    auto own = own_values(writing, "event", typed.own);
    return records::report_event(writing, {.category = typed.category(),
                                           .text = typed.text(),
                                           .form = typed.form(),
                                           .to = typed.to(),
                                           .own = std::move(own)});
}

WriteResult relay(const Writing& writing, const Relay& typed) {
    return records::relay_event(writing, typed.event(), typed.to(), typed.form());
}

WriteResult supplement(const Writing& writing, const Supplement& typed) {
    return records::supplement_event(writing, typed.event(),
                                     {.form = typed.form(),
                                      .to = typed.to(),
                                      .text = typed.text(),
                                      .casualties = typed.casualties(),
                                      .loss = typed.loss()});
}

WriteResult notify(const Writing& writing, const Notify& typed) {
    return records::notify_of_event(writing, typed.event(), typed.department(), typed.text());
}

WriteResult alarm(const Writing& writing, const Alarm& typed) {
    return records::call_alarm(writing, typed.event(), typed.called());
}

WriteResult comfort(const Writing& writing, const Comfort& typed) {
    return records::comfort_after_event(writing, typed.event(), typed.text());
}

WriteResult close(const Writing& writing, const Close& typed) {
    return records::close_event(writing, typed.event(), typed.outcome());
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.event(), MatterKind::event);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::event);
}

constexpr std::array verbs{
    command<report>(
        {.noun = "event",
         .verb = "report",
         .help = {"报告重大事项", "report a major event"},
         .clause = "2.2.8, 7.1, 7.2, 7.3, 7.4",
         .right = Right::warn,
         .example =
             "huiyin event report --category 7 --group --form phone --to tao --complaint ts-3 "
             "--text 二十余名业主为停暖来访"}),
    command<relay>({.noun = "event",
                    .verb = "relay",
                    .help = {"逐级上报", "report it one level up"},
                    .clause = "7.2, 7.3, 7.4",
                    .right = Right::office_work,
                    .example = "huiyin event relay zd-1 --to tao --form phone"}),
    command<supplement>({.noun = "event",
                         .verb = "supplement",
                         .help = {"续报、补书面报告", "report again, or in writing"},
                         .clause = "7.3",
                         .right = Right::office_work,
                         .example = "huiyin event supplement zd-1 --form written --to tao "
                                    "--casualties 2 --text 火已扑灭"}),
    command<notify>({.noun = "event",
                     .verb = "notify",
                     .help = {"向其他部门通报", "tell another department"},
                     .clause = "7.2",
                     .right = Right::office_work,
                     .example = "huiyin event notify zd-1 --department 保卫处 --text 请协助警戒"}),
    command<alarm>({.noun = "event",
                    .verb = "alarm",
                    .help = {"登记已拨打 110、119、120", "record a call to 110, 119 or 120"},
                    .clause = "7.4",
                    .right = Right::warn,
                    .example = "huiyin event alarm zd-1 --called 119"}),
    command<comfort>({.noun = "event",
                      .verb = "comfort",
                      .help = {"负责人安抚解释", "the head comforts and explains"},
                      .clause = "7.4",
                      .right = Right::comfort,
                      .decision = true,
                      .example = "huiyin event comfort zd-1 --text 已向业主说明并致歉"}),
    command<close>({.noun = "event",
                    .verb = "close",
                    .help = {"办结重大事项", "close a major event"},
                    .clause = "7.4",
                    .right = Right::supervise,
                    .decision = true,
                    .example = "huiyin event close zd-1 --outcome 已妥善处理"}),
    command<show>({.noun = "event",
                   .verb = "show",
                   .help = {"查看一件重大事项", "show a major event"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin event show zd-1"}),
    command<list>({.noun = "event",
                   .verb = "list",
                   .help = {"列出重大事项", "list major events"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin event list --open"}),
};

}  // namespace
}  // namespace event_commands

std::span<const Verb> event_verbs() {
    return event_commands::verbs;
}

}  // namespace huiyin::cli
