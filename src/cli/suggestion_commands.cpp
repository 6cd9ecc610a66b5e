#include <array>
#include <utility>

#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/suggestion.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "received_matter.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace suggestion_commands {
namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

struct OneSuggestion : Options {
    Required<Takes::number> suggestion{*this, operand("JY", {"建议编号", "the suggestion"})};
};

struct Add final : Options {
    Required<Takes::choice> kind{*this,
                                 {"kind",
                                  {"意见还是建议(3.2.3)", "opinion or suggestion (3.2.3)"},
                                  records::listed<records::words::suggestion>}};
    Required<Takes::choice> channel{
        *this,
        {"channel",
         {"来源,巡视收集为 round", "how it came; round: gathered on a round"},
         records::listed<records::words::suggestion_channel>}};
    Required<Takes::words> text{*this, {"text", {"内容", "what was said"}}};
    Maybe<Takes::words> from{*this, {"from", {"姓名", "who it is from"}, "NAME"}};
    Maybe<Takes::phone> phone{*this, {"phone", {"联系电话", "their phone"}, "NUMBER"}};
    Maybe<Takes::home> unit{*this, {"unit", {"房号", "their home"}, "UNIT"}};
    Maybe<Takes::word> category{*this, {"category", {"类别", "category"}}};
    Maybe<Takes::words> via{*this, {"via", {"实际来源", "where it really came from"}}};
};

struct Answer final : OneSuggestion {
    Required<Takes::words> text{*this, {"text", {"答复内容", "the answer"}}};
    Maybe<Takes::choice> method{*this,
                                {"method",
                                 {"答复方式", "how it was answered"},
                                 records::listed<records::words::reply_method>}};
    Maybe<Takes::choice> courtesy{*this,
                                  {"courtesy",
                                   {"致谢或致歉(2.2.5)", "thanks or an apology (2.2.5)"},
                                   records::listed<records::words::courtesy>},
                                  Wanted{}};
};

struct Close final : OneSuggestion {
    Maybe<Takes::words> outcome{
        *this, {"outcome", {"处理结果(3.3.1)", "the outcome (3.3.1)"}}, Wanted{}};
};

struct ShowOne final : OneSuggestion {
    Flag reveal{*this, shared::reveal};
};

struct List final : shared::HeldMatters {
    Maybe<Takes::word> category{*this, {"category", {"类别", "category"}}};
    Maybe<Takes::word> unit{*this, shared::unit};
    Maybe<Takes::words> phone{*this, shared::phone};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult add(const Writing& writing, const Add& typed) {
    auto matter = received_matter(MatterKind::suggestion, typed);
    return records::add_suggestion(writing, {.matter = std::move(matter), .kind = typed.kind()});
}

WriteResult answer(const Writing& writing, const Answer& typed) {
    return records::answer_suggestion(
        writing, typed.suggestion(),
        {.text = typed.text(), .method = typed.method(), .courtesy = typed.courtesy()});
}

WriteResult close(const Writing& writing, const Close& typed) {
    return records::close_suggestion(writing, typed.suggestion(), typed.outcome());
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.suggestion(), MatterKind::suggestion);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::suggestion);
}

constexpr std::array verbs{
    command<add>({.noun = "suggestion",
                  .verb = "add",
                  .help = {"登记意见或建议", "record an opinion or a suggestion"},
                  .clause = "3.2.3",
                  .right = Right::office_work,
                  .example =
                      "huiyin suggestion add --kind suggestion --channel round --unit 3-502 --text "
                      "楼道装扶手"}),
    command<answer>({.noun = "suggestion",
                     .verb = "answer",
                     .help = {"答复意见建议", "answer an opinion or a suggestion"},
                     .clause = "2.2.5",
                     .right = Right::office_work,
                     .example =
                         "huiyin suggestion answer jy-1 --method phone --courtesy thanks --text "
                         "谢谢您的建议,已列入计划"}),
    command<close>({.noun = "suggestion",
                    .verb = "close",
                    .help = {"办结意见建议", "close an opinion or a suggestion"},
                    .clause = "3.3.1",
                    .right = Right::office_work,
                    .example = "huiyin suggestion close jy-1 --outcome 扶手已装"}),
    command<show>({.noun = "suggestion",
                   .verb = "show",
                   .help = {"查看一件意见建议", "show an opinion or a suggestion"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin suggestion show jy-1"}),
    command<list>({.noun = "suggestion",
                   .verb = "list",
                   .help = {"列出意见建议", "list opinions and suggestions"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin suggestion list --open"}),
};

}  // namespace
}  // namespace suggestion_commands

std::span<const Verb> suggestion_verbs() {
    return suggestion_commands::verbs;
}

}  // namespace huiyin::cli
