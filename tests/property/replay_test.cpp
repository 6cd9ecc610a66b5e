// Whatever an office recorded, its export records again in an empty store: the same findings,
// explanations, deadlines and weekly figures, and the same of every single matter. On the way
// batches are held against their commands one by one: the same verdicts, the same rows.

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

#include "whole_office.hpp"

using namespace huiyin::property;

TEST_CASE("random offices are recorded anew from their exports") {
    const char* typed = std::getenv("HUIYIN_PROPERTY_SEED");
    const auto first = typed == nullptr ? 20261123 : std::strtoull(typed, nullptr, 10);
    // A sanitized program takes many times as long.
    const bool is_long =
        std::getenv("HUIYIN_LONG") != nullptr && std::getenv("ASAN_OPTIONS") == nullptr;
    const std::uint64_t offices = is_long ? 10 : 2;
    const int commands = is_long ? 400 : 300;
    for (auto seed = first; seed < first + offices; ++seed) {
        WholeOffice office(seed);
        for (int step = 1; step <= commands; ++step) {
            if (const auto wrong = office.step())
                FAIL("seed " << seed << ", step " << step << ": " << *wrong);
            if (step % 100 > 0) continue;
            if (const auto difference = office.compare_owed())
                FAIL("seed " << seed << ", step " << step << ": " << *difference);
        }
        std::cout << "HUIYIN_PROPERTY_SEED=" << seed << ": " << office.done() << " done, "
                  << office.refused() << " not, " << office.done_of().size()
                  << " kinds of command, " << office.compared_lines()
                  << " lines of batches as commands of their own" << std::endl;
        if (const auto difference = office.compare_trials())
            FAIL("seed " << seed << ": " << *difference);
        if (const auto difference = office.compare_replay())
            FAIL("seed " << seed << ": " << *difference);
        // Chance must not lull us.
        CHECK(office.done() * 3 >= commands);
        CHECK(office.compared_lines() >= commands / 10);
        CHECK(office.done_of().size() >= 35);
    }
}
