#include "clock_time.hpp"

#include "date_words.hpp"
#include "huiyin/base/formatting.hpp"

#include <algorithm>
#include <array>

namespace huiyin::base {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int noon = 12;

/// The hours a part of the day is said of: those of a 12-hour clock that lie after noon in it, and
/// those that are meant as they are.
struct DayPart {
    std::string_view word;
    int after_noon_from, after_noon_to;
    int as_is_from, as_is_to;
    std::string_view example = {};  ///< a time of day in it
};
constexpr std::array before_the_clock{
    DayPart{"凌晨", 0, -1, 0, 6, "03:00"},   DayPart{"清晨", 0, -1, 4, 11, "06:00"},
    DayPart{"早上", 0, -1, 4, 11, "08:00"},  DayPart{"早晨", 0, -1, 4, 11, "08:00"},
    DayPart{"上午", 0, -1, 6, 11, "09:00"},  DayPart{"中午", 1, 2, 11, 13, "12:00"},
    DayPart{"下午", 1, 11, 12, 23, "15:00"}, DayPart{"傍晚", 4, 8, 16, 20, "18:00"},
    DayPart{"晚上", 5, 11, 17, 23, "20:00"},
};
constexpr std::array behind_the_clock{DayPart{"am", 0, -1, 1, 11}, DayPart{"pm", 1, 11, 12, 12}};

/// What is left to read.
class Rest {
  public:
    explicit Rest(std::string_view text) : text_(text) {}

    bool empty() const { return text_.empty(); }

    bool take(std::string_view word) {
        if (!text_.starts_with(word)) return false;
        text_.remove_prefix(word.size());
        return true;
    }

    struct Number {
        int value;
        std::size_t digits;
    };
    /// One or two digits.
    std::optional<Number> take_number() {
        const auto end = std::min(text_.find_first_not_of("0123456789"), text_.size());
        if (end == 0 || end > 2) return {};
        int value = 0;
        for (const char digit : text_.substr(0, end))
            value = 10 * value + (digit - '0');
        text_.remove_prefix(end);
        return Number{value, end};
    }

    template <std::size_t Count>
    const DayPart* take_part(const std::array<DayPart, Count>& parts) {
        for (const auto& part : parts)
            if (take(part.word)) return &part;
        return nullptr;
    }

  private:
    std::string_view text_;
};

/// Two digits below 60, as behind a colon.
std::optional<int> take_sixtieth(Rest& rest) {
    const auto number = rest.take_number();
    if (!number || number->digits != 2 || number->value > 59) return {};
    return number->value;
}

bool take_colon(Rest& rest) {
    return rest.take(":") || rest.take("：");
}

/// What stands behind `9点`: nothing, `整`, `半`, `20`, `20分`.
std::optional<Seconds> take_minutes_in_words(Rest& rest) {
    if (rest.take("半")) return minutes{30};
    if (rest.take("1刻")) return minutes{15};
    if (rest.take("3刻")) return minutes{45};
    const auto number = rest.take_number();
    if (!number) {
        rest.take("整");
        return Seconds{0};
    }
    rest.take("分");
    return number->value > 59 ? std::nullopt : std::optional<Seconds>(minutes{number->value});
}

/// What stands behind the hour and its colon: `30`, `30:05`.
std::optional<Seconds> take_minutes_in_digits(Rest& rest) {
    const auto minute = take_sixtieth(rest);
    if (!minute) return {};
    if (!take_colon(rest)) return minutes{*minute};
    const auto second = take_sixtieth(rest);
    if (!second) return {};
    return minutes{*minute} + Seconds{*second};
}

bool within(int hour, int from, int to) {
    return hour >= from && hour <= to;
}

/// The hour by a 24-hour clock; nothing where it is not said of this part of the day.
std::optional<int> hour_in(const DayPart& part, int hour) {
    // Midnight is the end of an evening, and the beginning of the small hours.
    if (part.word == "晚上" && (hour == noon || hour == 0)) return 24;
    if (part.word == "凌晨" && hour == noon) return 0;
    if (within(hour, part.after_noon_from, part.after_noon_to)) return hour + noon;
    if (within(hour, part.as_is_from, part.as_is_to)) return hour;
    return {};
}

}  // namespace

std::optional<std::string_view> time_in_part(std::string_view part) {
    const auto* found = std::ranges::find(before_the_clock, part, &DayPart::word);
    return found == before_the_clock.end() ? std::nullopt : std::optional(found->example);
}

std::optional<ClockReading> read_clock_time(std::string_view text) {
    auto digits = with_digits(text);
    // 6:30 PM, as Excel writes it.
    std::ranges::transform(digits, digits.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    Rest rest(digits);
    const auto* part = rest.take_part(before_the_clock);
    // Noon alone is a time of day.
    if (part != nullptr && part->word == "中午" && rest.empty())
        return ClockReading{hours{noon}, {}, true};
    rest.take(" ");
    const auto hour = rest.take_number();
    if (!hour || hour->value > 24) return {};
    const bool in_digits = take_colon(rest);
    const bool in_words = !in_digits && (rest.take("点") || rest.take("时"));
    const auto past = in_digits  ? take_minutes_in_digits(rest)
                      : in_words ? take_minutes_in_words(rest)
                                 : std::optional(Seconds{0});
    if (!past) return {};
    rest.take(" ");
    const auto* behind = part == nullptr ? rest.take_part(behind_the_clock) : nullptr;
    if (!rest.empty() || !(in_digits || in_words || behind != nullptr)) return {};
    if (behind != nullptr) part = behind;

    const auto reading = [&](int at) { return hours{at} + *past; };
    // The end of the day: nothing comes behind it.
    if (hour->value == 24)
        return part == nullptr && *past == Seconds{0} ? std::optional(ClockReading{hours{24}, {}})
                                                      : std::nullopt;
    if (part != nullptr)
        if (const auto at = hour_in(*part, hour->value))
            return ClockReading{reading(*at), {}, true};
    const bool one_half_only = hour->value == 0 || hour->value > noon;
    const bool as_a_clock_shows_it = in_digits && hour->digits == 2;
    if (part == nullptr && (one_half_only || as_a_clock_shows_it))
        return ClockReading{reading(hour->value), {}};
    return ClockReading{reading(hour->value), reading((hour->value + noon) % 24), part != nullptr};
}

std::string clock_shown(Seconds since_midnight) {
    const auto whole = since_midnight.count();
    const auto shown = base::format("{:02}:{:02}", whole / 3600, whole / 60 % 60);
    return whole % 60 == 0 ? shown : base::format("{}:{:02}", shown, whole % 60);
}

}  // namespace huiyin::base
