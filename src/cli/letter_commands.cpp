#include <array>

#include "huiyin/records/letter.hpp"
#include "huiyin/records/survey.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace letter_commands {
namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

struct OneSurvey : Options {
    Required<Takes::number> survey{*this, operand("WJ", {"问卷编号", "the survey"})};
};

struct Publish final : Options {
    Required<Takes::words> subject{*this, {"subject", {"标题", "title"}}};
    Required<Takes::words> text{*this, {"text", {"正文", "the letter"}}};
    MaybeSome<Takes::numbers> answers{
        *this,
        {"answers", {"答复哪些事项(3.3.4)", "the matters it answers (3.3.4)"}, "TS-…,TS-…"},
        Wanted{}};
};

struct ShowLetter final : Options {
    Required<Takes::number> letter{*this, operand("GX", {"公开信编号", "the open letter"})};
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

struct Issue final : Options {
    Required<Takes::words> title{*this, {"title", {"标题", "title"}}};
    Required<Takes::whole> count{*this, {"count", {"发出份数", "sheets issued"}}};
    Maybe<Takes::later> until{*this, {"until", {"收回期限", "to be returned by"}}};
};

struct Return final : OneSurvey {
    Required<Takes::whole> count{*this, {"count", {"这次收回份数", "sheets returned this time"}}};
    Maybe<Takes::count> satisfied{*this, {"satisfied", {"其中满意", "of them, satisfied"}}};
    Maybe<Takes::count> dissatisfied{*this,
                                     {"dissatisfied", {"其中不满意", "of them, dissatisfied"}}};
};

struct ShowSurvey final : OneSurvey {
    Flag reveal{*this, shared::reveal};
};

WriteResult publish(const Writing& writing, const Publish& typed) {
    const auto answers = typed.answers();
    return records::publish_letter(writing, typed.subject(), typed.text(),
                                   {answers.begin(), answers.end()});
}

WriteResult issue(const Writing& writing, const Issue& typed) {
    return records::issue_survey(writing, typed.title(), typed.count(), typed.until());
}

WriteResult collect(const Writing& writing, const Return& typed) {
    return records::collect_survey(writing, typed.survey(),
                                   {.returned = typed.count(),
                                    .satisfied = typed.satisfied(),
                                    .dissatisfied = typed.dissatisfied()});
}

Exit show_letter(ReadContext reader, const ShowLetter& typed) {
    return show_matter(reader, typed.letter(), MatterKind::letter);
}

Exit list_letters(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::letter);
}

Exit show_survey(ReadContext reader, const ShowSurvey& typed) {
    return show_matter(reader, typed.survey(), MatterKind::survey);
}

Exit list_surveys(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::survey);
}

constexpr std::array letter_table{
    command<publish>(
        {.noun = "letter",
         .verb = "publish",
         .help = {"发布公开信,答复多件", "publish an open letter"},
         .clause = "3.1, 3.3.4",
         .right = Right::office_work,
         .example = "huiyin letter publish --subject 停水说明 --text '6 日检修,当晚恢复' --answers "
                    "ts-1,ts-2"}),
    command<show_letter>({.noun = "letter",
                          .verb = "show",
                          .help = {"查看一封公开信", "show one"},
                          .clause = "",
                          .right = Right::read,
                          .example = "huiyin letter show gx-1"}),
    command<list_letters>({.noun = "letter",
                           .verb = "list",
                           .help = {"列出公开信", "list them"},
                           .clause = "",
                           .right = Right::read,
                           .example = "huiyin letter list"}),
};

constexpr std::array survey_table{
    command<issue>(
        {.noun = "survey",
         .verb = "issue",
         .help = {"发放问卷", "issue a survey"},
         .clause = "3.2.1",
         .right = Right::office_work,
         .example =
             "huiyin survey issue --title 冬季供暖满意度 --count 120 --until '2026-12-01 18:00'"}),
    command<collect>(
        {.noun = "survey",
         .verb = "return",
         .help = {"登记收回的问卷", "record what came back"},
         .clause = "3.2.1",
         .right = Right::office_work,
         .example = "huiyin survey return wj-1 --count 80 --satisfied 70 --dissatisfied 4"}),
    command<show_survey>({.noun = "survey",
                          .verb = "show",
                          .help = {"查看一份问卷", "show one"},
                          .clause = "",
                          .right = Right::read,
                          .example = "huiyin survey show wj-1"}),
    command<list_surveys>({.noun = "survey",
                           .verb = "list",
                           .help = {"列出问卷", "list them"},
                           .clause = "",
                           .right = Right::read,
                           .example = "huiyin survey list"}),
};

}  // namespace
}  // namespace letter_commands

std::span<const Verb> letter_verbs() {
    return letter_commands::letter_table;
}

std::span<const Verb> survey_verbs() {
    return letter_commands::survey_table;
}

}  // namespace huiyin::cli
