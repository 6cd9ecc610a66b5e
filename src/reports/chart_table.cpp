#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "huiyin/base/formatting.hpp"
#include "rendering.hpp"

namespace huiyin::reports {

namespace {

constexpr std::int64_t longest_bar = 30;
constexpr std::array<std::string_view, 8> levels{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

Column number_column(Text header) {
    return {std::move(header), Align::right, Holds::number};
}

std::string repeat(std::string_view mark, std::int64_t times) {
    std::string line;
    for (std::int64_t i = 0; i < times; ++i)
        line += mark;
    return line;
}

std::int64_t total_at(const Bars& bars, std::size_t label) {
    return std::accumulate(
        bars.parts.begin(), bars.parts.end(), std::int64_t{0},
        [&](std::int64_t sum, const Bars::Part& part) { return sum + part.amounts.at(label); });
}

Table drawn_bars(const Bars& bars) {
    Table table{.columns = {{}, {{}, Align::right}, {}, {}}, .rows = {}, .empty = {}};
    std::int64_t most = 1;
    for (std::size_t i = 0; i < bars.labels.size(); ++i)
        most = std::max(most, total_at(bars, i));
    for (std::size_t i = 0; i < bars.labels.size(); ++i) {
        Text parts;
        for (const auto& part : bars.parts) {
            if (part.amounts.at(i) == 0 || bars.parts.size() == 1) continue;
            parts.zh += base::format("{}{} {}", parts.zh.empty() ? "" : "、", part.name.zh,
                                     part.amounts.at(i));
            parts.en += base::format("{}{} {}", parts.en.empty() ? "" : ", ", part.name.en,
                                     part.amounts.at(i));
        }
        const auto total = total_at(bars, i);
        const auto length = most <= longest_bar ? total : (total * longest_bar + most - 1) / most;
        table.rows.push_back({bars.labels.at(i), plain(total), plain(repeat("█", length)), parts});
    }
    return table;
}

Table counted_bars(const Bars& bars) {
    Table table{.columns = {{Label{"项", "of"}}, number_column(Label{"合计", "total"})},
                .rows = {},
                .empty = {}};
    const bool parted = bars.parts.size() > 1;
    if (parted)
        for (const auto& part : bars.parts)
            table.columns.push_back(number_column(part.name));
    for (std::size_t i = 0; i < bars.labels.size(); ++i) {
        std::vector<Text> row{bars.labels.at(i), plain(total_at(bars, i))};
        if (parted)
            for (const auto& part : bars.parts)
                row.push_back(plain(part.amounts.at(i)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table counted_dots(const Dots& dots) {
    static constexpr std::array names{
        Label{"不到四分之一", "under a quarter"},      Label{"不到一半", "under a half"},
        Label{"不到四分之三", "under three quarters"}, Label{"时限以内", "within the limit"},
        Label{"超过时限", "past the limit"},           Label{"仍未办", "still open"}};
    std::array<std::int64_t, names.size()> counts{};
    for (const double share : dots.shares)
        ++counts.at(share < 0.25 ? 0 : share < 0.5 ? 1 : share < 0.75 ? 2 : share <= 1 ? 3 : 4);
    counts.back() = dots.open;
    Table table{.columns = {{Text{"占时限 " + dots.limit.zh, "share of " + dots.limit.en}},
                            number_column(Label{"件", "count"})},
                .rows = {},
                .empty = {}};
    for (std::size_t i = 0; i < names.size(); ++i)
        table.rows.push_back({names.at(i), plain(counts.at(i))});
    return table;
}

Table drawn_hours(const Hours& hours) {
    Table table{.columns = {{}, {plain("0     6     12    18    ")}}, .rows = {}, .empty = {}};
    for (const auto& day : hours.days) {
        std::string strip;
        for (const auto& share : day.shares)
            strip += !share ? "·" : *share >= 1 ? "█" : *share > 0 ? "▒" : "×";
        table.rows.push_back({day.name, plain(strip)});
    }
    return table;
}

Table counted_hours(const Hours& hours) {
    Table table{.columns = {{Label{"日", "day"}}}, .rows = {}, .empty = {}};
    for (int hour = 0; hour < 24; ++hour)
        table.columns.push_back(number_column(plain(hour)));
    for (const auto& day : hours.days) {
        std::vector<Text> row{day.name};
        for (const auto& share : day.shares)
            // Rounded down: an hour with one second unmanned is not whole.
            row.push_back(share ? plain(base::format("{}", std::floor(*share * 100))) : Text{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string spark(const std::vector<std::optional<double>>& values) {
    double most = 0;
    for (const auto& value : values)
        most = std::max(most, value.value_or(0));
    std::string line;
    for (const auto& value : values) {
        const auto level = value && most > 0 ? std::lround(*value / most * 7) : 0;
        line += value ? levels.at(static_cast<std::size_t>(level)) : "·";
    }
    return line;
}

std::string shown(const Trends::Line& line, std::optional<double> value) {
    if (!value) return {};
    return line.percent ? percent(*value) : base::format("{}", *value);
}

Table drawn_trends(const Trends& trends) {
    Table table{.columns = {{}, {}, {{}, Align::right}}, .rows = {}, .empty = {}};
    for (const auto& line : trends.lines)
        table.rows.push_back({line.name, plain(spark(line.values)),
                              plain(shown(line, line.values.back()) +
                                    (line.percent && line.values.back() ? " %" : ""))});
    return table;
}

Table counted_trends(const Trends& trends) {
    Table table{.columns = {{Label{"项", "of"}}}, .rows = {}, .empty = {}};
    for (const auto& period : trends.periods)
        table.columns.push_back(number_column(plain(period)));
    for (const auto& line : trends.lines) {
        std::vector<Text> row{line.percent ? Text{line.name.zh + " %", line.name.en + " %"}
                                           : line.name};
        for (const auto& value : line.values)
            row.push_back(plain(shown(line, value)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table counted_map(const Map& map) {
    Table table{.columns = {{}}, .rows = {}, .empty = {}};
    for (const auto& column : map.columns)
        table.columns.push_back(number_column(column));
    for (const auto& row : map.rows) {
        std::vector<Text> cells{row.name};
        for (const auto amount : row.amounts)
            cells.push_back(plain(amount));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Table as_table(const Chart& chart, Drawn drawn) {
    const bool blocks = drawn == Drawn::blocks;
    return std::visit(
        Overloaded{
            [&](const Bars& bars) { return blocks ? drawn_bars(bars) : counted_bars(bars); },
            [](const Gauges&) { return Table{}; }, [](const Map& map) { return counted_map(map); },
            [](const Dots& dots) { return counted_dots(dots); },
            [&](const Hours& hours) { return blocks ? drawn_hours(hours) : counted_hours(hours); },
            [&](const Trends& trends) {
                return blocks ? drawn_trends(trends) : counted_trends(trends);
            }},
        chart.data);
}

}  // namespace huiyin::reports
