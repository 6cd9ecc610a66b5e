#include "drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "rendering.hpp"

namespace huiyin::reports {

namespace {

constexpr std::size_t most_parts = 6;  // the rest is one more
constexpr double text_height = 10;

/// A category has its colour by its name, as far as no other took it: the same on every page.
std::vector<std::string> styles_of(const std::vector<Bars::Part>& parts) {
    std::vector<std::size_t> by_name(std::min(parts.size(), most_parts));
    std::iota(by_name.begin(), by_name.end(), std::size_t{0});
    std::ranges::sort(by_name, {}, [&](std::size_t part) { return parts[part].name.zh; });
    std::vector<std::string> styles(parts.size(), base::format("c{}", most_parts));
    std::vector<bool> taken(most_parts);
    for (const auto part : by_name) {
        std::size_t colour = 0;
        if (parts.size() > 1)
            for (const char byte : parts[part].name.zh)
                colour = (colour * 31 + static_cast<unsigned char>(byte)) % most_parts;
        while (taken[colour])
            colour = (colour + 1) % most_parts;
        taken[colour] = true;
        styles[part] = base::format("c{}", colour);
    }
    return styles;
}

std::int64_t sum(const std::vector<std::int64_t>& amounts) {
    return std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
}

/// The largest parts by themselves, the others together.
std::vector<Bars::Part> foremost_parts(std::vector<Bars::Part> parts) {
    std::ranges::stable_sort(parts, std::ranges::greater{},
                             [](const Bars::Part& part) { return sum(part.amounts); });
    if (parts.size() <= most_parts + 1) return parts;
    Bars::Part rest{Label{"其余", "the rest"},
                    std::vector<std::int64_t>(parts.front().amounts.size())};
    for (std::size_t i = most_parts; i < parts.size(); ++i)
        std::ranges::transform(rest.amounts, parts[i].amounts, rest.amounts.begin(), std::plus{});
    parts.resize(most_parts);
    parts.push_back(std::move(rest));
    return parts;
}

std::optional<Drawing> draw_bars(const Bars& bars, Language language) {
    constexpr double top = 14;
    constexpr double floor = 110;
    const auto parts = foremost_parts(bars.parts);
    if (parts.empty()) return {};
    const auto styles = styles_of(parts);
    std::vector<std::int64_t> totals(bars.labels.size());
    for (const auto& part : parts)
        std::ranges::transform(totals, part.amounts, totals.begin(), std::plus{});
    if (bars.most_drawn > 0) totals.resize(std::min(totals.size(), bars.most_drawn));
    const auto most = static_cast<double>(std::max<std::int64_t>(1, std::ranges::max(totals)));
    const double step = Drawing::width / static_cast<double>(totals.size());
    const double bar = std::min(step * 0.62, 34.0);
    // Where there are many, only some are named.
    const auto every = static_cast<std::size_t>(std::ceil(30 / step));

    Drawing drawing;
    drawing.height = floor + 2.6 * text_height;
    drawing.lines.push_back({"axis", 0, floor, Drawing::width, floor});
    for (std::size_t i = 0; i < totals.size(); ++i) {
        const double middle = step * (static_cast<double>(i) + 0.5);
        double y = floor;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const auto amount = parts[part].amounts[i];
            if (amount == 0) continue;
            const double height = static_cast<double>(amount) / most * (floor - top);
            y -= height;
            drawing.rects.push_back({styles[part], middle - bar / 2, y, bar, height,
                                     base::format("{} {} {}", bars.labels[i].in(language),
                                                  parts[part].name.in(language), amount)});
            // Colours alone tell nothing on grey paper.
            constexpr double room_for_a_name = 24;
            if (parts.size() > 1 && bar >= room_for_a_name && height > text_height)
                drawing.words.push_back({"middle on-light", middle, y + height / 2 + 3,
                                         base::shorten(parts[part].name.in(language), 6)});
        }
        if (totals[i] > 0)
            drawing.words.push_back(
                {"strong middle", middle, y - 3, base::format("{}", totals[i])});
        if (i % every != 0) continue;
        const auto& label = bars.labels[i].in(language);
        const auto blank = label.find(' ');
        // Half of a label that is wider than its bar would lie outside.
        constexpr double half_label = 15;
        const bool at_edge = middle < half_label;
        const auto* const place = at_edge ? "" : "middle";
        const double x = at_edge ? 0 : middle;
        drawing.words.push_back({place, x, floor + 11, label.substr(0, blank)});
        if (blank != label.npos)
            drawing.words.push_back({place, x, floor + 22, label.substr(blank + 1)});
    }
    if (parts.size() > 1)
        for (std::size_t part = 0; part < parts.size(); ++part)
            drawing.legend.push_back({styles[part], parts[part].name.in(language)});
    return drawing;
}

std::optional<Drawing> draw_gauges(const Gauges& gauges, Language language) {
    constexpr double row = 24;
    constexpr double left = 88;
    constexpr double right = 276;
    Drawing drawing;
    for (const auto& gauge : gauges.gauges) {
        if (gauge.rate.den == 0) continue;
        const double y = drawing.height;
        const double share =
            static_cast<double>(gauge.rate.num) / static_cast<double>(gauge.rate.den);
        const auto& name = gauge.name.in(language);
        const bool enough =
            !gauge.required || gauge.rate.num * 100 >= *gauge.required * gauge.rate.den;
        drawing.words.push_back({"end strong", left - 6, y + 15, name});
        drawing.rects.push_back({"track", left, y + 6, right - left, 12, ""});
        drawing.rects.push_back({!gauge.required ? "c0"
                                 : enough        ? "good"
                                                 : "bad",
                                 left, y + 6, (right - left) * share, 12,
                                 base::format("{} {}/{}", name, gauge.rate.num, gauge.rate.den)});
        if (gauge.required) {
            const double x = left + (right - left) * static_cast<double>(*gauge.required) / 100;
            drawing.rects.push_back(
                {"strong", x - 1, y + 2, 2, 20, base::format("{} %", *gauge.required)});
        }
        drawing.words.push_back(
            {"strong", right + 8, y + 15,
             base::format("{}/{} {} %", gauge.rate.num, gauge.rate.den, percent(gauge.rate))});
        drawing.height += row;
    }
    if (drawing.height == 0) return {};
    return drawing;
}

std::optional<Drawing> draw_dots(const Dots& dots, Language language) {
    constexpr double radius = 3.2;
    constexpr double left = 8;
    constexpr double right = Drawing::width - 8;
    constexpr double most_share = 2;  // later ones are gathered at the end
    if (dots.shares.empty()) return {};
    const double scale =
        (right - left) / std::clamp(dots.shares.back() * 1.05, 1.25, most_share * 1.05);
    const auto x_of = [&](double share) { return left + std::min(share, most_share) * scale; };
    std::vector<std::size_t> stack(static_cast<std::size_t>(Drawing::width / (2 * radius)) + 1);
    std::vector<std::pair<std::size_t, double>> places;
    std::size_t tallest = 1;
    for (const double share : dots.shares) {
        auto& height = stack.at(static_cast<std::size_t>(x_of(share) / (2 * radius)));
        places.emplace_back(height++, share);
        tallest = std::max(tallest, height);
    }
    const double pitch = std::min(2 * radius, 110.0 / static_cast<double>(tallest));
    const double floor = std::max(30.0, pitch * static_cast<double>(tallest) + 8);
    Drawing drawing;
    drawing.height = floor + 1.6 * text_height;
    drawing.lines.push_back({"axis", 0, floor, Drawing::width, floor});
    drawing.lines.push_back({"limit", x_of(1), 2, x_of(1), floor + 3});
    for (const auto& [height, share] : places) {
        const auto column = std::floor(x_of(share) / (2 * radius));
        drawing.dots.push_back({share <= 1 ? "c0" : "bad", (column + 0.5) * 2 * radius,
                                floor - radius - pitch * static_cast<double>(height), radius});
    }
    drawing.words.push_back({"", left, floor + 12, "0"});
    drawing.words.push_back({"middle", x_of(1), floor + 12, dots.limit.in(language)});
    if (dots.shares.back() > most_share)
        drawing.words.push_back({"end", right, floor + 12,
                                 language == Language::chinese ? "两倍以上" : "twice and more"});
    return drawing;
}

std::optional<Drawing> draw_hours(const Hours& hours, Language language) {
    constexpr double left = 56;
    constexpr double cell = (Drawing::width - left - 8) / 24;
    const bool many = hours.days.size() > 10;
    const double row = many ? 8 : 14;
    std::size_t number = 0;
    Drawing drawing;
    for (int hour = 0; hour <= 24; hour += 6)
        drawing.words.push_back(
            {"middle", left + cell * hour, text_height, base::format("{}", hour)});
    double y = text_height + 4;
    for (const auto& day : hours.days) {
        // Lines so narrow have room for every second name.
        if (number++ % 2 == 0 || !many)
            drawing.words.push_back({"end", left - 6, y + row - 1, day.name.in(language)});
        for (std::size_t hour = 0; hour < day.shares.size(); ++hour) {
            const auto& share = day.shares[hour];
            const char* style = !share        ? "track"
                                : *share >= 1 ? "good"
                                : *share > 0  ? "part"
                                              : "bad";
            drawing.rects.push_back(
                {style, left + cell * static_cast<double>(hour), y, cell - 1, row - 1, ""});
            if (share && *share <= 0)
                drawing.words.push_back({"middle on-dark",
                                         left + cell * (static_cast<double>(hour) + 0.5) - 0.5,
                                         y + row - 2, "×"});
        }
        y += row;
    }
    drawing.height = y + 2;
    const auto say = [&](const char* style, Label label) {
        drawing.legend.push_back({style, std::string(label.in(language))});
    };
    say("good", {"有人", "manned"});
    say("part", {"有一段无人", "partly"});
    say("bad", {"无人", "unmanned"});
    say("track", {"未计", "not counted"});
    return drawing;
}

std::string last_value(const Trends::Line& line) {
    if (!line.values.back()) return "–";
    return line.percent ? base::format("{} %", percent(*line.values.back()))
                        : base::format("{}", *line.values.back());
}

std::optional<Drawing> draw_trends(const Trends& trends, Language language) {
    constexpr double row = 27;
    constexpr double left = 88;
    constexpr double right = 296;
    Drawing drawing;
    const double step =
        (right - left) / static_cast<double>(std::max<std::size_t>(1, trends.periods.size() - 1));
    for (const auto& line : trends.lines) {
        double most = line.percent ? 1 : 0;
        for (const auto& value : line.values)
            most = std::max(most, value.value_or(0));
        const double floor = drawing.height + row - 4;
        drawing.words.push_back({"end strong", left - 8, floor - 4, line.name.in(language)});
        drawing.lines.push_back({"axis", left, floor, right, floor});
        Drawing::Path path{"trend", {}};
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            // A period that has no value leaves a hole.
            if (!line.values[i]) {
                drawing.paths.push_back(std::exchange(path, {"trend", {}}));
                continue;
            }
            const double height = most > 0 ? *line.values[i] / most * (row - 8) : 0;
            path.points.emplace_back(left + step * static_cast<double>(i), floor - height);
            drawing.dots.push_back({i + 1 == line.values.size() ? "c5" : "c0",
                                    path.points.back().first, path.points.back().second,
                                    i + 1 == line.values.size() ? 2.6 : 1.6});
        }
        drawing.paths.push_back(std::move(path));
        drawing.words.push_back({"strong", right + 10, floor - 4, last_value(line)});
        drawing.height += row;
    }
    drawing.words.push_back({"", left, drawing.height + text_height, trends.periods.front()});
    drawing.words.push_back({"end", right, drawing.height + text_height, trends.periods.back()});
    drawing.height += text_height + 4;
    std::erase_if(drawing.paths, [](const Drawing::Path& path) { return path.points.size() < 2; });
    return drawing;
}

/// Five steps from white to dark, told apart on grey paper too; the number stands in each.
std::optional<Drawing> draw_map(const Map& map, Language language) {
    constexpr double left = 76;
    constexpr double row = 15;
    constexpr double steps = 4;
    const auto shown =
        map.most_drawn == 0 ? map.rows.size() : std::min(map.rows.size(), map.most_drawn);
    if (shown == 0 || map.columns.empty()) return {};
    std::int64_t most = 1;
    for (const auto& one : map.rows)
        for (const auto amount : one.amounts)
            most = std::max(most, amount);
    const double cell = (Drawing::width - left) / static_cast<double>(map.columns.size());
    Drawing drawing;
    for (std::size_t i = 0; i < map.columns.size(); ++i)
        drawing.words.push_back({"middle", left + cell * (static_cast<double>(i) + 0.5),
                                 text_height, map.columns[i].in(language)});
    double y = text_height + 5;
    for (std::size_t i = 0; i < shown; ++i, y += row) {
        const auto& name = map.rows[i].name.in(language);
        drawing.words.push_back({"end strong", left - 6, y + row - 4, name});
        for (std::size_t column = 0; column < map.columns.size(); ++column) {
            const auto amount = map.rows[i].amounts.at(column);
            const auto level = static_cast<int>(
                std::ceil(static_cast<double>(amount) / static_cast<double>(most) * steps));
            const double x = left + cell * static_cast<double>(column);
            drawing.rects.push_back(
                {base::format("m{}", level), x, y, cell - 1, row - 1,
                 base::format("{} {} {}", name, map.columns[column].in(language), amount)});
            if (amount > 0)
                drawing.words.push_back({level > 2 ? "middle on-dark" : "middle on-light",
                                         x + cell / 2, y + row - 4, base::format("{}", amount)});
        }
    }
    drawing.height = y + 2;
    return drawing;
}

}  // namespace

std::optional<Drawing> draw(const Chart& chart, Language language) {
    return std::visit(
        Overloaded{[&](const Bars& bars) { return draw_bars(bars, language); },
                   [&](const Gauges& gauges) { return draw_gauges(gauges, language); },
                   [&](const Dots& dots) { return draw_dots(dots, language); },
                   [&](const Hours& hours) { return draw_hours(hours, language); },
                   [&](const Trends& trends) { return draw_trends(trends, language); },
                   [&](const Map& map) { return draw_map(map, language); }},
        chart.data);
}

}  // namespace huiyin::reports
