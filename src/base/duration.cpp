#include <algorithm>
#include <array>
#include <cstdlib>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/time.hpp"
#include "spans.hpp"

namespace huiyin::base {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

struct Unit {
    Seconds length;
    Label name;
    std::array<std::string_view, 4> also_read;

    bool is_called(std::string_view typed) const {
        return !typed.empty() && (typed == name.zh || typed == name.en ||
                                  std::ranges::find(also_read, typed) != also_read.end());
    }
};

constexpr std::array units{
    Unit{days{1}, {"天", "d"}, {"日", "day", "days"}},
    Unit{hours{1}, {"小时", "h"}, {"个小时", "hour", "hours"}},
    Unit{minutes{1}, {"分", "min"}, {"分钟", "mins", "minute", "minutes"}},
    Unit{Seconds{1}, {"秒", "s"}, {"秒钟", "second", "seconds"}},
};

/// A century: far beyond any limit, and far from where years have five digits.
constexpr days longest_span{36500};

struct NumberAndUnit {
    std::string_view number;
    std::string_view unit;
};

NumberAndUnit take_apart(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string_view unit = text.substr(end);
    if (unit.starts_with(' ')) unit.remove_prefix(1);
    return {text.substr(0, end), unit};
}

Failure too_long(std::string_view text) {
    return {Exit::usage, compose({"时长“{}”太长", "\"{}\" is too long a span"}, text),
            compose({"最长 {} 天", "the longest is {} d"}, longest_span.count())};
}

bool stays_in_hours(Seconds duration) {
    return duration <= hours{72} && duration >= -hours{72} && duration % hours{1} == Seconds{0};
}

}  // namespace

std::string single_blanks(std::string_view text) {
    std::string single;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank)
            single += c;
        else if (!single.empty() && single.back() != ' ')
            single += ' ';
    }
    if (single.ends_with(' ')) single.pop_back();
    return single;
}

std::optional<Seconds> read_span(std::string_view text) {
    const auto [number, unit_name] = take_apart(text);
    const auto* unit = std::ranges::find_if(
        units, [name = unit_name](const Unit& each) { return each.is_called(name); });
    if (number.empty() || unit == units.end()) return std::nullopt;
    if (number.size() > 1 && number.front() == '0') return std::nullopt;

    const auto count = parse_whole(number);
    if (!count || *count > longest_span / unit->length) throw too_long(text);
    return *count * unit->length;
}

bool has_bare_m(std::string_view text) {
    const auto [number, unit] = take_apart(text);
    return !number.empty() && (unit == "m" || unit == "M");
}

Seconds parse_duration(std::string_view typed) {
    const std::string text = single_blanks(typed);
    if (has_bare_m(text))
        throw Failure(Exit::usage,
                      compose({"“{}”里的 m 可以是分钟,也可以是月",
                               "the m in \"{}\" could mean minutes or months"},
                              typed),
                      Label{"写 30min(分钟)或 30d(天)", "write 30min (minutes) or 30d (days)"});
    if (const auto span = read_span(text)) return *span;
    throw Failure(Exit::usage,
                  compose({"看不懂时长“{}”", "cannot read \"{}\" as a duration"}, typed),
                  Label{"写作 90s、15min、24h、3d,或 90秒、15分钟、24小时、3天",
                        "write it as 90s, 15min, 24h or 3d"});
}

Text spoken(Seconds duration) {
    if (duration == Seconds{0}) return Label{"0 秒", "0 s"};

    Text text = duration < Seconds{0} ? Text{"-", "-"} : Text{};
    const bool in_hours = stays_in_hours(duration);
    std::string_view divider;
    for (const Unit& unit : units) {
        if (in_hours && unit.length > hours{1}) continue;
        const auto count = std::abs(duration / unit.length);
        duration %= unit.length;
        if (count == 0) continue;
        text.zh += base::format("{}{} {}", divider, count, unit.name.zh);
        text.en += base::format("{}{} {}", divider, count, unit.name.en);
        divider = " ";
    }
    return text;
}

Text spoken_roughly(Seconds duration) {
    const auto size = std::chrono::abs(duration);
    const Seconds unit = size >= hours{48}     ? hours{1}
                         : size >= minutes{10} ? minutes{1}
                                               : Seconds{1};
    return spoken(duration - duration % unit);
}

}  // namespace huiyin::base
