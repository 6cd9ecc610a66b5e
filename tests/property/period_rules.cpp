// Weeks and months (3.4.1, 5.5): nobody's, and judged once they are over.

#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

struct Period {
    std::string name;
    Instant from = 0, until = 0;
    bool is_week = true;
    int made = 0, with_signature = 0, owed = 0, done = 0;
    bool has_records = false;

    bool contains(Instant at) const { return at >= from && at < until; }
};

/// Those that are over, from the ones in which the office began.
std::vector<Period> over_by(Instant now, Instant opened) {
    std::vector<Period> periods;
    for (auto from = start_of_week(opened); from + 7 * day <= now; from += 7 * day)
        periods.push_back({.name = office_week(from), .from = from, .until = from + 7 * day});
    for (auto from = start_of_month(opened); start_of_month(from + 32 * day) <= now;
         from = start_of_month(from + 32 * day))
        periods.push_back({.name = office_day(from).substr(0, 7),
                           .from = from,
                           .until = start_of_month(from + 32 * day),
                           .is_week = false});
    return periods;
}

void count(std::vector<Period>& periods, const Matter& matter, const std::vector<Clock>& clocks) {
    for (auto& period : periods) {
        for (const int number : matter.of_kind("callback")) {
            const auto& callback = matter.step(number);
            if (!period.contains(callback.at)) continue;
            ++period.made;
            period.with_signature += callback.method == "visit" && callback.is_signed;
        }
        for (const auto& clock : clocks) {
            if (clock.rule != "callback.made" && clock.rule != "callback.followed-up") continue;
            if (!period.contains(clock.due) || !clock.owed()) continue;
            ++period.owed;
            period.done += clock.met.has_value();
        }
    }
}

}  // namespace

void Model::about_periods(Instant now, std::set<Finding>& found) const {
    auto periods = over_by(now, opened_at);
    for (const auto& whole : matters_) {
        for (const auto& step : whole.steps)
            for (auto& period : periods)
                period.has_records = period.has_records || period.contains(step.at);
        const auto matter = whole.as_of(now);
        const bool counts =
            whole.kind == Kind::complaint || (whole.sort == "opinion" && whole.channel != "round");
        if (counts && whole.at <= now && !matter.voided()) count(periods, matter, clocks(matter));
    }
    for (const auto& period : periods) {
        const auto add = [&](const char* rule, Instant since) {
            found.insert({"breach", rule, period.name, since});
        };
        const int least = period.is_week ? 5 : 1;
        if (period.made >= least && period.with_signature * 100 < period.made * 40)
            add("callback.signed-rate", period.until);
        if (!period.is_week) continue;
        if (period.done < period.owed) add("callback.rate", period.until);
        const auto filed = filed_.find(period.name);
        const auto due = period.until + day;
        const bool in_time = filed != filed_.end() && filed->second <= due;
        if (period.has_records && !in_time && now > due) add("report.weekly-filed", due);
    }
    for (const auto& finding : standing_periods_)
        if (finding.since <= now) found.insert(finding);
}

void Model::keep_periods(const std::set<Finding>& before, const std::set<Instant>& moments,
                         Instant now) {
    const auto periods = over_by(now, opened_at);
    for (const auto& finding : before) {
        if (finding.rule == "callback.rate") continue;  // it heals
        const auto period = std::ranges::find(periods, finding.subject, &Period::name);
        if (period != periods.end() &&
            std::ranges::any_of(moments, [&](Instant at) { return period->contains(at); }))
            standing_periods_.insert(finding);
    }
}

void Model::files(Instant now) {
    filed_.emplace(office_week(start_of_week(now) - 7 * day), now);
}

}  // namespace huiyin::property
