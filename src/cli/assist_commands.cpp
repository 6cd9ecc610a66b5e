#include <array>

#include "matter_reading.hpp"
#include "nouns.hpp"

/// Residents' calls for help, which the officer on duty coordinates (clause 1.5).
namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_call{Operand{"QZ", Takes::number, {"求助编号", "the call for help"}}};
constexpr std::array add_options{
    Option{"text", Takes::words, "TEXT", {"求助内容", "what is needed"}, true},
    Option{"from", Takes::words, "NAME", {"求助人", "who called"}},
    Option{"phone", Takes::words, "PHONE", {"电话", "phone"}},
    Option{"unit", Takes::word, "UNIT", {"房号", "home"}},
};
constexpr std::array close_options{Option{.name = "outcome",
                                          .takes = Takes::words,
                                          .value = "TEXT",
                                          .help = {"结果", "how it ended"},
                                          .wanted = Wanted{}}};
constexpr std::array list_options{list_open,   list_overdue, list_from,  list_to,
                                  list_holder, list_unit,    list_limit, reveal};

Made add(const Writing& writing, const Arguments& arguments) {
    return {records::open_matter(writing, {.kind = MatterKind::assist,
                                           .channel = "duty",
                                           .unit = arguments.maybe("unit"),
                                           .person = arguments.maybe("from"),
                                           .phone = arguments.maybe("phone"),
                                           .text = arguments.text("text")})
                .no,
            {}};
}

Made close(const Writing& writing, const Arguments& arguments) {
    const auto matter = records::require_matter(writing.connection(), arguments.text("QZ"),
                                                writing.year(), MatterKind::assist);
    records::close_matter(writing, matter.id, arguments.maybe("outcome"), {}, {});
    return {matter.no, {}};
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "QZ", MatterKind::assist);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::assist);
}

constexpr std::array verbs{
    Verb{.noun = "assist",
         .verb = "add",
         .help = {"登记求助", "record a call for help"},
         .clause = "1.5",
         .right = Right::field_work,
         .action = add,
         .options = add_options,
         .example = "huiyin assist add --unit 3-502 --phone 13800008000 --text 钥匙锁在屋里"},
    Verb{.noun = "assist",
         .verb = "close",
         .help = {"注明结果并办结", "close it with its outcome"},
         .clause = "1.5",
         .right = Right::field_work,
         .action = close,
         .operands = one_call,
         .options = close_options,
         .example = "huiyin assist close qz-1 --outcome 已联系开锁,业主进屋"},
    Verb{.noun = "assist",
         .verb = "show",
         .help = {"查看一件求助", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_call,
         .options = reveal_option,
         .example = "huiyin assist show qz-1"},
    Verb{.noun = "assist",
         .verb = "list",
         .help = {"列出求助", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin assist list --open"},
};

}  // namespace

std::span<const Verb> assist_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
