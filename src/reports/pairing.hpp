#pragma once

#include "huiyin/base/formatting.hpp"
#include "report_parts.hpp"

/// Figures beside those of the period before. Private to this directory.
namespace huiyin::reports {

inline Text percentage(const Rate& rate) {
    if (rate.den == 0) return Label{"无", "none due"};
    return plain(base::format("{}/{}  {} %", rate.num, rate.den, percent(rate)));
}

inline Text spoken(std::optional<std::int64_t> seconds) {
    return seconds ? base::spoken(base::Seconds{*seconds}) : Text(Label{"无", "none"});
}

inline Quantity quantity(std::optional<std::int64_t> seconds) {
    return seconds ? Quantity(base::Seconds{*seconds}) : Quantity();
}

/// Makes figures, each with that of the period before as a remark.
class Pairing {
  public:
    explicit Pairing(Span span) : words_(words_of(span)) {}

    Figure count(Text name, std::int64_t now, std::int64_t then) const {
        return {std::move(name), plain(now), before(plain(then)), now, then};
    }
    Figure rate(Text name, const Rate& now, const Rate& then) const {
        return {std::move(name), percentage(now), before(percentage(then)), now, then};
    }
    Figure time_share(Text name, const Rate& now, const Rate& then) const {
        return {std::move(name), percent_of_time(now), before(percent_of_time(then)), now, then};
    }
    Figure span(Text name, std::optional<std::int64_t> now,
                std::optional<std::int64_t> then) const {
        return {std::move(name), spoken(now), before(spoken(then)), quantity(now), quantity(then)};
    }
    const SpanWords& words() const { return words_; }

  private:
    Text before(const Text& value) const {
        return {base::format("{} {}", words_.previous.zh, value.zh),
                base::format("{}: {}", words_.previous.en, value.en)};
    }
    const SpanWords& words_;
};

}  // namespace huiyin::reports
