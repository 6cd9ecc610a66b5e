#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "report_parts.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

/// On paper a week stays on its two sheets.
constexpr std::size_t most_printed = 5;

/// Of every hundred homes, in units of a `part`th, cut and never rounded up.
std::int64_t per_hundred_homes(const records::BuildingCounts& place, std::int64_t part) {
    return place.counts.both() * 100 * part / place.homes;
}

}  // namespace

Json places_json(const Report& report, const base::Zone&) {
    Json list = Json::array();
    for (const auto& place : report.places) {
        constexpr std::int64_t part = 10'000;
        const auto share = place.homes == 0
                               ? Json()
                               : Json(static_cast<double>(per_hundred_homes(place, part)) / part);
        list.push_back({{"building", place.building},
                        {"complaints", place.counts.complaints},
                        {"repairs", place.counts.repairs},
                        {"per_100_homes", share}});
    }
    return list;
}

Json homes_json(const Report& report, const base::Zone&) {
    Json list = Json::array();
    for (const auto& home : report.homes)
        list.push_back({{"unit", home.unit},
                        {"complaints", home.counts.complaints},
                        {"repairs", home.counts.repairs}});
    return list;
}

Chart places_chart(const Report& report) {
    constexpr std::size_t most_drawn = 10;
    Map map;
    map.most_drawn = most_drawn;
    for (const auto& month : report.months)
        map.columns.push_back(plain(month.month.name()));
    for (const auto& place : report.places) {
        Map::Row row{plain(place.building), {}};
        for (const auto& month : report.months) {
            const auto found = month.places.find(place.key);
            row.amounts.push_back(found == month.places.end() ? 0 : found->second.both());
        }
        map.rows.push_back(std::move(row));
    }
    return {Label{"各楼各月的投诉与报修", "Complaints and repairs by building and month"},
            Label{"颜色越深件数越多", "the more, the darker"}, std::move(map)};
}

std::vector<Block> place_tables(const Report& report) {
    std::vector<Block> blocks;
    if (!report.places.empty()) {
        Table table{.columns = {{Label{"楼栋", "building"}},
                                number_column({"投诉", "complaints"}),
                                number_column({"报修", "repairs"}),
                                number_column({"每百户", "per 100 homes"})},
                    .rows = {},
                    .empty = {},
                    .printed_rows = most_printed};
        const auto is_registered = [](const records::BuildingCounts& place) {
            return place.homes > 0;
        };
        // Without a register of homes there is nothing to say it of.
        if (std::ranges::none_of(report.places, is_registered)) table.columns.pop_back();
        for (const auto& place : report.places) {
            constexpr std::int64_t tenth = 10;
            auto& row = table.rows.emplace_back(std::vector<Text>{plain(place.building),
                                                                  plain(place.counts.complaints),
                                                                  plain(place.counts.repairs)});
            if (!is_registered(place)) continue;
            const auto share = per_hundred_homes(place, tenth);
            row.push_back(plain(base::format("{}.{}", share / tenth, share % tenth)));
        }
        blocks.emplace_back(std::move(table));
    }
    if (!report.homes.empty()) {
        Table table{.columns = {{Label{"三十天内两件以上的住户", "home, two or more in 30 days"}},
                                number_column({"投诉", "complaints"}),
                                number_column({"报修", "repairs"})},
                    .rows = {},
                    .empty = {},
                    .printed_rows = most_printed};
        // Those heard of most; JSON has all of them.
        constexpr std::size_t most_shown = 12;
        const auto shown = std::min(most_shown, report.homes.size());
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& home = report.homes[i];
            table.rows.push_back(
                {plain(home.unit), plain(home.counts.complaints), plain(home.counts.repairs)});
        }
        if (shown < report.homes.size())
            table.rows.push_back({compose({"另有 {} 户", "{} more"}, report.homes.size() - shown)});
        blocks.emplace_back(std::move(table));
    }
    return blocks;
}

}  // namespace huiyin::reports
