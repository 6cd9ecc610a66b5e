#include <array>

#include "huiyin/records/suggestion.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_suggestion{Operand{"JY", Takes::number, {"建议编号", "the suggestion"}}};

constexpr std::array add_options{
    Option{"kind",
           Takes::choice,
           "opinion|suggestion",
           {"意见还是建议(3.2.3)", "opinion or suggestion (3.2.3)"},
           true},
    Option{"channel",
           Takes::choice,
           "letter|phone|visit|round",
           {"来源,巡视收集为 round", "how it came; round: gathered on a round"},
           true},
    Option{"text", Takes::words, "TEXT", {"内容", "what was said"}, true},
    Option{"from", Takes::words, "NAME", {"姓名", "who it is from"}},
    Option{"phone", Takes::words, "NUMBER", {"联系电话", "their phone"}},
    Option{"unit", Takes::word, "UNIT", {"房号", "their home"}},
    Option{"category", Takes::word, "TEXT", {"类别", "category"}},
    Option{"via", Takes::words, "TEXT", {"实际来源", "the real source"}},
};
constexpr std::array answer_options{
    Option{"text", Takes::words, "TEXT", {"答复内容", "the answer"}, true},
    Option{"method", Takes::choice, "phone|visit|letter", {"答复方式", "how it was answered"}},
    Option{.name = "courtesy",
           .takes = Takes::choice,
           .value = "thanks|apology",
           .help = {"道歉或致谢(2.2.5)", "thanks or an apology (2.2.5)"},
           .wanted = Wanted{}},
};
constexpr std::array close_options{Option{.name = "outcome",
                                          .takes = Takes::words,
                                          .value = "TEXT",
                                          .help = {"处理结果(3.3.1)", "the outcome (3.3.1)"},
                                          .wanted = Wanted{}}};
constexpr std::array list_options{
    list_open, list_overdue, list_from,
    list_to,   list_holder,  Option{"category", Takes::word, "TEXT", {"类别", "category"}},
    list_unit, list_limit,   reveal};

Made add(const Writing& writing, const Arguments& arguments) {
    return records::add_suggestion(writing, {.matter = {.kind = MatterKind::suggestion,
                                                        .channel = arguments.text("channel"),
                                                        .via = arguments.maybe("via"),
                                                        .category = arguments.maybe("category"),
                                                        .unit = arguments.maybe("unit"),
                                                        .person = arguments.maybe("from"),
                                                        .phone = arguments.maybe("phone"),
                                                        .text = arguments.text("text")},
                                             .sort = arguments.text("kind")});
}

Made answer(const Writing& writing, const Arguments& arguments) {
    return records::answer_suggestion(writing, arguments.text("JY"),
                                      {.text = arguments.text("text"),
                                       .method = arguments.maybe("method"),
                                       .courtesy = arguments.maybe("courtesy")});
}

Made close(const Writing& writing, const Arguments& arguments) {
    return records::close_suggestion(writing, arguments.text("JY"), arguments.maybe("outcome"));
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "JY", MatterKind::suggestion);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::suggestion);
}

constexpr std::array verbs{
    Verb{.noun = "suggestion",
         .verb = "add",
         .help = {"登记意见或建议", "record an opinion or a suggestion"},
         .clause = "3.2.3",
         .right = Right::office_work,
         .action = add,
         .options = add_options,
         .example = "huiyin suggestion add --kind suggestion --channel round --unit 3-502 --text "
                    "楼道装扶手"},
    Verb{.noun = "suggestion",
         .verb = "answer",
         .help = {"答复意见建议", "answer it"},
         .clause = "2.2.5",
         .right = Right::office_work,
         .action = answer,
         .operands = one_suggestion,
         .options = answer_options,
         .example = "huiyin suggestion answer jy-1 --method phone --courtesy thanks --text "
                    "谢谢您的建议,已列入计划"},
    Verb{.noun = "suggestion",
         .verb = "close",
         .help = {"办结", "close it"},
         .clause = "3.3.1",
         .right = Right::office_work,
         .action = close,
         .operands = one_suggestion,
         .options = close_options,
         .example = "huiyin suggestion close jy-1 --outcome 扶手已装"},
    Verb{.noun = "suggestion",
         .verb = "show",
         .help = {"查看一件", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_suggestion,
         .options = reveal_option,
         .example = "huiyin suggestion show jy-1"},
    Verb{.noun = "suggestion",
         .verb = "list",
         .help = {"列出意见建议", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin suggestion list --open"},
};

}  // namespace

std::span<const Verb> suggestion_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
