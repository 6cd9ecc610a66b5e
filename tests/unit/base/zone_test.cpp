#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

using namespace huiyin::base;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::local_days local(std::chrono::year_month_day date) {
    return std::chrono::local_days{date};
}

/// 2026-11-23 18:30:05 in Shanghai.
constexpr Instant evening = instant(1795429805);

}  // namespace

TEST_CASE("an instant is shown as the clocks of the office show it") {
    const Zone zone("Asia/Shanghai");
    CHECK(zone.name() == "Asia/Shanghai");
    CHECK(zone.offset(evening) == 8h);
    CHECK(iso(evening, zone) == "2026-11-23T18:30:05+08:00");
    CHECK(readable(evening, zone) == "2026-11-23 18:30:05");
    CHECK(readable_minute(evening, zone) == "2026-11-23 18:30");
}

TEST_CASE("offsets west of Greenwich and of half hours are written with their sign") {
    CHECK(iso(evening, Zone("America/St_Johns")) == "2026-11-23T07:00:05-03:30");
    CHECK(iso(evening, Zone("Asia/Kolkata")) == "2026-11-23T16:00:05+05:30");
    CHECK(iso(evening, Zone("Etc/UTC")) == "2026-11-23T10:30:05+00:00");
}

TEST_CASE("a zone answers for itself, whatever others were made since") {
    const Zone office("Asia/Shanghai");
    const Zone other("Etc/UTC");
    CHECK(iso(evening, office) == "2026-11-23T18:30:05+08:00");
    CHECK(iso(evening, other) == "2026-11-23T10:30:05+00:00");
    CHECK(office.instant(local(2026y / 11 / 23) + 18h + 30min + 5s) == evening);
}

TEST_CASE("an instant before 1970 is a time like any other") {
    const Zone zone("Etc/UTC");
    CHECK(readable(instant(-1), zone) == "1969-12-31 23:59:59");
    CHECK(zone.instant(local(1969y / 12 / 31) + 23h + 59min + 59s) == instant(-1));
}

TEST_CASE("the year is the one of the office") {
    const Instant new_year = std::chrono::sys_days{2026y / 12 / 31} + 16h;
    CHECK(year_of(new_year, Zone("Asia/Shanghai")) == 2027);
    CHECK(year_of(new_year - 1s, Zone("Asia/Shanghai")) == 2026);
    CHECK(year_of(new_year, Zone("Etc/UTC")) == 2026);
}

TEST_CASE("a zone without a file is refused because it would silently be UTC") {
    for (const char* name :
         {"", "Asia", "Asia/Atlantis", "/etc/localtime", "../zoneinfo/Etc/UTC", "Asia/../Etc/UTC",
          "CST-8", "zone.tab", "right/Asia/Shanghai", "Asia/Shanghai ", ":Asia/Shanghai"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(Zone{name}, Failure);
    }
}

TEST_CASE("a zone is found wherever TZDIR points") {
    setenv("TZDIR", "/nowhere", 1);
    CHECK(Zone("Asia/Shanghai").offset(evening) == 8h);
    unsetenv("TZDIR");
}

TEST_CASE("every hour of a year comes back from the clocks as the same instant") {
    for (const char* name : {"Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai"}) {
        const Zone zone(name);
        for (Instant each = std::chrono::sys_days{2026y / 1 / 1};
             each < std::chrono::sys_days{2027y / 1 / 1}; each += 30min) {
            const auto found = zone.instants(zone.civil(each));
            REQUIRE(std::ranges::count(found, each) == 1);
        }
    }
}

TEST_CASE("a civil time happens once except where clocks are changed") {
    const Zone berlin("Europe/Berlin");
    CHECK(berlin.instants(local(2026y / 3 / 29) + 1h + 59min).size() == 1);
    CHECK(berlin.instants(local(2026y / 3 / 29) + 2h).empty());
    CHECK(berlin.instants(local(2026y / 3 / 29) + 2h + 30min).empty());
    CHECK(berlin.instants(local(2026y / 3 / 29) + 3h).size() == 1);
    CHECK(berlin.instants(local(2026y / 10 / 25) + 1h + 59min).size() == 1);
    CHECK(berlin.instants(local(2026y / 10 / 25) + 3h).size() == 1);

    const auto twice = berlin.instants(local(2026y / 10 / 25) + 2h + 30min);
    REQUIRE(twice.size() == 2);
    CHECK(twice.back() - twice.front() == 1h);
}

TEST_CASE("a skipped civil time is carried over the gap and a double one is its first") {
    const Zone berlin("Europe/Berlin");
    CHECK(readable(berlin.instant(local(2026y / 3 / 29) + 2h + 30min), berlin) ==
          "2026-03-29 03:30:00");
    CHECK(iso(berlin.instant(local(2026y / 10 / 25) + 2h + 30min), berlin) ==
          "2026-10-25T02:30:00+02:00");
}

TEST_CASE("a day that a zone left out altogether never happened") {
    const Zone samoa("Pacific/Apia");
    CHECK(samoa.instants(local(2011y / 12 / 30) + 12h).empty());
    CHECK(samoa.instants(local(2011y / 12 / 31) + 12h).size() == 1);
}

TEST_CASE("now is what the clock of the machine says in whole seconds") {
    const Instant before = instant(std::time(nullptr));
    const Instant now = machine_now();
    CHECK(now >= before - 1s);
    CHECK(now <= before + 5s);
}
