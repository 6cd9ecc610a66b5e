#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

#include "session.hpp"

using namespace huiyin::property;

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

}  // namespace

TEST_CASE("random commands on complaints get the verdicts that the regulation gives") {
    const auto seed = setting("HUIYIN_PROPERTY_SEED", 20261123);
    const auto steps = setting("HUIYIN_PROPERTY_STEPS", 800);
    constexpr std::uint64_t between_checks = 80, between_lists = 400;
    std::cout << "HUIYIN_PROPERTY_SEED=" << seed << " HUIYIN_PROPERTY_STEPS=" << steps << std::endl;

    Session session(seed);
    const auto agree = [&](std::uint64_t step, const std::optional<std::string>& difference) {
        if (difference) FAIL("seed " << seed << ", step " << step << ": " << *difference);
    };
    for (std::uint64_t step = 1; step <= steps; ++step) {
        agree(step, session.step());
        if (step % between_checks == 0) {
            agree(step, session.compare_findings());
            agree(step, session.compare_earlier());
            agree(step, session.compare_figures());
            agree(step, session.compare_deadlines());
        }
        if (step % between_lists == 0) agree(step, session.compare_lists());
        if (step % between_lists == 0) agree(step, session.compare_due());
        if (step % between_lists == 0) session.keep_the_books();
    }
    agree(steps, session.compare_findings());
    agree(steps, session.compare_lists());
    agree(steps, session.compare_due());
    agree(steps, session.compare_replay());
    agree(steps, session.compare_journal());

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
