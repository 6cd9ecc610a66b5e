#include <algorithm>

#include "form_parts.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/listed_words.hpp"
#include "weekdays.hpp"

/// The month's roster for the wall (clauses 1.2, 1.9).
namespace huiyin::reports {

namespace {

/// `08:00`; an end at midnight is the day's own.
std::string hour_of(base::Instant at, const View& view, bool is_end = false) {
    const auto hour = base::readable_minute(at, view.zone).substr(11);
    return is_end && hour == "00:00" ? "24:00" : hour;
}

/// `值班 08:00–20:00 陈静` and, below, who is with them.
Text shift_in_short(const records::RosterEntry& entry, const View& view) {
    const auto kind = records::word_title(records::words::duty, entry.kind);
    const auto hours =
        base::format("{}–{}", hour_of(entry.from, view), hour_of(entry.until, view, true));
    const auto who = staff_name(view, entry.who);
    Text text{base::format("{} {}\n{}", kind.zh, hours, who.zh),
              base::format("{} {}\n{}", kind.en, hours, who.en)};
    Text with;
    for (const auto& mate : entry.with) {
        const auto name = staff_name(view, mate);
        with.zh += (with.zh.empty() ? "" : "、") + name.zh;
        with.en += (with.en.empty() ? "" : ", ") + name.en;
    }
    if (!with.empty()) {
        text.zh += base::format("(同班 {})", with.zh);
        text.en += base::format(" (with {})", with.en);
    }
    return text;
}

/// How many lines of print a week takes, in whichever language takes more: as its fullest day,
/// lines broken where a column of so many narrow letters ends.
std::size_t lines_of(const std::vector<Text>& week, int column) {
    std::size_t most = 0;
    for (const auto& cell : week)
        most = std::max(
            {most, base::wrap(cell.zh, column).size(), base::wrap(cell.en, column).size()});
    return most;
}

/// As large as the sheet allows: it is read from where one stands.
double points_for(const std::vector<std::vector<Text>>& weeks) {
    // Of the sheet, in points: below its title, and inside a day's borders.
    constexpr double height = 480;
    constexpr double width = 91;
    constexpr double leading = 1.1;
    constexpr double largest = 13;
    constexpr double smallest = 6;
    for (double points = largest; points > smallest; points -= 0.2) {
        const auto column = static_cast<int>(width / points * 2);
        std::size_t lines = 2;  // the days of the week
        for (const auto& week : weeks)
            lines += lines_of(week, column) + 1;
        if (static_cast<double>(lines) * points * leading <= height) return points;
    }
    return smallest;
}

}  // namespace

Document roster_form(const std::string& office, const base::Month& month, const View& view) {
    const auto& title = name_of(FormKind::duty_roster).title;
    Document document;
    document.paper_form = true;
    document.landscape = true;
    document.made_at = view.now;
    document.title = base::compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    const auto as_of = base::readable_minute(view.now, view.zone);
    document.subtitle = {
        base::format("{},截至 {};先写的人带班", month.name(), as_of),
        base::format("{}, as of {}; named first: who answers for it", month.name(), as_of)};
    Table table;
    for (const auto& day : weekdays)
        table.columns.push_back({day});
    table.one_by_one = true;
    const auto from = month.begin(view.zone);
    const auto until = month.end(view.zone);
    std::vector<records::RosterEntry> entries;
    for (const auto id : records::list_roster(view.connection, from, until))
        entries.push_back(records::load_roster_entry(view.connection, id));
    auto next = entries.begin();
    for (auto day = base::Day::containing(from, view.zone); day.begin(view.zone) < until;
         day = day.next()) {
        const auto place = static_cast<std::size_t>(day.weekday() - 1);
        if (table.rows.empty() || place == 0) table.rows.emplace_back(weekdays.size());
        auto& cell = table.rows.back()[place];
        cell = plain(day.name().substr(8));
        for (; next != entries.end() && next->from < day.end(view.zone); ++next) {
            const auto shift = shift_in_short(*next, view);
            cell.zh += "\n" + shift.zh;
            cell.en += "\n" + shift.en;
        }
    }
    document.print_points = points_for(table.rows);
    document.sections.push_back({{}, {std::move(table)}, true});
    return document;
}

}  // namespace huiyin::reports
