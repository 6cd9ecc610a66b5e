#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "owed_callbacks.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace callback_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::choice> method{
    "method", {"回访方式(3.1)", "method (3.1)"}, records::listed<records::words::callback_method>};
constexpr Declared<Takes::words> note{"note", {"反馈意见", "what was said"}};
}  // namespace declared

struct OneMatter : Options {
    Required<Takes::number> record{
        *this,
        operand("REF", {"TS、JY 或 BX", "a complaint (TS), suggestion (JY) or repair (BX)"})};
};

struct OneCallback : Options {
    Required<Takes::number> callback{*this, operand("HF", {"回访编号", "number of the callback"})};
};

struct Log final : OneMatter {
    Required<Takes::choice> method{*this, declared::method};
    Required<Takes::choice> satisfied{*this,
                                      {"satisfied",
                                       {"是否满意(3.2.2)", "satisfied (3.2.2)"},
                                       records::listed<records::words::satisfied>}};
    Maybe<Takes::words> note{*this, declared::note};
    Maybe<Takes::words> signed_by{*this,
                                  {"signed-by", {"业主签名(3.3.2)", "who signed (3.3.2)"}, "NAME"},
                                  Wanted{.option = "method", .values = "visit"}};
    Maybe<Takes::choice> signed_as{
        *this,
        {"signed-as", {"签名方式", "how they signed"}, records::listed<records::words::signed_as>}};
    Maybe<Takes::word> form_no{*this, {"form-no", {"回访单号", "number of the paper form"}}};
    Maybe<Takes::words> raised{
        *this, {"raised", {"重新提出的事(3.3.3a)", "what was newly raised (3.3.3a)"}}};
    Maybe<Takes::words> settled{
        *this, {"settled", {"当场如何解释清楚", "how it was settled on the spot"}}};
    Maybe<Takes::later> appointment{*this,
                                    {"appointment", {"预约答复时间", "when it will be answered"}}};
    Maybe<Takes::choice> resolved{
        *this,
        {"resolved",
         {"问题是否解决(与是否满意分开问)", "whether the problem is solved, satisfied or not"},
         records::listed<records::words::resolved>}};
    Maybe<Takes::choice, records::MatterKind> opens{
        *this,
        {"opens",
         {"重新提出的事同时立为投诉或建议", "also opens a complaint or suggestion about it"},
         "complaint|suggestion"}};
};

struct Attempt final : OneMatter {
    Required<Takes::choice> method{*this, declared::method};
    Maybe<Takes::words> note{*this, declared::note};
};

struct Answer final : OneCallback {
    Required<Takes::words> text{*this, {"text", {"答复内容", "the answer"}}};
    Maybe<Takes::choice> method{*this,
                                {"method",
                                 {"答复方式", "how it was answered"},
                                 records::listed<records::words::reply_method>}};
};

struct Rearrange final : OneCallback {
    Required<Takes::later> appointment{
        *this, {"appointment", {"改到何时答复", "when it will be answered"}}};
    Required<Takes::words> reason{*this,
                                  {"reason", {"改约的原因", "why the appointment is moved"}}};
};

struct Due final : Options {
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::number> subject{*this, {"subject", {"只看某编号", "about this record"}, "REF"}};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

struct ShowOne final : OneCallback {
    Flag reveal{*this, shared::reveal};
};

std::vector<base::Problem> contradictions_of_log(const Unchecked<Log>& typed) {
    if (!typed.has(&Log::opens) || typed.has(&Log::raised)) return {};
    return {{base::Label{"--opens 要和 --raised 一起写", "--opens goes with --raised"}, {}}};
}

WriteResult log(const Writing& writing, const Log& typed) {
    return records::log_callback(writing, typed.record(),
                                 {.method = typed.method(),
                                  .satisfied = typed.satisfied(),
                                  .note = typed.note(),
                                  .signed_by = typed.signed_by(),
                                  .signed_as = typed.signed_as(),
                                  .form_no = typed.form_no(),
                                  .raised = typed.raised(),
                                  .settled = typed.settled(),
                                  .appointment = typed.appointment(),
                                  .resolved = typed.resolved(),
                                  .opens = typed.opens()});
}

WriteResult attempt(const Writing& writing, const Attempt& typed) {
    return records::log_callback(
        writing, typed.record(),
        {.method = typed.method(), .reached = false, .note = typed.note()});
}

WriteResult answer(const Writing& writing, const Answer& typed) {
    return records::answer_callback(writing, typed.callback(), typed.text(), typed.method());
}

WriteResult rearrange(const Writing& writing, const Rearrange& typed) {
    return records::rearrange_callback(writing, typed.callback(), typed.appointment(),
                                       typed.reason());
}

Exit due(ReadContext reader, const Due&) {
    auto& [reading, output] = reader;
    const auto owed = owed_callbacks(reading);
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    const auto visits = reports::signed_visits_of_week(view);
    const auto calls = reports::owed_calls(owed, view);
    if (output.format == Format::json)
        output.show({}, reports::due_callbacks_json(owed, calls, visits, view));
    else
        output.show(reports::due_callbacks_document(calls, visits, view), {});
    return Exit::done;
}

Exit list(ReadContext reader, const List& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    std::optional<records::MatterId> matter;
    if (const auto subject = typed.subject())
        matter = records::require_matter(reading.connection, *subject, this_year(reading)).id;
    auto callbacks = records::list_callbacks(reading.connection, matter,
                                             begin_of(typed.from()).value_or(base::instant(0)),
                                             end_of(typed.to()).value_or(base::Instant::max()));
    keep_to_limit(callbacks, typed.limit());
    reports::Document document;
    document.title = base::compose({"回访 {} 次", "{} callbacks"}, callbacks.size());
    document.sections.push_back({{}, {reports::callbacks_table(callbacks, view)}});
    output.show(document, reports::callbacks_json(callbacks, view));
    return Exit::done;
}

Exit show(ReadContext reader, const ShowOne& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto callback =
        records::require_callback(reading.connection, typed.callback(), this_year(reading));
    reports::Document document;
    document.title = base::compose({"回访 {}", "Callback {}"}, callback.no);
    document.sections.push_back({{}, {reports::callbacks_table({callback}, view)}});
    output.show(document, reports::callback_json(callback, view));
    return Exit::done;
}

constexpr std::array verbs{
    command<due>({.noun = "callback",
                  .verb = "due",
                  .help = {"应做的回访", "callbacks owed, and by when"},
                  .clause = "3.3.1, 3.4.1",
                  .right = Right::read,
                  .example = "huiyin callback due"}),
    command<log, contradictions_of_log>(
        {.noun = "callback",
         .verb = "log",
         .help = {"登记回访", "record a callback"},
         .clause = "3.1, 3.2.2, 3.2.3, 3.2.4, 3.3.2, 3.3.3a, 3.3.3b, 3.4.2, 4.4",
         .right = Right::office_work,
         .example = "huiyin callback log ts-1 --method visit --satisfied yes --signed-by 张伟"}),
    command<attempt>({.noun = "callback",
                      .verb = "attempt",
                      .help = {"登记一次没有联系上", "record an attempt that reached nobody"},
                      .clause = "5.4",
                      .right = Right::office_work,
                      .example = "huiyin callback attempt ts-1 --method phone"}),
    command<answer>({.noun = "callback",
                     .verb = "answer",
                     .help = {"按约答复", "answer as agreed by appointment"},
                     .clause = "3.3.3a",
                     .right = Right::office_work,
                     .example = "huiyin callback answer hf-3 --text 扶手已排入下月计划"}),
    command<rearrange>(
        {.noun = "callback",
         .verb = "rearrange",
         .help = {"改约答复时间,须在原约定之前", "move an appointment, before it has passed"},
         .clause = "3.3.3a",
         .right = Right::office_work,
         .example =
             "huiyin callback rearrange hf-3 --appointment '2026-12-01 10:00' --reason 业主出差"}),
    command<list>({.noun = "callback",
                   .verb = "list",
                   .help = {"列出回访", "list callbacks"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin callback list --subject ts-1"}),
    command<show>({.noun = "callback",
                   .verb = "show",
                   .help = {"查看一次回访", "show a callback"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin callback show hf-1"}),
};

}  // namespace
}  // namespace callback_commands

std::span<const Verb> callback_verbs() {
    return callback_commands::verbs;
}

}  // namespace huiyin::cli
