#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "huiyin/headquarters/examined.hpp"

namespace huiyin::headquarters {

using base::Json;
using base::Label;
using base::plain;
using reports::Figures;
using reports::Presentation;
using reports::Table;

Presentation office_verified(const Verified& verified) {
    const auto& office = verified.office;
    reports::Document document;
    document.title = verified.faults.empty()
                         ? base::Text{base::format("{}:核对无误", office.name),
                                      base::format("{}: everything holds", office.name)}
                         : base::Text{base::format("{}:与日志不符", office.name),
                                      base::format("{}: it does not hold", office.name)};
    document.sections.push_back(
        {{},
         {Figures{{Label{"日志", "entries"}, plain(verified.entries), {}},
                  {Label{"末端校验值", "head"}, plain(office.head.hash), {}},
                  {Label{"核对的行", "rows compared"}, plain(verified.rows), {}},
                  {Label{"核对的文字", "texts compared"}, plain(verified.texts), {}}}}});
    Json faults = Json::array();
    Table table{.columns = {{Label{"表", "table"}}, {Label{"哪里不符", "what does not hold"}}},
                .rows = {},
                .empty = {}};
    for (const auto& fault : verified.faults) {
        table.rows.push_back({plain(fault.table), fault.what});
        faults.push_back({{"table", fault.table}, {"row", fault.row}, {"message", fault.what.en}});
    }
    if (!verified.faults.empty()) document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document),
            {{"ok", verified.faults.empty()},
             {"office", office.name},
             {"store", office.store_id},
             {"entries", verified.entries},
             {"head", office.head.hash},
             {"rows", verified.rows},
             {"texts", verified.texts},
             {"faults", std::move(faults)}}};
}

Presentation office_replayed(const Replayed& replayed) {
    const auto& office = replayed.office;
    const base::Zone zone(replayed.timezone);
    reports::Document document;
    document.title = {base::format("{}:重演并重新判断", office.name),
                      base::format("{}: replayed and judged anew", office.name)};
    document.sections.push_back(
        {{},
         {Figures{{Label{"文件", "file"}, plain(replayed.file.string()), {}},
                  {Label{"日志", "entries"}, plain(office.head.entries), {}},
                  {Label{"判断的时刻", "judged as of"},
                   plain(base::readable_minute(replayed.judged_at, zone)),
                   {}},
                  {Label{"文字", "texts"}, plain(replayed.texts), {}},
                  {Label{"两边相同的检查结果", "findings of both"}, plain(replayed.same), {}},
                  {Label{"只凭办公室所说(涉及未上报的文字)",
                         "the office's word alone (over texts that are not shared)"},
                   plain(replayed.offices_word),
                   {}}}}});
    Table table{.columns = {{Label{"谁说的", "who says so"}},
                            {Label{"条款", "clause"}},
                            {Label{"规则", "rule"}},
                            {Label{"对象", "subject"}},
                            {Label{"自", "since"}}},
                .rows = {},
                .empty = Label{"两边说的一样", "both say the same"}};
    Json differs = Json::array();
    for (const auto& one : replayed.disagreements) {
        table.rows.push_back(
            {one.is_the_offices ? base::Text(Label{"只有办公室", "the office alone"})
                                : base::Text(Label{"只有总部", "headquarters alone"}),
             plain(one.clause), plain(one.rule), plain(one.subject), plain(one.since)});
        differs.push_back({{"by", one.is_the_offices ? "office" : "headquarters"},
                           {"rule", one.rule},
                           {"clause", one.clause},
                           {"subject", one.subject},
                           {"since", one.since},
                           {"message", one.message}});
    }
    document.sections.push_back(
        {Label{"说法不同之处", "Where the word differs"}, {std::move(table)}});
    return {std::move(document),
            {{"office", office.name},
             {"store", office.store_id},
             {"file", replayed.file.string()},
             {"entries", office.head.entries},
             {"head", office.head.hash},
             {"judged_at", base::iso(replayed.judged_at, zone)},
             {"texts", replayed.texts},
             {"same", replayed.same},
             {"offices_word", replayed.offices_word},
             {"differs", std::move(differs)}}};
}

}  // namespace huiyin::headquarters
