#include <array>

#include "huiyin/records/conduct.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_person{Operand{"LOGIN", Takes::login, {"当事职工", "whom it is about"}}};
constexpr std::array one_case{Operand{"CL", Takes::number, {"处理编号", "the case"}}};

constexpr std::array record_options{
    Option{"kind",
           Takes::choice,
           "sleeping|drinking|gambling|left-post|missed-post|negligent|other-duty|ignoring|"
           "indifferent|bureaucratic|contemptuous|arrogant|taboo-phrase|fobbing-off|other-manner|"
           "quarrel|not-reporting|concealing|misreporting|under-reporting|omitting|late-reporting",
           {"事由(1.4、2.2.1、2.2.9、7.5)", "what it is about (1.4, 2.2.1, 2.2.9, 7.5)"},
           true},
    Option{"text", Takes::words, "TEXT", {"经过", "what happened"}},
    Option{"matter", Takes::number, "REF", {"起因事项", "the matter it came of"}},
};
constexpr std::array decide_options{
    Option{"decision", Takes::words, "TEXT", {"处理决定", "the decision"}, true},
    Option{"authority",
           Takes::words,
           "TEXT",
           {"由上级机关决定时,写明何者", "who above the office decided, if so"}},
};
constexpr std::array list_options{list_open, list_overdue, list_from, list_to, list_limit, reveal};

Made record(const Writing& writing, const Arguments& arguments) {
    std::optional<records::MatterId> source;
    if (const auto number = arguments.maybe("matter"))
        source = records::require_matter(writing.connection(), *number, writing.year()).id;
    const auto opened =
        records::open_conduct(writing, {.staff = writing.staff(arguments.text("LOGIN")),
                                        .sort = arguments.text("kind"),
                                        .text = arguments.maybe("text"),
                                        .source = source});
    return {opened.no, {}};
}

Made decide(const Writing& writing, const Arguments& arguments) {
    return records::decide_conduct(writing, arguments.text("CL"), arguments.text("decision"),
                                   arguments.maybe("authority"));
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "CL", MatterKind::conduct);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::conduct);
}

constexpr std::array verbs{
    Verb{.noun = "conduct",
         .verb = "record",
         .help = {"职工违纪立案", "open a conduct case"},
         .clause = "1.4, 1.9, 2.2.1, 2.2.2, 2.2.9, 7.5",
         .right = Right::supervise,
         .action = record,
         .operands = one_person,
         .options = record_options,
         .example = "huiyin conduct record sun --kind indifferent --matter ts-1 --text 未起身接待"},
    Verb{.noun = "conduct",
         .verb = "decide",
         .help = {"作出处理决定", "decide a case"},
         .clause = "2.2.9, 7.5",
         .right = Right::supervise,
         .action = decide,
         .operands = one_case,
         .options = decide_options,
         .decision = true,
         .example = "huiyin conduct decide cl-1 --decision 书面检查"},
    Verb{.noun = "conduct",
         .verb = "show",
         .help = {"查看一案", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_case,
         .options = reveal_option,
         .example = "huiyin conduct show cl-1"},
    Verb{.noun = "conduct",
         .verb = "list",
         .help = {"列出处理案", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin conduct list"},
};

}  // namespace

std::span<const Verb> conduct_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
