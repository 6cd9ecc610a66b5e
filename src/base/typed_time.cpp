#include <date/date.h>

#include <algorithm>
#include <array>

#include "clock_time.hpp"
#include "date_words.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
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
            Label{"写作 2026-11-23 18:30、11月22日 18:30、18:30、昨天 18:30、明天 14:00、"
                  "30分钟前、2小时后、3天前或现在",
                  "write it as 2026-11-23 18:30, 2026-11-23T18:30:00+08:00, 18:30, "
                  "yesterday 18:30, tomorrow 14:00, 30min ago, 2h ago, in 2h, 3d ago or now"}};
}

void refuse_bare_m(std::string_view span, std::string_view typed) {
    if (!has_bare_m(span)) return;
    const auto number = span.substr(0, span.find_first_not_of("0123456789"));
    throw Failure(Exit::usage,
                  compose({"“{}”里的 m 可以是分钟,也可以是月",
                           "the m in \"{}\" could mean minutes or months"},
                          typed),
                  compose({"会读成分钟;请写 {0}分钟前 或 {0}分钟后,或写日期",
                           "it would be read as minutes; write {0}min ago or in {0}min, or a date"},
                          number));
}

/// The reading by a 24-hour clock, unless half a day later could be meant as well. `day`: what
/// stands before the clock.
Seconds certain(const ClockReading& reading, std::string_view day, std::string_view clock) {
    if (!reading.or_else) return reading.since_midnight;
    const auto written = [&](Seconds time) {
        return base::format("{}{}{}", day, day.empty() ? "" : " ", clock_shown(time));
    };
    throw Failure(
        Exit::usage,
        compose({"“{}”可以是上午,也可以是下午", "\"{}\" could be morning or afternoon"}, clock),
        compose({"会读成 {0};请写 {0} 或 {1}", "it would be read as {0}; write {0} or {1}"},
                written(reading.since_midnight), written(*reading.or_else)));
}

/// A date that does not say which of its numbers is what, or has no clock: `11/12`, `2026/11/12`.
struct OtherDate {
    std::string_view written;
    std::string meant;
    bool has_year;
    bool has_clock;
};

/// The year of the nearest such day that is past, as far as the machine's own day tells.
std::string year_before(std::string_view month, std::string_view day) {
    const auto today = date::format("%m%d", date::sys_seconds{machine_now()});
    auto year = date::format("%Y", date::sys_seconds{machine_now()});
    if (base::format("{:0>2}{:0>2}", month, day) <= today) return year;
    return base::format("{}", std::stoi(year) - 1);
}

std::optional<OtherDate> find_other_date(std::string_view text) {
    static constexpr std::array<std::string_view, 3> dividers{"/", ".", "-"};
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
    const auto year = has_year ? std::string(numbers.front()) : year_before(numbers[0], numbers[1]);
    return OtherDate{
        text.substr(0, text.size() - rest.size()),
        base::format("{}-{:0>2}-{:0>2}{}", year, numbers.rbegin()[1], numbers.back(), rest),
        has_year, !rest.empty()};
}

void refuse_other_date(std::string_view text) {
    const auto date = find_other_date(text);
    if (!date) return;
    throw Failure(
        Exit::usage,
        date->has_year ? compose({"日期不这样写:“{}”", "this is not how a date is written: \"{}\""},
                                 date->written)
                       : compose({"“{}”没有年份,也分不清哪个是月",
                                  "\"{}\" has no year, and either could be the month"},
                                 date->written),
        date->has_clock
            ? compose({"会读成 {0};请写 {0}", "it would be read as {0}; write that"}, date->meant)
            : compose({"会读成 {0};写上几点几分,如 {0} 18:30",
                       "it would be read as {0}; add the time of day: {0} 18:30"},
                      date->meant));
}

/// A day, or a part of one, and no clock: 下周一, 明天下午.
void refuse_day_alone(std::string_view text) {
    const auto day = take_day(text);
    if (!day) return;
    const auto rest = without_blanks_around(day->rest);
    const auto example = time_in_part(day->part.empty() ? rest : day->part);
    if (!rest.empty() && !example) return;
    throw Failure(Exit::usage, compose({"“{}”没有说几点", "\"{}\" has no time of day"}, text),
                  compose({"写上几点,如 {} {}", "add the time of day: {} {}"}, day->word,
                          example.value_or("09:00")));
}

Read read_now(std::string_view text) {
    static constexpr std::array<std::string_view, 5> words{"now", "just now", "现在", "刚才",
                                                           "刚刚"};
    if (std::ranges::find(words, text) == words.end()) return std::nullopt;
    return TypedTime{TypedTime::Ago{Seconds{0}}};
}

/// A span as people say it: 半小时, 两个小时, half an hour.
std::optional<Seconds> read_spoken_span(std::string_view span, std::string_view typed) {
    static constexpr std::array<std::string_view, 4> half_an_hour{"半小时", "半个小时", "半个钟头",
                                                                  "half an hour"};
    if (std::ranges::find(half_an_hour, span) != half_an_hour.end())
        return std::chrono::minutes{30};
    refuse_bare_m(span, typed);
    return read_span(with_leading_digits(span));
}

Read read_ago(std::string_view text) {
    for (const std::string_view word : {"ago", "之前", "以前", "前"}) {
        if (!text.ends_with(word)) continue;
        const auto span = without_blanks_around(text.substr(0, text.size() - word.size()));
        if (const auto distance = read_spoken_span(span, text))
            return TypedTime{TypedTime::Ago{*distance}};
    }
    return std::nullopt;
}

Read read_ahead(std::string_view text) {
    std::string_view span;
    if (text.starts_with("in ")) span = text.substr(3);
    for (const std::string_view word : {"后", "以后", "之后"})
        if (text.ends_with(word))
            span = without_blanks_around(text.substr(0, text.size() - word.size()));
    if (span.empty()) return std::nullopt;
    const auto distance = read_spoken_span(span, text);
    return distance ? Read(TypedTime{TypedTime::Ago{-*distance}}) : std::nullopt;
}

CivilTime after(CivilTime midnight, Seconds past) {
    return midnight + past;
}
/// The other ways to name a day keep the time of day beside it.
template <typename Form>
Form after(Form form, Seconds past) {
    form.since_midnight = past;
    return form;
}

/// Programs write that it is a whole second: 18:30:05.000.
std::string_view as_whole_second(std::string_view text) {
    constexpr std::string_view whole = "2026-11-23T18:30:05";
    const auto point = text.rfind('.');
    const bool is_one = point == whole.size() && point + 1 < text.size() &&
                        text.find_first_not_of('0', point + 1) == text.npos;
    return is_one ? text.substr(0, point) : text;
}

std::optional<CivilTime> read_civil(std::string_view text) {
    text = as_whole_second(text);
    for (const char* format : {"%F %R", "%F %T", "%FT%R", "%FT%T"}) {
        if (const auto civil = read_exactly(std::string(text), format)) return civil;
    }
    return std::nullopt;
}

/// A day with a clock behind it, or a clock alone: today's.
Read read_day_and_time(std::string_view text) {
    const auto day = take_day(text);
    if (day && day->by_calendar && day->rest.starts_with('T')) return std::nullopt;
    const auto written = day ? without_blanks_around(day->rest) : text;
    if (written.empty()) return std::nullopt;
    const auto clock = read_clock_time(std::string(day ? day->part : "").append(written));
    if (!clock) return std::nullopt;
    // Whoever writes a date in figures writes the 24-hour clock.
    const bool as_figures = day && day->by_calendar && !clock->of_a_part;
    // 昨晚1点 is an hour after the midnight that ended yesterday.
    const bool is_after_midnight = day && day->part == "晚上" && clock->or_else &&
                                   clock->since_midnight < std::chrono::hours{5};
    const auto past_midnight = is_after_midnight ? clock->since_midnight + days{1}
                               : as_figures      ? clock->since_midnight
                                                 : certain(*clock, day ? day->word : "", written);
    if (!day) return TypedTime{TypedTime::TimeOfDay{0, past_midnight}};
    return std::visit(
        [&](const auto& midnight) { return TypedTime{after(midnight, past_midnight)}; },
        day->midnight);
}

/// Reads `Z`, `+08:00`.
std::optional<Seconds> read_offset(std::string_view text) {
    if (text == "Z") return Seconds{0};
    if (text.size() != offset_shape.size()) return std::nullopt;
    const auto civil = read_civil(base::format("1970-01-01 {}", text.substr(1)));
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

Read read_written(std::string_view text) {
    const auto civil = read_civil(text);
    return civil ? Read(TypedTime{*civil}) : std::nullopt;
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
                     "there is no {0} in {1}: the clocks were put forward"},
                    civil, zone.name()),
            compose({"会读成 {};请写拨快之前或之后的时间",
                     "it would be read as {}; write a time before or after the change"},
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

Instant moment(Instant known, Instant, const Zone&, bool) {
    return known;
}

Instant moment(CivilTime civil, Instant, const Zone& zone, bool) {
    const auto found = zone.instants(civil);
    if (found.size() == 1) return found.front();
    const auto shown = date::format("%F %T", date::sys_seconds{civil.time_since_epoch()});
    throw found.empty() ? skipped(shown, zone.instant(civil), zone) : ambiguous(shown, found, zone);
}

CivilTime midnight_of(Instant now, const Zone& zone) {
    return std::chrono::floor<days>(zone.civil(now));
}

Instant moment(TypedTime::TimeOfDay time, Instant now, const Zone& zone, bool ahead) {
    return moment(midnight_of(now, zone) - days{time.days_ago} + time.since_midnight, now, zone,
                  ahead);
}

Instant moment(TypedTime::OnWeekday time, Instant now, const Zone& zone, bool ahead) {
    const auto today = std::chrono::floor<days>(zone.civil(now));
    const auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
    CivilTime civil = monday + days{7 * time.weeks + time.weekday - 1} + time.since_midnight;
    if (time.of_any_week && !ahead && civil > zone.civil(now)) civil -= days{7};
    if (time.of_any_week && ahead && civil < zone.civil(now)) civil += days{7};
    return moment(civil, now, zone, ahead);
}

/// The nearest past one, or the nearest to come; a 29 February is looked for further away.
Instant moment(TypedTime::OnDate time, Instant now, const Zone& zone, bool ahead) {
    constexpr int furthest = 8;
    const auto here = zone.civil(now);
    const std::chrono::year_month_day today{std::chrono::floor<days>(here)};
    for (int distance = 0; distance <= furthest; ++distance) {
        const auto year = today.year() + std::chrono::years{ahead ? distance : -distance};
        const std::chrono::year_month_day date{
            year, std::chrono::month{static_cast<unsigned>(time.month)},
            std::chrono::day{static_cast<unsigned>(time.day)}};
        if (!date.ok()) continue;
        const CivilTime civil = std::chrono::local_days{date} + time.since_midnight;
        if (ahead ? civil >= here : civil <= here) return moment(civil, now, zone, ahead);
    }
    throw Failure(Exit::usage, compose({"没有 {} 月 {} 日这一天", "there is no {2} of month {1}"},
                                       time.month, time.day, time.day));
}

Instant moment(TypedTime::Ago ago, Instant now, const Zone&, bool) {
    return now - ago.distance;
}

}  // namespace

TypedTime parse_time(std::string_view typed) {
    const std::string text = single_blanks(typed);
    for (const auto read :
         {read_now, read_ago, read_ahead, read_moment, read_written, read_day_and_time}) {
        if (const auto time = read(text)) return *time;
    }
    refuse_bare_m(text, typed);
    refuse_other_date(text);
    refuse_day_alone(text);
    throw unreadable(typed);
}

Instant resolve(const TypedTime& typed, Instant now, const Zone& zone) {
    return std::visit(
        [&](const auto& form) { return moment(form, now, zone, typed.may_lie_ahead); }, typed.form);
}

}  // namespace huiyin::base
