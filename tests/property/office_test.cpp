#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "session.hpp"

using namespace huiyin::property;

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

void judge_office(std::uint64_t seed, std::uint64_t steps, const std::set<Kind>& kinds) {
    std::cout << "HUIYIN_PROPERTY_SEED=" << seed << " HUIYIN_PROPERTY_STEPS=" << steps << std::endl;

    Session session(seed, kinds);
    std::uint64_t step = 0;
    const auto agree = [&](const std::optional<std::string>& difference) {
        if (difference) FAIL("seed " << seed << ", step " << step << ": " << *difference);
    };
    auto today = office_day(session.now());
    int days = 0;
    for (step = 1; step <= steps; ++step) {
        agree(session.step());
        if (step % 20 == 0) agree(session.compare_what_is_kept());
        if (office_day(session.now()) == today) continue;
        today = office_day(session.now());
        agree(session.compare_findings());
        if (++days % 7 != 0) continue;
        for (int sample = 0; sample < 10; ++sample) {
            agree(session.compare_earlier());
            agree(session.compare_deadlines());
        }
        agree(session.compare_figures());
        agree(session.compare_lists());
        agree(session.compare_status());
        agree(session.compare_due());
        agree(session.keep_the_books());
    }
    agree(session.compare_findings());
    agree(session.compare_lists());
    agree(session.compare_status());
    agree(session.compare_due());
    agree(session.compare_replay());
    agree(session.compare_journal());

    const auto& tally = session.tally();
    std::cout << tally.done << " done, " << tally.refused << " refused, " << tally.denied
              << " denied, " << tally.other << " unreadable or about nothing on file; until "
              << office_time(session.now()) << std::endl;
    // Chance must not lull us: both halves are there in earnest.
    if (steps >= 500) {
        CHECK(tally.done * 10 >= static_cast<int>(steps) * 4);
        CHECK(tally.refused * 10 >= static_cast<int>(steps) * 2);
    }
}

/// So many commands, or as many as are asked for: an office after the other, each of the next seed,
/// none of more commands than this. A thousand take it through a quarter of a year.
void judge_offices(std::uint64_t commands, std::uint64_t most, const std::set<Kind>& kinds) {
    if (std::getenv("HUIYIN_PROPERTY_STEPS") != nullptr) most = 1'000;
    auto left = setting("HUIYIN_PROPERTY_STEPS", commands);
    for (auto seed = setting("HUIYIN_PROPERTY_SEED", 20261123); left > 0; ++seed) {
        const auto steps = std::min(left, most);
        judge_office(seed, steps, kinds);
        left -= steps;
    }
}

}  // namespace

TEST_CASE("random commands on complaints get the verdicts that the regulation gives") {
    judge_offices(600, 300, {Kind::complaint});
}

TEST_CASE("random commands on complaints, suggestions and repairs get them, too") {
    judge_offices(1'400, 350, {Kind::complaint, Kind::suggestion, Kind::repair, Kind::conduct});
}
