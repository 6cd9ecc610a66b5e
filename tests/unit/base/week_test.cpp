#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

using namespace huiyin::base;
using namespace std::chrono_literals;

TEST_CASE("a week begins on Monday at midnight of the office") {
    const Zone zone("Asia/Shanghai");
    const Week week = Week::parse("2026-W47");
    CHECK(week.name() == "2026-W47");
    CHECK(iso(week.begin(zone), zone) == "2026-11-16T00:00:00+08:00");
    CHECK(iso(week.end(zone), zone) == "2026-11-23T00:00:00+08:00");
}

TEST_CASE("a moment is in the week of the office and not of Greenwich") {
    const Instant sunday_evening_utc = std::chrono::sys_days{2026y / 11 / 22} + 16h;
    CHECK(Week::containing(sunday_evening_utc, Zone("Asia/Shanghai")).name() == "2026-W48");
    CHECK(Week::containing(sunday_evening_utc - 1s, Zone("Asia/Shanghai")).name() == "2026-W47");
    CHECK(Week::containing(sunday_evening_utc, Zone("Etc/UTC")).name() == "2026-W47");
}

TEST_CASE("the first days of January may belong to the last week of the old year") {
    const Zone zone("Etc/UTC");
    CHECK(Week::containing(std::chrono::sys_days{2027y / 1 / 3}, zone).name() == "2026-W53");
    CHECK(Week::containing(std::chrono::sys_days{2027y / 1 / 4}, zone).name() == "2027-W01");
    CHECK(Week::containing(std::chrono::sys_days{2025y / 12 / 29}, zone).name() == "2026-W01");
}

TEST_CASE("only a long year has a week 53") {
    CHECK(Week::parse("2026-W53").next() == Week::parse("2027-W01"));
    CHECK_THROWS_AS(Week::parse("2025-W53"), Failure);
    CHECK(Week::parse("2025-W52").next() == Week::parse("2026-W01"));
}

TEST_CASE("a week is written in one way only") {
    for (const char* typed :
         {"", "2026-W00", "2026-W54", "2026-W4", "2026-47", "2026W47", "2026-w47", "26-W47",
          "2026-W47-1", "2026-W47 ", " 2026-W47", "2026-W047", "W47"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(Week::parse(typed), Failure);
    }
}

TEST_CASE("weeks follow one another and compare by time") {
    const Week week = Week::parse("2026-W01");
    CHECK(week.previous().name() == "2025-W52");
    CHECK(week.previous().next() == week);
    CHECK(week < week.next());
}

TEST_CASE("a week in which clocks are changed is an hour shorter or longer") {
    const Zone berlin("Europe/Berlin");
    const auto length = [&](std::string_view name) {
        const Week week = Week::parse(name);
        return week.end(berlin) - week.begin(berlin);
    };
    CHECK(length("2026-W12") == 168h);
    CHECK(length("2026-W13") == 167h);
    CHECK(length("2026-W43") == 169h);
}

TEST_CASE("a week whose first midnight was skipped begins with the first second that was not") {
    const Zone tehran("Asia/Tehran");
    const Week week = Week::parse("2021-W12");
    CHECK(iso(week.begin(tehran), tehran) == "2021-03-22T01:00:00+04:30");
    CHECK(week.previous().end(tehran) == week.begin(tehran));
    CHECK(Week::containing(week.begin(tehran), tehran) == week);
    CHECK(Week::containing(week.begin(tehran) - 1s, tehran) == week.previous());
}
