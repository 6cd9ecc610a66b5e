#include <array>

#include "huiyin/records/letter.hpp"
#include "huiyin/records/survey.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_letter{Operand{"GX", Takes::number, {"公开信编号", "the open letter"}}};
constexpr std::array one_survey{Operand{"WJ", Takes::number, {"问卷编号", "the survey"}}};

constexpr std::array publish_options{
    Option{"subject", Takes::words, "TEXT", {"标题", "in short"}, true},
    Option{"text", Takes::words, "TEXT", {"正文", "the letter"}, true},
    Option{.name = "answers",
           .takes = Takes::numbers,
           .value = "TS-…,TS-…",
           .help = {"答复哪些事项(3.3.4)", "the matters it answers (3.3.4)"},
           .wanted = Wanted{}},
};
constexpr std::array issue_options{
    Option{"title", Takes::words, "TEXT", {"标题", "what it is about"}, true},
    Option{"count", Takes::whole, "N", {"发出份数", "sheets issued"}, true},
    Option{"until", Takes::time, "TIME", {"收回期限", "to be back by"}},
};
constexpr std::array return_options{
    Option{"count", Takes::whole, "N", {"这次收回份数", "sheets that came back now"}, true},
    Option{"satisfied", Takes::count, "N", {"其中满意", "of them satisfied"}},
    Option{"dissatisfied", Takes::count, "N", {"其中不满意", "of them dissatisfied"}},
};
constexpr std::array list_options{list_from, list_to, list_limit, reveal};

Made publish(const Writing& writing, const Arguments& arguments) {
    return records::publish_letter(writing, arguments.text("subject"), arguments.text("text"),
                                   arguments.list("answers"));
}

Made issue(const Writing& writing, const Arguments& arguments) {
    const auto until = arguments.time("until");
    return records::issue_survey(writing, arguments.text("title"), arguments.whole("count").value(),
                                 until ? std::optional(writing.time(*until)) : std::nullopt);
}

Made collect(const Writing& writing, const Arguments& arguments) {
    return records::collect_survey(writing, arguments.text("WJ"),
                                   {.returned = arguments.whole("count").value(),
                                    .satisfied = arguments.whole("satisfied"),
                                    .dissatisfied = arguments.whole("dissatisfied")});
}

Exit show_letter(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "GX", MatterKind::letter);
}

Exit list_letters(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::letter);
}

Exit show_survey(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "WJ", MatterKind::survey);
}

Exit list_surveys(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::survey);
}

constexpr std::array letter_table{
    Verb{.noun = "letter",
         .verb = "publish",
         .help = {"发布公开信,答复多件", "publish an open letter"},
         .clause = "3.1, 3.3.4",
         .right = Right::office_work,
         .action = publish,
         .options = publish_options,
         .example = "huiyin letter publish --subject 停水说明 --text '6 日检修,当晚恢复' --answers "
                    "ts-1,ts-2"},
    Verb{.noun = "letter",
         .verb = "show",
         .help = {"查看一封", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show_letter,
         .operands = one_letter,
         .options = reveal_option,
         .example = "huiyin letter show gx-1"},
    Verb{.noun = "letter",
         .verb = "list",
         .help = {"列出公开信", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list_letters,
         .options = list_options,
         .example = "huiyin letter list"},
};

constexpr std::array survey_table{
    Verb{.noun = "survey",
         .verb = "issue",
         .help = {"发放问卷", "issue a survey"},
         .clause = "3.2.1",
         .right = Right::office_work,
         .action = issue,
         .options = issue_options,
         .example =
             "huiyin survey issue --title 冬季供暖满意度 --count 120 --until '2026-12-01 18:00'"},
    Verb{.noun = "survey",
         .verb = "return",
         .help = {"登记收回的问卷", "record what came back"},
         .clause = "3.2.1",
         .right = Right::office_work,
         .action = collect,
         .operands = one_survey,
         .options = return_options,
         .example = "huiyin survey return wj-1 --count 80 --satisfied 70 --dissatisfied 4"},
    Verb{.noun = "survey",
         .verb = "show",
         .help = {"查看一份问卷", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show_survey,
         .operands = one_survey,
         .options = reveal_option,
         .example = "huiyin survey show wj-1"},
    Verb{.noun = "survey",
         .verb = "list",
         .help = {"列出问卷", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list_surveys,
         .options = list_options,
         .example = "huiyin survey list"},
};

}  // namespace

std::span<const Verb> letter_verbs() {
    return letter_table;
}

std::span<const Verb> survey_verbs() {
    return survey_table;
}

}  // namespace huiyin::cli
