#include "huiyin/records/weekly_report.hpp"

#include <doctest/doctest.h>

#include "records/scratch_office.hpp"

using namespace huiyin::records;
using huiyin::records::testing::ScratchOffice;

TEST_CASE("a week has no report before one is filed") {
    ScratchOffice office;
    CHECK_FALSE(latest_report(office.connection(), "2026-W47"));
}

TEST_CASE("each filing of a week is an edition of its own and the newest is the one in force") {
    ScratchOffice office;
    CHECK(file_report(office.writing("2026-11-23 00:05:00"), "2026-W47", "{\"a\":1}", {}) == 1);
    CHECK(file_report(office.writing("2026-11-24 09:00:00"), "2026-W47", "{\"a\":2}",
                      "供热问题集中") == 2);
    const auto latest = latest_report(office.connection(), "2026-W47");
    REQUIRE(latest);
    CHECK(latest->week == "2026-W47");
    CHECK(latest->edition == 2);
    CHECK(latest->filed_at == office.time("2026-11-24 09:00:00"));
    CHECK(latest->figures == "{\"a\":2}");
    CHECK(latest->summary == "供热问题集中");
}

TEST_CASE("editions count within their week") {
    ScratchOffice office;
    file_report(office.writing("2026-11-23 00:05:00"), "2026-W47", "{}", {});
    CHECK(file_report(office.writing("2026-11-30 00:05:00"), "2026-W48", "{}", {}) == 1);
    const auto earlier = latest_report(office.connection(), "2026-W47");
    REQUIRE(earlier);
    CHECK(earlier->edition == 1);
    CHECK_FALSE(earlier->summary);
}

TEST_CASE("a manager's summary lies where it can be erased") {
    ScratchOffice office;
    file_report(office.writing("2026-11-23 00:05:00"), "2026-W47", "{}", "张先生家反映最多");
    CHECK(huiyin::store::find_text(office.connection(),
                                   "SELECT s.place FROM weekly_report r JOIN said s ON s.id = "
                                   "r.summary") == "weekly_report.summary");
    huiyin::store::run(office.connection(), "DELETE FROM content WHERE value LIKE '张先生%'");
    const auto latest = latest_report(office.connection(), "2026-W47");
    REQUIRE(latest);
    CHECK_FALSE(latest->summary);
}
