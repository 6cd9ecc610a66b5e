#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clock_time.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"
#include "spans.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

namespace {

using std::chrono::days;
using Read = std::optional<TypedTime>;

constexpr std::string_view offset_shape = "+08:00";

std::string_view without_blanks_around(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

Failure unreadable(std::string_view typed) {
    return {Exit::usage, compose({"看不懂时间“{}”", "cannot read \"{}\" as a time"}, typed),
            Label{"写作 2026-11-23 18:30、2026-11-23T18:30:00+08:00、18:30、"
                  "昨天 18:30、30分钟前、2小时前、3天前或现在",
                  "write it as 2026-11-23 18:30, 2026-11-23T18:30:00+08:00, 18:30, "
                  "yesterday 18:30, 30min ago, 2h ago, 3d ago or now"}};
}

void refuse_bare_m(std::string_view span, std::string_view typed) {
    if (!has_bare_m(span)) return;
    const auto number = span.substr(0, span.find_first_not_of("0123456789"));
    throw Failure(Exit::usage,
                  compose({"“{}”里的 m 可以是分钟,也可以是月",
                           "the m in \"{}\" could mean minutes or months"},
                          typed),
                  compose({"会读成分钟;请写 {}min,或写日期",
                           "it would be read as minutes; write {}min, or a date"},
                          number));
}

/// The reading by a 24-hour clock, unless half a day later could be meant as well. `day`: what
/// stands before the clock.
Seconds certain(const ClockReading& reading, std::string_view day, std::string_view clock) {
    if (!reading.or_else) return reading.since_midnight;
    const auto written = [&](Seconds time) {
        return fmt::format("{}{}{}", day, day.empty() ? "" : " ", clock_shown(time));
    };
    throw Failure(
        Exit::usage,
        compose({"“{}”可以是上半天,也可以是下半天", "\"{}\" could be before noon or after noon"},
                clock),
        compose({"会读成 {0};请写 {0} 或 {1}", "it would be read as {0}; write {0} or {1}"},
                written(reading.since_midnight), written(*reading.or_else)));
}

/// A date in other digits than the product's: `11/12`, `2026/11/12`, `11月12日`.
struct OtherDate {
    std::string_view written;
    std::string meant;
    bool has_year;
};

std::optional<OtherDate> find_other_date(std::string_view text) {
    static constexpr std::array<std::string_view, 6> dividers{"/", ".", "-", "年", "月", "日"};
    std::vector<std::string_view> numbers;
    std::string_view rest = text;
    bool divided = true;
    bool by_dashes = true;
    while (divided && numbers.size() < 3) {
        const auto end = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (end == 0) break;
        numbers.push_back(rest.substr(0, end));
        rest.remove_prefix(end);
        const auto divider = std::ranges::find_if(
            dividers, [&](std::string_view word) { return rest.starts_with(word); });
        divided = divider != dividers.end();
        if (!divided) break;
        rest.remove_prefix(divider->size());
        by_dashes = by_dashes && *divider == "-";
    }
    const bool has_year = numbers.size() == 3 && numbers.front().size() == 4;
    if (!(has_year && !by_dashes) && numbers.size() != 2) return {};
    if (numbers.rbegin()[1].size() > 2 || numbers.back().size() > 2) return {};
    if (!rest.empty() && !rest.starts_with(' ')) return {};
    const auto year = has_year ? std::string(numbers.front())
                               : date::format("%Y", date::sys_seconds{machine_now()});
    return OtherDate{
        text.substr(0, text.size() - rest.size()),
        fmt::format("{}-{:0>2}-{:0>2}{}", year, numbers.rbegin()[1], numbers.back(), rest),
        has_year};
}

void refuse_other_date(std::string_view text) {
    const auto date = find_other_date(text);
    if (!date) return;
    throw Failure(
        Exit::usage,
        date->has_year
            ? compose({"日期不这样写:“{}”", "a date is not written so: \"{}\""}, date->written)
            : compose({"“{}”没有年份,也分不清哪个是月",
                       "\"{}\" has no year, and either could be the month"},
                      date->written),
        compose({"会读成 {0};请写 {0}", "it would be read as {0}; write that"}, date->meant));
}

Read read_now(std::string_view text) {
    if (text != "now" && text != "现在") return std::nullopt;
    return TypedTime{TypedTime::Ago{Seconds{0}}};
}

Read read_ago(std::string_view text) {
    static constexpr std::array<std::string_view, 2> words{"ago", "前"};
    for (const std::string_view word : words) {
        if (!text.ends_with(word)) continue;
        const auto span = without_blanks_around(text.substr(0, text.size() - word.size()));
        refuse_bare_m(span, text);
        if (const auto distance = read_span(span)) return TypedTime{TypedTime::Ago{*distance}};
    }
    return std::nullopt;
}

std::optional<CivilTime> read_civil(std::string_view text) {
    for (const char* format : {"%F %R", "%F %T", "%FT%R", "%FT%T"}) {
        if (const auto civil = read_exactly(std::string(text), format)) return civil;
    }
    return std::nullopt;
}

Read read_time_of_day(std::string_view text) {
    struct DayWord {
        std::string_view word;
        int days_ago;
    };
    static constexpr std::array day_words{DayWord{"today", 0}, DayWord{"今天", 0},
                                          DayWord{"yesterday", 1}, DayWord{"昨天", 1},
                                          DayWord{"前天", 2}};
    int days_ago = 0;
    std::string_view day;
    for (const auto& [word, distance] : day_words) {
        if (!text.starts_with(word)) continue;
        days_ago = distance;
        day = word;
        text = without_blanks_around(text.substr(word.size()));
        break;
    }
    const auto clock = read_clock(text);
    if (!clock) return std::nullopt;
    return TypedTime{TypedTime::TimeOfDay{days_ago, certain(*clock, day, text)}};
}

Read read_date_and_time(std::string_view text) {
    if (const auto civil = read_civil(text)) return TypedTime{*civil};
    constexpr std::string_view day_shape = "2026-11-23";
    if (text.size() <= day_shape.size()) return std::nullopt;
    const auto day = text.substr(0, day_shape.size());
    const auto midnight = read_exactly(std::string(day), "%F");
    const auto written = without_blanks_around(text.substr(day_shape.size()));
    const auto clock = midnight ? read_clock(written) : std::nullopt;
    if (!clock) return std::nullopt;
    return TypedTime{*midnight + certain(*clock, day, written)};
}

/// Reads `Z`, `+08:00`.
std::optional<Seconds> read_offset(std::string_view text) {
    if (text == "Z") return Seconds{0};
    if (text.size() != offset_shape.size()) return std::nullopt;
    const auto civil = read_civil(fmt::format("1970-01-01 {}", text.substr(1)));
    if (!civil) return std::nullopt;
    const auto distance = civil->time_since_epoch();
    switch (text.front()) {
        case '+':
            return distance;
        case '-':
            return -distance;
        default:
            return std::nullopt;
    }
}

Read read_moment(std::string_view text) {
    const std::size_t offset_size = text.ends_with('Z') ? 1 : offset_shape.size();
    if (text.size() <= offset_size) return std::nullopt;
    const auto split = text.size() - offset_size;
    const auto civil = read_civil(text.substr(0, split));
    const auto offset = read_offset(text.substr(split));
    if (!civil || !offset) return std::nullopt;
    return TypedTime{Instant{civil->time_since_epoch() - *offset}};
}

Failure skipped(const std::string& civil, Instant instead, const Zone& zone) {
    return {Exit::usage,
            compose({"{1} 没有 {0} 这个时刻:那时钟表拨快了",
                     "{1} never had the time {0}: the clocks were put forward over it"},
                    civil, zone.name()),
            compose({"会读成 {};请写拨快之前或之后的时间",
                     "it would be read as {}; write a time before or after that"},
                    readable(instead, zone))};
}

Failure ambiguous(const std::string& civil, const std::vector<Instant>& both, const Zone& zone) {
    return {Exit::usage,
            compose({"{1} 有两个 {0}:那时钟表拨慢了",
                     "{1} had the time {0} twice: the clocks were put back"},
                    civil, zone.name()),
            compose({"写明是 {} 还是 {}", "say which: {} or {}"}, iso(both.front(), zone),
                    iso(both.back(), zone))};
}

Instant moment(Instant known, Instant, const Zone&) {
    return known;
}

Instant moment(CivilTime civil, Instant, const Zone& zone) {
    const auto found = zone.instants(civil);
    if (found.size() == 1) return found.front();
    const auto shown = date::format("%F %T", date::sys_seconds{civil.time_since_epoch()});
    throw found.empty() ? skipped(shown, zone.instant(civil), zone) : ambiguous(shown, found, zone);
}

Instant moment(TypedTime::TimeOfDay time, Instant now, const Zone& zone) {
    const auto today = std::chrono::floor<days>(zone.civil(now));
    return moment(today - days{time.days_ago} + time.since_midnight, now, zone);
}

Instant moment(TypedTime::Ago ago, Instant now, const Zone&) {
    return now - ago.distance;
}

}  // namespace

TypedTime parse_time(std::string_view typed) {
    const std::string text = single_blanks(typed);
    for (const auto read :
         {read_now, read_ago, read_time_of_day, read_moment, read_date_and_time}) {
        if (const auto time = read(text)) return *time;
    }
    refuse_bare_m(text, typed);
    refuse_other_date(text);
    throw unreadable(typed);
}

Instant resolve(const TypedTime& typed, Instant now, const Zone& zone) {
    return std::visit([&](const auto& form) { return moment(form, now, zone); }, typed.form);
}

}  // namespace huiyin::base
