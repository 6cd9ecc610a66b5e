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

/// The hits of each matter together, in their order.
std::vector<std::span<const Hit>> by_matter(const std::vector<Hit>& hits) {
    std::vector<std::span<const Hit>> groups;
    for (auto first = hits.begin(); first != hits.end();) {
        const auto last = std::find_if(first, hits.end(),
                                       [&](const Hit& hit) { return hit.matter != first->matter; });
        groups.emplace_back(first, last);
        first = last;
    }
    return groups;
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

Document search_document(const std::string& words, const std::vector<Hit>& hits, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"时间", "when"}},
                            {Label{"状态", "state"}},
                            {Label{"何处", "where"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有找到。", "Nothing found."}};
    const auto groups = by_matter(hits);
    for (const auto& group : groups) {
        const auto matter = records::load_matter(view.connection, group.front().matter);
        auto where = place_title(group.front());
        if (group.size() > 1) {
            where.zh += base::format(" 等 {} 处", group.size());
            where.en += base::format(" and {} more", group.size() - 1);
        }
        table.rows.push_back({plain(matter.no), plain(base::readable_minute(matter.at, view.zone)),
                              state_title(matter), where, plain(excerpt(group.front(), view))});
    }
    Document document;
    document.title =
        compose({"「{}」:{} 件", "'{}': {} found"}, shown_words(words, view), groups.size());
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Json search_json(const std::vector<Hit>& hits, const View& view) {
    Json list = Json::array();
    for (const auto& group : by_matter(hits)) {
        const auto matter = records::load_matter(view.connection, group.front().matter);
        Json one{{"no", matter.no},
                 {"kind", records::name_of(matter.kind).word},
                 {"state", state_of(matter)},
                 {"opened_at", base::iso(matter.at, view.zone)}};
        one["unit"] = or_null(matter.unit);
        one["matches"] = Json::array();
        for (const auto& hit : group)
            one["matches"].push_back({{"where", hit.place},
                                      {"step", hit.step == 0 ? Json() : Json(hit.step)},
                                      {"text", excerpt(hit, view)}});
        list.push_back(std::move(one));
    }
    return list;
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
