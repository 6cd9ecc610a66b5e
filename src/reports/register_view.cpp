#include "huiyin/reports/register_view.hpp"

#include "huiyin/base/json.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;

Document register_document(const std::vector<records::RegisteredHome>& homes) {
    Table table{
        .columns = {{Label{"房号", "home"}},
                    {Label{"楼栋", "building"}},
                    {Label{"单元", "stair"}},
                    {Label{"居住人数", "residents"}, Align::right, Holds::number}},
        .rows = {},
        .empty = Label{"没有住户册;登记用 huiyin unit import 文件,或 huiyin unit add 房号。",
                       "No register of homes is kept; huiyin unit import FILE, or huiyin unit add "
                       "UNIT, begins one."}};
    std::int64_t residents = 0;
    bool counted = false;
    for (const auto& home : homes) {
        table.rows.push_back({plain(home.unit), plain(home.building.value_or("")),
                              plain(home.stair.value_or("")),
                              home.residents ? plain(*home.residents) : Text{}});
        residents += home.residents.value_or(0);
        counted = counted || home.residents.has_value();
    }
    Document document;
    document.title = Label{"住户册", "Register of homes"};
    if (!homes.empty())
        document.subtitle =
            counted ? compose({"{} 户,{} 人", "{} homes, {} residents"}, homes.size(), residents)
                    : compose({"{} 户", "{} homes"}, homes.size());
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Json home_json(const records::RegisteredHome& home, const base::Zone& zone) {
    return {{"unit", home.unit},
            {"building", or_null(home.building)},
            {"stair", or_null(home.stair)},
            {"residents", or_null(home.residents)},
            {"added_at", base::iso(home.added_at, zone)},
            {"retired_at", home.retired_at ? Json(base::iso(*home.retired_at, zone)) : Json()}};
}

Json register_json(const std::vector<records::RegisteredHome>& homes, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& home : homes)
        list.push_back(home_json(home, zone));
    return list;
}

}  // namespace huiyin::reports
