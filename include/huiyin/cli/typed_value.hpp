#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "huiyin/base/input.hpp"
#include "huiyin/base/money.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/base/typed_period.hpp"
#include "huiyin/cli/command.hpp"
#include "huiyin/records/people.hpp"

namespace huiyin::records {
enum class MatterKind;
}

/// What a typed word becomes. Its form was checked before, so that only a time can fail still: one
/// that the office's zone does not have, or has twice, or a day that no year has; and a duration.
/// Then reading it throws Failure{usage}, as `base::resolve` does; whatever else is thrown here is
/// a fault of the program's.
namespace huiyin::cli {

/// What typed times hang on; known once a store is open.
struct Moment {
    base::Instant now;
    const base::Zone& zone;
};

/// A record's number in any spelling that `records` understands: `TS-2026-0001`, `ts-1`.
class RecordNumber {
  public:
    explicit constexpr RecordNumber(std::string typed) : typed_(std::move(typed)) {}
    operator const std::string&() const { return typed_; }  // NOLINT: `records` takes the spelling
    operator std::string_view() const { return typed_; }    // NOLINT

  private:
    std::string typed_;
};

/// Where a stretch of time begins or ends: one moment for a time, two for a whole day or week.
struct Bound {
    base::Instant begin;
    base::Instant end;  ///< the first second after it
};

/// The first moment of a stretch, and the first one after it; nothing where none was typed.
inline std::optional<base::Instant> begin_of(const std::optional<Bound>& bound) {
    return bound ? std::optional(bound->begin) : std::nullopt;
}
inline std::optional<base::Instant> end_of(const std::optional<Bound>& bound) {
    return bound ? std::optional(bound->end) : std::nullopt;
}

/// How an option of a kind is read as a `Value`. What has no row here does not compile.
template <Takes takes, typename Value>
struct Reads;

constexpr bool is_one_word(Takes takes) {
    return takes == Takes::words || takes == Takes::word || takes == Takes::login ||
           takes == Takes::choice || takes == Takes::file || takes == Takes::phone ||
           takes == Takes::home;
}
template <Takes takes>
    requires(is_one_word(takes))
struct Reads<takes, std::string> {
    static std::string read(const std::string& typed) { return typed; }
};
template <Takes takes>
    requires(takes == Takes::logins || takes == Takes::choices)
struct Reads<takes, std::vector<std::string>> {
    static std::vector<std::string> read(const std::string& typed) {
        return base::split_list(typed);
    }
};
template <>
struct Reads<Takes::number, RecordNumber> {
    static RecordNumber read(const std::string& typed) { return RecordNumber(typed); }
};
template <>
struct Reads<Takes::numbers, std::vector<RecordNumber>> {
    static std::vector<RecordNumber> read(const std::string& typed);
};
template <Takes takes>
    requires(takes == Takes::whole || takes == Takes::count)
struct Reads<takes, std::int64_t> {
    static std::int64_t read(const std::string& typed) { return base::parse_whole(typed).value(); }
};
template <Takes takes>
    requires(takes == Takes::whole || takes == Takes::choice)
struct Reads<takes, int> {
    static int read(const std::string& typed) {
        return static_cast<int>(base::parse_whole(typed).value());
    }
};
template <>
struct Reads<Takes::money, base::Money> {
    static base::Money read(const std::string& typed) { return base::Money::parse(typed).value(); }
};

constexpr bool is_period(Takes takes) {
    return takes == Takes::day || takes == Takes::week || takes == Takes::month ||
           takes == Takes::year;
}
template <Takes takes, typename Period>
    requires(is_period(takes))
struct Reads<takes, Period> {
    static Period read(const std::string& typed, const Moment& moment) {
        return base::TypedPeriod<Period>::parse(typed).resolve(moment.now, moment.zone);
    }
};
/// Of what is tied to a clock elsewhere.
template <Takes takes, typename Period>
    requires(is_period(takes))
struct Reads<takes, base::TypedPeriod<Period>> {
    static base::TypedPeriod<Period> read(const std::string& typed) {
        return base::TypedPeriod<Period>::parse(typed);
    }
};

template <>
struct Reads<Takes::time, base::Instant> {
    static base::Instant read(const std::string& typed, const Moment& moment) {
        return base::resolve(base::parse_time(typed), moment.now, moment.zone);
    }
};
template <>
struct Reads<Takes::later, base::Instant> {
    static base::Instant read(const std::string& typed, const Moment& moment) {
        auto time = base::parse_time(typed);
        time.may_lie_ahead = true;
        return base::resolve(time, moment.now, moment.zone);
    }
};
/// Of what is tied to a clock elsewhere.
template <>
struct Reads<Takes::time, base::TypedTime> {
    static base::TypedTime read(const std::string& typed) { return base::parse_time(typed); }
};
template <>
struct Reads<Takes::bound, Bound> {
    static Bound read(const std::string& typed, const Moment& moment);
};

/// `15min`, `24h`: no kind of its own, so its form is checked here. Throws Failure{usage} for what
/// is no duration.
template <>
struct Reads<Takes::word, base::Seconds> {
    static base::Seconds read(const std::string& typed) { return base::parse_duration(typed); }
};
/// `yes|no`
template <>
struct Reads<Takes::choice, bool> {
    static bool read(const std::string& typed) { return typed == "yes"; }
};
template <>
struct Reads<Takes::choice, records::Role> {
    static records::Role read(const std::string& typed) { return records::parse_role(typed); }
};
template <>
struct Reads<Takes::choice, base::Language> {
    static base::Language read(const std::string& typed) {
        return base::parse_language(typed).value();
    }
};
/// `complaint|suggestion` and the like
template <>
struct Reads<Takes::choice, records::MatterKind> {
    static records::MatterKind read(const std::string& typed);
};

/// Whether a value is known only once a store is open.
template <Takes takes, typename Value>
concept NeedsMoment = requires(const std::string& typed, const Moment& moment) {
    Reads<takes, Value>::read(typed, moment);
};

/// What an option is read as unless it says otherwise.
template <Takes takes>
constexpr auto usual_value() {
    using enum Takes;
    if constexpr (is_one_word(takes)) return std::type_identity<std::string>{};
    if constexpr (takes == logins || takes == choices)
        return std::type_identity<std::vector<std::string>>{};
    if constexpr (takes == number) return std::type_identity<RecordNumber>{};
    if constexpr (takes == numbers) return std::type_identity<std::vector<RecordNumber>>{};
    if constexpr (takes == whole || takes == count) return std::type_identity<std::int64_t>{};
    if constexpr (takes == money) return std::type_identity<base::Money>{};
    if constexpr (takes == time || takes == later) return std::type_identity<base::Instant>{};
    if constexpr (takes == bound) return std::type_identity<Bound>{};
    if constexpr (takes == day) return std::type_identity<base::Day>{};
    if constexpr (takes == week) return std::type_identity<base::Week>{};
    if constexpr (takes == month) return std::type_identity<base::Month>{};
    if constexpr (takes == year) return std::type_identity<base::Year>{};
}
template <Takes takes>
using UsualValue = typename decltype(usual_value<takes>())::type;

}  // namespace huiyin::cli
