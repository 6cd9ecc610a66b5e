#include "huiyin/records/snippet.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/step_kind.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// Where a phrase is being used.
struct Use {
    const Writing& writing;
    const Matter& matter;
    std::string_view step;
};

std::optional<std::string> due_of(const Use& use);

/// A place in a phrase, under either name, and what fills it; nothing where nothing can.
struct Place {
    std::string_view name;
    std::string_view zh;
    std::optional<std::string> (*fill)(const Use& use);
    Label lacking;  ///< what is missing where it cannot be filled
};
constexpr std::array places{
    Place{"no",
          "编号",
          [](const Use& use) {
              return use.matter.no.empty() ? std::nullopt : std::optional(use.matter.no);
          },
          {"它不属于哪一件", "it is about no one matter"}},
    Place{"unit",
          "房号",
          [](const Use& use) { return use.matter.unit; },
          {"没有房号", "it has no home"}},
    Place{"name",
          "姓名",
          [](const Use& use) { return use.matter.person; },
          {"没有姓名", "it has no name"}},
    Place{"due", "时限", due_of, {"此后没有时限", "nothing falls due after this"}},
    Place{"office",
          "办公室",
          [](const Use& use) { return std::optional(load_office(use.writing.connection()).name); },
          {}},
    Place{"phone",
          "办公室电话",
          [](const Use& use) -> std::optional<std::string> {
              const auto policies = Policies::load(use.writing.connection());
              const auto& value =
                  policies.in_force("office.phone", use.writing.provenance().at).value;
              return value == "none" ? std::nullopt : std::optional(value);
          },
          {"没有设定 office.phone", "office.phone is not set"}},
};

/// By when the office does what is next, once this is said: a reply is called back, and so is work.
std::optional<std::string> due_of(const Use& use) {
    const std::string_view limit = use.step == "reply" || use.step == "answer"
                                       ? "complaint.callback_within"
                                   : use.step == "finish" ? "repair.callback_within"
                                                          : "";
    if (limit.empty() || !use.matter.reachable) return {};
    const auto at = use.writing.provenance().at;
    const auto policies = Policies::load(use.writing.connection());
    return base::readable_minute(at + base::Seconds{policies.number(limit, at)},
                                 use.writing.zone());
}

std::string all_places() {
    std::string all;
    for (const auto& place : places)
        all += base::format("{}{{{}}}", all.empty() ? "" : " ", place.name);
    return all;
}

/// Calls `take` with the words and the places of a phrase, in turn. Braces around anything that is
/// no word are words.
template <typename Words, typename TakePlace>
void for_each_part(std::string_view text, Words words, TakePlace take) {
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == text.npos ? open : text.find('}', open);
        if (close == text.npos) break;
        const auto name = text.substr(open + 1, close - open - 1);
        const bool is_word = !name.empty() && name.find_first_of(" \t\n{") == name.npos;
        words(text.substr(0, is_word ? open : open + 1));
        if (is_word) take(name);
        text.remove_prefix((is_word ? close : open) + 1);
    }
    words(text);
}

const Place* find_place(std::string_view name) {
    const auto found = std::ranges::find_if(
        places, [&](const Place& one) { return one.name == name || one.zh == name; });
    return found == places.end() ? nullptr : &*found;
}

void require_name(std::string_view name) {
    constexpr std::size_t longest = 60;
    if (name.empty() || name.size() > longest || name.find_first_of(" \t\n@{}") != name.npos ||
        name.starts_with('-'))
        throw Failure(Exit::usage,
                      compose({"「{}」不能用作常用语的名称", "'{}' cannot name a snippet"}, name),
                      Label{"用一个不含空格和 @ 的短名称,如 已修好",
                            "use one short word without blanks and @"});
}

/// {unit without its other brace, unit} without its first, ｛unit｝ in full width: they would be
/// said as they are.
std::optional<base::Problem> brace_problem(std::string_view text) {
    const auto end_of_word = [](std::string_view rest) {
        return std::min(rest.find_first_of(" \t\n{}@,.;:"), rest.size());
    };
    // What was meant: the place whose name stands there, or the first of all.
    const auto meant_by = [](std::string_view words) {
        const auto found = std::ranges::find_if(places, [&](const Place& one) {
            return words.starts_with(one.name) || words.starts_with(one.zh) ||
                   words.ends_with(one.name) || words.ends_with(one.zh);
        });
        return found == places.end() ? places.front().name : found->name;
    };
    const auto problem = [&](std::string_view written, std::string_view words) {
        return base::Problem{
            compose({"「{}」的花括号写得不对,会照原样说出去",
                     "the braces of '{}' make no place: it would be said as it is"},
                    written),
            compose({"空位写作 {{{}}};可用:{}", "write a place as {{{}}}; there are: {}"},
                    meant_by(words), all_places())};
    };
    static constexpr std::array<std::string_view, 2> full_width{"｛", "｝"};
    for (const auto brace : full_width)
        if (const auto at = text.find(brace); at != text.npos) {
            const auto words =
                brace == full_width[0] ? text.substr(at + brace.size()) : text.substr(0, at);
            return problem(brace, words);
        }
    for (std::size_t at = text.find_first_of("{}"); at != text.npos;) {
        if (text[at] == '}') return problem("}", text.substr(0, at));
        const auto close = text.find_first_of("{}", at + 1);
        const auto behind = text.substr(at + 1);
        if (close == text.npos || text[close] == '{')
            return problem("{" + std::string(behind.substr(0, end_of_word(behind))), behind);
        const auto inside = behind.substr(0, close - at - 1);
        if (const auto word = base::trimmed(inside); word != inside && find_place(word) != nullptr)
            return problem(text.substr(at, close + 1 - at), word);
        at = text.find_first_of("{}", close + 1);
    }
    return {};
}

void require_known_places(std::string_view text) {
    std::vector<base::Problem> problems;
    if (auto problem = brace_problem(text)) problems.push_back(std::move(*problem));
    for_each_part(
        text, [](std::string_view) {},
        [&](std::string_view name) {
            if (find_place(name) == nullptr)
                problems.push_back(
                    {compose({"没有「{{{}}}」这个空位", "there is no place {{{}}}"}, name),
                     compose({"可用:{}", "one of: {}"}, all_places())});
        });
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
}

Snippet require_snippet(store::Connection& connection, std::string_view name) {
    auto all = list_snippets(connection);
    const auto found = std::ranges::find(all, name, &Snippet::name);
    if (found != all.end()) return std::move(*found);
    std::vector<std::string> names;
    std::ranges::transform(all, std::back_inserter(names), &Snippet::name);
    const auto near = base::nearest(name, names);
    throw Failure(
        Exit::not_found, compose({"没有常用语「{}」", "there is no snippet '{}'"}, name),
        near ? compose({"是不是 @{}?", "did you mean @{}?"}, *near)
             : base::Text(Label{"清单见 huiyin snippet list;要写的就是 @,写两个:@@",
                                "see huiyin snippet list; to begin with an @, type two: @@"}));
}

}  // namespace

WriteResult add_snippet(const Writing& writing, const std::string& name, const std::string& text) {
    require_name(name);
    if (std::ranges::count(list_snippets(writing.connection()), name, &Snippet::name) > 0)
        throw Failure(Exit::usage,
                      compose({"已有常用语「{}」", "there is a snippet '{}' already"}, name),
                      compose({"先停用旧的:huiyin snippet retire {}",
                               "retire it first: huiyin snippet retire {}"},
                              name));
    require_known_places(text);
    const auto id = writing.next_id("snippet");
    store::run(writing.connection(),
               "INSERT INTO snippet (id, name, text, at, recorded_at, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?)",
               id, name, writing.keep("snippet.text", id, std::string_view(text)),
               writing.provenance().at, writing.now(), writing.recorder().staff);
    return {name, {}};
}

WriteResult retire_snippet(const Writing& writing, const std::string& name) {
    store::run(writing.connection(),
               "INSERT INTO snippet_end (id, at, recorded_at, recorder) VALUES (?, ?, ?, ?)",
               require_snippet(writing.connection(), name).id, writing.provenance().at,
               writing.now(), writing.recorder().staff);
    return {name, {}};
}

std::vector<Snippet> list_snippets(store::Connection& connection, bool with_retired) {
    std::vector<Snippet> all;
    for (Query row(connection,
                   "SELECT s.id, s.name, words.value, s.at, p.login, e.at FROM snippet s"
                   " JOIN staff p ON p.id = s.recorder LEFT JOIN snippet_end e ON e.id = s.id"
                   " LEFT JOIN content words ON words.id = s.text"
                   " WHERE ?1 OR e.id IS NULL ORDER BY s.name, s.id",
                   with_retired);
         row.next();)
        all.push_back({.id = row.integer(0),
                       .name = row.text(1),
                       .text = row.maybe_text(2).value_or(""),
                       .at = row.time(3),
                       .by = row.text(4),
                       .retired_at = row.maybe_time(5)});
    return all;
}

namespace {

/// How a phrase is called for, in either width.
constexpr std::array<std::string_view, 2> marks{"@", "＠"};

std::optional<std::string_view> behind_mark(std::string_view text) {
    for (const auto mark : marks)
        if (text.starts_with(mark)) return text.substr(mark.size());
    return {};
}

}  // namespace

bool calls_for_snippet(std::string_view typed) {
    return behind_mark(typed).has_value();
}

std::string in_full(const Writing& writing, const Matter& matter, std::string_view step,
                    std::string_view typed) {
    const auto name = behind_mark(typed);
    if (!name) return std::string(typed);
    if (behind_mark(*name)) return std::string(*name);
    const auto snippet = require_snippet(writing.connection(), *name);
    const Use use{writing, matter, step};
    std::string text;
    std::vector<base::Problem> problems;
    for_each_part(
        snippet.text, [&](std::string_view words) { text += words; },
        [&](std::string_view place_name) {
            const auto* place = find_place(place_name);
            if (const auto value = place == nullptr ? std::nullopt : place->fill(use))
                text += *value;
            else
                problems.push_back(
                    {base::compose({"常用语「{0}」里的 {{{1}}} 填不上:{2}",
                                    "{{{1}}} of the snippet '{0}' cannot be filled: {3}"},
                                   snippet.name, place_name,
                                   place == nullptr ? "" : place->lacking.zh,
                                   place == nullptr ? "" : place->lacking.en),
                     Label{"先补上,或把话写全", "put it on record first, or write the words out"}});
        });
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
    return text;
}

std::string words_of_step(const Writing& writing, MatterId matter, std::string_view step,
                          const std::string& typed) {
    const auto* kind = find_step_kind(step);
    if (!calls_for_snippet(typed) || kind == nullptr || !kind->has(StepTrait::spoken)) return typed;
    return in_full(writing, load_matter(writing.connection(), matter), step, typed);
}

std::string typed_in_full(std::string text) {
    return calls_for_snippet(text) ? "@" + text : text;
}

}  // namespace huiyin::records
