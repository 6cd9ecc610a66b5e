#include "huiyin/reports/search_view.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "huiyin/base/display.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::Hit;

namespace {

Text place_title(const Hit& hit) {
    return hit.step != 0 ? records::step_title(hit.what) : Text(hit.field->title);
}

/// A line or so around the words, as far as this viewer may read it. Masked before it is cut: half
/// a number would no longer be seen as one.
std::string excerpt(const Hit& hit, const View& view) {
    constexpr std::size_t before = 12;
    constexpr std::size_t after = 40;
    if (hit.field->is_personal()) return shown_said(*hit.field, hit.text, view);
    const auto masked = shown_words(hit.text, view);
    const auto letters = base::letters(masked);
    const auto found = std::min(
        letters.size(), base::letters(shown_words(hit.text.substr(0, hit.at), view)).size());
    const auto begin = found > before ? found - before : 0;
    const auto end = std::min(letters.size(), found + after);
    std::string text = begin > 0 ? "…" : "";
    for (auto at = begin; at < end; ++at)
        text += letters[at].bytes;
    if (end < letters.size()) text += "…";
    return text;
}

/// Where the words are in a matter: in one of its texts, and in how many all told.
Text place_in(const Hit& hit, std::size_t texts) {
    auto where = place_title(hit);
    if (texts > 1) {
        where.zh += base::format(" 等 {} 处", texts);
        where.en += base::format(" and {} more", texts - 1);
    }
    return where;
}

std::vector<Text> row_of(const records::Matter& matter, base::Instant at, const Hit& hit,
                         std::size_t texts, const View& view) {
    return {plain(matter.no), plain(base::readable_minute(at, view.zone)), state_title(matter),
            place_in(hit, texts), plain(excerpt(hit, view))};
}

Table empty_table() {
    return {.columns = {{Label{"编号", "number"}},
                        {Label{"时间", "when"}},
                        {Label{"状态", "state"}},
                        {Label{"何处", "where"}},
                        {Label{"内容", "what"}}},
            .rows = {},
            .brief = true,
            .empty = Label{"没有找到。", "Nothing found."}};
}

Document document_of(Text title, Table table) {
    Document document;
    document.title = std::move(title);
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

/// How much was found, and which part of it this is.
Text page_title(const std::string& words, const records::FoundPage& page, const View& view) {
    constexpr std::int64_t a_page = records::matters_on_a_page;
    const auto sought = shown_words(words, view);
    if (page.is_estimate)
        return compose({"「{}」:约 {} 处,第 {} 页", "'{}': in about {} texts, page {}"}, sought,
                       page.texts, page.number);
    if (!page.is_whole)
        return compose({"「{}」:{} 处,第 {} 页", "'{}': in {} texts, page {}"}, sought, page.texts,
                       page.number);
    if (page.number == 1 && page.is_last)
        return compose({"「{}」:{} 件", "'{}': {} found"}, sought, page.all_matters);
    return compose({"「{}」:{} 件,第 {} 页,共 {} 页", "'{}': {} found, page {} of {}"}, sought,
                   page.all_matters, page.number, (page.all_matters + a_page - 1) / a_page);
}

/// Names and phones that a home's matters carry, each pair once.
std::set<std::pair<std::string, std::string>> people_of(const std::vector<MatterView>& matters,
                                                        const View& view) {
    std::set<std::pair<std::string, std::string>> people;
    for (const auto& one : matters)
        if (one.matter.person || one.matter.phone)
            people.emplace(shown_name(one.matter.person, view).value_or(""),
                           shown_phone(one.matter.phone, view).value_or(""));
    return people;
}

}  // namespace

Document search_page(const std::string& words, const records::FoundPage& page, const View& view) {
    auto table = empty_table();
    if (page.number > 1) table.empty = Label{"这一页没有了。", "There is nothing on this page."};
    for (const auto& hits : page.matters) {
        // Of a matter comes first what was said last, as matters do.
        const auto& newest = hits.back();
        table.rows.push_back(row_of(records::load_matter(view.connection, newest.matter),
                                    newest.said_at, newest, page.is_whole ? hits.size() : 1, view));
    }
    return document_of(page_title(words, page, view), std::move(table));
}

Document search_document(const std::string& words, std::int64_t matters, const View& view) {
    return document_of(
        compose({"「{}」:{} 件", "'{}': {} found"}, shown_words(words, view), matters),
        empty_table());
}

std::vector<Text> found_row(std::span<const Hit> hits, const View& view) {
    const auto matter = records::load_matter(view.connection, hits.front().matter);
    return row_of(matter, matter.at, hits.front(), hits.size(), view);
}

Json found_json(std::span<const Hit> hits, const View& view) {
    const auto matter = records::load_matter(view.connection, hits.front().matter);
    Json one{{"no", matter.no},
             {"kind", records::name_of(matter.kind).word},
             {"state", state_of(matter)},
             {"opened_at", base::iso(matter.at, view.zone)}};
    one["unit"] = or_null(matter.unit);
    one["matches"] = Json::array();
    for (const auto& hit : hits)
        one["matches"].push_back({{"where", hit.place},
                                  {"step", hit.step == 0 ? Json() : Json(hit.step)},
                                  {"text", excerpt(hit, view)}});
    return one;
}

Document unit_document(const std::string& unit, const std::vector<MatterView>& matters,
                       const View& view) {
    Table people{.columns = {{Label{"姓名", "name"}}, {Label{"电话", "phone"}}},
                 .rows = {},
                 .empty = Label{"没有留下姓名、电话。", "No name or phone on file."}};
    for (const auto& [name, phone] : people_of(matters, view))
        people.rows.push_back({plain(name), plain(phone)});
    Document document;
    document.title = compose({"房号 {}:{} 件", "Home {}: {} on file"}, unit, matters.size());
    document.sections.push_back({Label{"联系人", "People"}, {std::move(people)}});
    document.sections.push_back({Label{"事项", "Matters"}, {matters_table(matters, view)}});
    return document;
}

Json unit_json(const std::string& unit, const std::vector<MatterView>& matters, const View& view) {
    Json json{{"unit", unit}, {"people", Json::array()}};
    for (const auto& [name, phone] : people_of(matters, view))
        json["people"].push_back({{"from", name}, {"phone", phone}});
    json["matters"] = Json::array();
    for (const auto& one : matters)
        json["matters"].push_back(one.json);
    return json;
}

}  // namespace huiyin::reports
