// Random starts, logs, handovers, takeovers, ends and moves of the clock, now and dated back,
// against a model that knows duty as nothing but stretches of time (clause 1.9).

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "chance.hpp"
#include "program.hpp"

using namespace huiyin::property;

namespace {

using nlohmann::json;

constexpr Instant new_years_eve = 1798689600;  // 2026-12-31 12:00 in the office

struct Stretch {
    std::string officer;
    Instant from = 0;
    std::optional<Instant> until;
    Instant last_step = 0;
    std::vector<Instant> logs;

    bool lies_over(Instant begin, std::optional<Instant> end) const {
        return (!until || *until > begin) && (!end || *end > from);
    }
};

struct Gap {
    Instant from, length;
    friend auto operator<=>(const Gap&, const Gap&) = default;
};

/// What the regulation makes of the same commands.
class Timeline {
  public:
    bool start(const std::string& officer, Instant at) {
        if (taken(at, nullptr)) return false;
        stretches_.push_back({officer, at, {}, at, {}});
        return true;
    }
    bool log(Instant at) {
        auto* on = in_force(at);
        if (on == nullptr) return false;
        on->logs.push_back(at);
        on->last_step = std::max(on->last_step, at);
        return true;
    }
    bool end(Instant at) {
        auto* on = in_force(at);
        if (on == nullptr || !may_end(*on, at) || !logged(*on, at)) return false;
        finish(*on, at);
        return true;
    }
    bool hand_over(const std::string& relief, Instant at) {
        auto* on = in_force(at);
        if (on == nullptr || !may_end(*on, at) || !logged(*on, at) || on->officer == relief)
            return false;
        if (taken(at, on)) return false;
        finish(*on, at);
        stretches_.push_back({relief, at, {}, at, {}});
        return true;
    }
    bool take_over(const std::string& officer, Instant since, Instant at) {
        auto* on = in_force(at);
        if (on == nullptr || !may_end(*on, since) || since > at || taken(at, on)) return false;
        finish(*on, since);
        stretches_.push_back({officer, at, {}, at, {}});
        return true;
    }

    std::vector<Gap> gaps(Instant now) const {
        auto known = stretches_;
        std::erase_if(known, [&](const Stretch& one) { return one.from > now; });
        std::ranges::sort(known, {}, &Stretch::from);
        std::vector<Gap> gaps;
        std::optional<Instant> until;
        for (const auto& one : known) {
            if (until && *until < one.from) gaps.push_back({*until, one.from - *until});
            until = std::max(until.value_or(one.from), std::min(one.until.value_or(now), now));
        }
        if (until && *until < now) gaps.push_back({*until, now - *until});
        return gaps;
    }

  private:
    /// Whoever began last by then, if they were still there in that second.
    Stretch* in_force(Instant at) {
        Stretch* last = nullptr;
        for (auto& one : stretches_)
            if (one.from <= at && (last == nullptr || one.from >= last->from)) last = &one;
        return last != nullptr && last->until.value_or(at) >= at ? last : nullptr;
    }
    bool taken(Instant from, const Stretch* but) const {
        return std::ranges::any_of(
            stretches_, [&](const Stretch& one) { return &one != but && one.lies_over(from, {}); });
    }
    static bool may_end(const Stretch& one, Instant at) {
        return !one.until && at >= one.last_step && at >= one.from;
    }
    static bool logged(const Stretch& one, Instant at) {
        return std::ranges::any_of(one.logs, [&](Instant log) { return log <= at; });
    }
    static void finish(Stretch& one, Instant at) {
        one.until = at;
        one.last_step = at;
    }

    std::vector<Stretch> stretches_;
};

std::vector<Gap> gaps_found(const Program& program, Instant as_of, Instant now) {
    const auto outcome = program.run(
        {"check", "--clause", "1.9", "--all", "--as-of", office_time(as_of), "--json"}, now);
    std::vector<Gap> gaps;
    const auto answer = json::parse(outcome.out);
    for (const auto& finding : answer.at("findings"))
        if (finding.at("rule") == "duty.covered")
            gaps.push_back({read_iso(finding.at("since")),
                            std::stoll(finding.at("detail").at("gap_for").get<std::string>())});
    std::ranges::sort(gaps);
    return gaps;
}

std::string told(const std::vector<Gap>& gaps) {
    std::string lines;
    for (const auto& gap : gaps)
        lines += "\n    " + office_time(gap.from) + " for " + std::to_string(gap.length) + " s";
    return lines.empty() ? " none" : lines;
}

}  // namespace

TEST_CASE("random turns of duty leave the gaps that plain arithmetic leaves") {
    const char* typed = std::getenv("HUIYIN_PROPERTY_SEED");
    Chance chance(typed == nullptr ? 20261123 : std::strtoull(typed, nullptr, 10));
    const Program program;
    auto now = new_years_eve;
    const auto must = [&](const std::vector<std::string>& line) {
        if (const auto outcome = program.run(line, now); outcome.exit != 0)
            throw std::runtime_error(outcome.err);
    };
    must({"init", "--office", "学府苑", "--language", "zh-CN", "--timezone", "Asia/Shanghai"});
    must({"staff", "add", "tao", "--name", "陶建国", "--role", "head"});
    const std::vector<std::string> officers{"chen", "li", "sun"};
    for (const auto& login : officers)
        must({"staff", "add", login, "--name", login, "--role", "clerk", "--superior", "tao"});

    Timeline model;
    int done = 0, refused = 0;
    const char* wished = std::getenv("HUIYIN_PROPERTY_STEPS");
    const int turns = wished == nullptr ? 240 : std::atoi(wished);
    for (int turn = 1; turn <= turns; ++turn) {
        if (chance.percent(60)) now += chance.of<Instant>({1, 60, hour, 3 * hour, 5 * hour});
        const auto at = now - (chance.percent(60) ? 0 : chance.between(0, 5 * hour));
        const auto who = chance.of(officers);
        std::vector<std::string> line{"--as", who, "duty"};
        // Now and then with somebody, who covers nothing by that; nobody is with themselves.
        const auto joined = [&](const std::string& answers) {
            if (!chance.percent(40)) return true;
            const auto mate = chance.of(officers);
            line.insert(line.end(), {"--with", mate});
            return mate != answers;
        };
        bool expected = false;
        switch (chance.between(1, 7)) {
            case 1:
                line.insert(line.end(), {"start"});
                expected = joined(who) && model.start(who, at);
                break;
            case 2:
            case 3:
                line.insert(line.end(), {"log", "巡视正常"});
                expected = model.log(at);
                break;
            case 4:
                line.insert(line.end(), {"end"});
                expected = model.end(at);
                break;
            case 5:
            case 6: {
                const auto relief = chance.of(officers);
                // Nobody of them has acknowledged the rulebook.
                line.insert(line.end(), {"handover", "--to", relief, "--reported-to", "tao",
                                         "--as-happened", "未及签收"});
                expected = joined(relief) && model.hand_over(relief, at);
                break;
            }
            default: {
                const auto since = std::min(now, at - chance.between(-60, 3 * hour));
                line.insert(line.end(),
                            {"takeover", "--since", office_time(since), "--reason", "left"});
                expected = model.take_over(who, since, at);
            }
        }
        line.insert(line.end(), {"--at", office_time(at), "--quiet"});
        const auto outcome = program.run(line, now);
        ++(expected ? done : refused);
        CAPTURE(turn);
        CAPTURE(line.at(3));
        CAPTURE(office_time(at));
        CAPTURE(outcome.err);
        REQUIRE((outcome.exit == 0) == expected);
        if (turn % 15 != 0) continue;
        for (const auto as_of : {now, now - chance.between(0, 12 * hour)}) {
            const auto found = gaps_found(program, as_of, now);
            const auto reckoned = model.gaps(as_of);
            if (found != reckoned)
                FAIL("turn " << turn << ", as of " << office_time(as_of) << ": found" << told(found)
                             << "\n  reckoned" << told(reckoned));
        }
    }
    std::cout << "duty: " << done << " done, " << refused << " refused, " << model.gaps(now).size()
              << " gaps until " << office_time(now) << std::endl;
    // Chance must not lull us: each is there in earnest.
    CHECK(done * 4 >= turns);
    CHECK(refused * 6 >= turns);
    CHECK(std::ssize(model.gaps(now)) * 60 >= turns);
    CHECK(program.run({"audit", "verify"}, now).exit == 0);
}
