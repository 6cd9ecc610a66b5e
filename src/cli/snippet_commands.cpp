#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/snippet.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/rulebook/speech.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

/// The office's own phrases for residents: kept once, called for by `@`.
namespace huiyin::cli {

namespace snippet_commands {
namespace {

using base::Exit;
using base::Json;
using base::Label;
using base::plain;
using gate::Right;
using records::WriteResult;
using records::Writing;

struct OneSnippet : Options {
    Required<Takes::word> name{*this, operand("NAME", {"名称", "what it is called by"})};
};

struct Add final : OneSnippet {
    Required<Takes::words> text{
        *this,
        {"text",
         {"内容,可有空位 {no} {unit} {name} {due} {office} {phone}",
          "what it says, with places {no} {unit} {name} {due} {office} {phone}"}}};
};

struct List final : Options {
    Flag all{*this, {"all", {"连同已停用的", "the retired ones too"}}};
};

/// The words that are kept are words to a resident already: the rule on them speaks before they are
/// used for the first time (2.2.1).
void require_civil(const Writing& writing, const std::string& name, const std::string& text) {
    const auto at = writing.provenance().at;
    const auto found = rulebook::speech_found(writing.connection())(text, at);
    if (!found) return;
    const auto& rule = rulebook::require_rule("speech.taboo-phrase");
    rulebook::Finding finding{
        .rule = &rule, .severity = "refuse", .subject = name, .since = at, .open = true};
    finding.message = base::compose({"常用语「{0}」含服务忌语:{1}(括号内为第几个字)",
                                     "the snippet '{0}' has taboo words: {1} (at that character)"},
                                    name, *found);
    finding.remedy = Label{"换一种说法;转述他人的话请放进「」或“”",
                           "say it another way; put quoted words in 「」 or “”"};
    throw gate::Refusal({std::move(finding)});
}

WriteResult add(const Writing& writing, const Add& typed) {
    auto made = records::add_snippet(writing, typed.name(), typed.text());
    require_civil(writing, typed.name(), typed.text());
    return made;
}

WriteResult retire(const Writing& writing, const OneSnippet& typed) {
    return records::retire_snippet(writing, typed.name());
}

Exit list(ReadContext reader, const List& typed) {
    auto& [reading, output] = reader;
    reports::Document document;
    document.title = Label{"常用语", "Snippets"};
    reports::Table table{
        .columns = {{Label{"名称", "name"}},
                    {Label{"内容", "text"}},
                    {Label{"登记人", "kept by"}},
                    {Label{"登记时间", "kept"}, reports::Align::left, reports::Holds::time},
                    {Label{"停用时间", "retired"}, reports::Align::left, reports::Holds::time}},
        .rows = {},
        .empty = Label{"还没有常用语。", "There are no snippets yet."}};
    Json json = Json::array();
    for (const auto& one : records::list_snippets(reading.connection, typed.all())) {
        const auto at = [&](const std::optional<base::Instant>& time) {
            return time ? plain(base::readable_minute(*time, reading.zone)) : base::Text{};
        };
        table.rows.push_back(
            {plain(one.name), plain(one.text), plain(one.by), at(one.at), at(one.retired_at)});
        json.push_back(
            {{"name", one.name},
             {"text", one.text},
             {"by", one.by},
             {"at", base::iso(one.at, reading.zone)},
             {"retired_at",
              one.retired_at ? Json(base::iso(*one.retired_at, reading.zone)) : Json()}});
    }
    if (!typed.all()) table.columns.pop_back();
    document.sections.push_back({{}, {std::move(table)}});
    output.show(document, json);
    return Exit::done;
}

constexpr std::array verbs{
    command<add>(
        {.noun = "snippet",
         .verb = "add",
         .help = {"存一条常用语,答复时写 @名称", "save a phrase, inserted with @NAME"},
         .clause = "2.2.1",
         .right = Right::supervise,
         .example =
             "huiyin snippet add 已修好 --text '您好,{unit} 的问题({no})已修好,{due} 前回访您'"}),
    command<retire>({.noun = "snippet",
                     .verb = "retire",
                     .help = {"停用一条", "retire one"},
                     .clause = "",
                     .right = Right::supervise,
                     .example = "huiyin snippet retire 已修好"}),
    command<list>({.noun = "snippet",
                   .verb = "list",
                   .help = {"列出常用语", "list them"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin snippet list"}),
};

}  // namespace
}  // namespace snippet_commands

std::span<const Verb> snippet_verbs() {
    return snippet_commands::verbs;
}

}  // namespace huiyin::cli
