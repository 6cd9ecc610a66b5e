// No state may be without a way out that keeps the regulation. Offices are driven about by chance;
// then whoever is at hand tries to end every matter that is open.

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "dead_ends.hpp"

using namespace huiyin::property;

TEST_CASE("whatever random offices leave open can be ended by what the regulation allows") {
    const char* typed = std::getenv("HUIYIN_PROPERTY_SEED");
    const auto first = typed == nullptr ? 20261123 : std::strtoull(typed, nullptr, 10);
    const bool is_long =
        std::getenv("HUIYIN_LONG") != nullptr && std::getenv("ASAN_OPTIONS") == nullptr;
    const std::uint64_t offices = is_long ? 20 : 1;
    const int commands = is_long ? 250 : 120;
    for (auto seed = first; seed < first + offices; ++seed) {
        WholeOffice office(seed);
        for (int step = 1; step <= commands; ++step)
            office.step();
        int ended = 0;
        const auto dead = find_dead_ends(office, ended);
        std::cout << "HUIYIN_PROPERTY_SEED=" << seed << ": " << ended << " matters ended, "
                  << dead.size() << " dead ends" << std::endl;
        for (const auto& one : dead)
            FAIL_CHECK("seed " << seed << ": " << one.told());
        CHECK(ended > 0);
    }
}
