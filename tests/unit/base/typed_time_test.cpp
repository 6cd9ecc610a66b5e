#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

using namespace huiyin::base;

namespace {

/// What a time typed at 2026-11-23 20:00:00 comes to.
std::string understood(std::string_view typed, const Zone& zone = Zone("Asia/Shanghai")) {
    const Instant now = zone.instant(std::chrono::local_days{std::chrono::year{2026} / 11 / 23} +
                                     std::chrono::hours{20});
    return readable(resolve(parse_time(typed), now, zone), zone);
}

Problem refusal(std::string_view typed, const Zone& zone = Zone("Asia/Shanghai")) {
    try {
        understood(typed, zone);
    } catch (const Failure& failure) {
        CHECK(failure.code() == Exit::usage);
        REQUIRE(failure.problems().size() == 1);
        const Problem problem = failure.problems().front();
        CHECK_FALSE(problem.what.zh.empty());
        CHECK_FALSE(problem.remedy.zh.empty());
        return problem;
    }
    FAIL("not refused: " << typed);
    return {};
}

struct Row {
    std::string_view typed;
    std::string_view meant;
};

void check(std::initializer_list<Row> rows) {
    for (const auto& [typed, meant] : rows) {
        CAPTURE(typed);
        CHECK(understood(typed) == meant);
    }
}

}  // namespace

TEST_CASE("a date and a time are by the clocks of the office") {
    check({{"2026-11-23 18:30", "2026-11-23 18:30:00"},
           {"2026-11-23 18:30:05", "2026-11-23 18:30:05"},
           {"2026-11-23T18:30:00", "2026-11-23 18:30:00"},
           {"2026-11-23T18:30", "2026-11-23 18:30:00"},
           {"  2026-11-23   18:30 ", "2026-11-23 18:30:00"},
           {"2024-02-29 00:00", "2024-02-29 00:00:00"},
           {"2026-12-31 23:59:59", "2026-12-31 23:59:59"}});
}

TEST_CASE("a time with an offset is one instant wherever the office is") {
    check({{"2026-11-23T18:30:00+08:00", "2026-11-23 18:30:00"},
           {"2026-11-23T18:30+08:00", "2026-11-23 18:30:00"},
           {"2026-11-23T10:30:00Z", "2026-11-23 18:30:00"},
           {"2026-11-23T10:30Z", "2026-11-23 18:30:00"},
           {"2026-11-23T07:00:05-03:30", "2026-11-23 18:30:05"}});
}

TEST_CASE("a time of day is of today or yesterday") {
    check({{"18:30", "2026-11-23 18:30:00"},
           {"18:30:05", "2026-11-23 18:30:05"},
           {"00:00", "2026-11-23 00:00:00"},
           {"today 18:30", "2026-11-23 18:30:00"},
           {"今天 18:30", "2026-11-23 18:30:00"},
           {"今天18:30", "2026-11-23 18:30:00"},
           {"yesterday 18:30", "2026-11-22 18:30:00"},
           {"昨天 18:30:05", "2026-11-22 18:30:05"},
           {"昨天18:30", "2026-11-22 18:30:00"}});
}

TEST_CASE("a time may be told by how long ago it was") {
    check({{"30min ago", "2026-11-23 19:30:00"},
           {"30 min ago", "2026-11-23 19:30:00"},
           {"2h ago", "2026-11-23 18:00:00"},
           {"3d ago", "2026-11-20 20:00:00"},
           {"90s ago", "2026-11-23 19:58:30"},
           {"30分钟前", "2026-11-23 19:30:00"},
           {"30 分钟前", "2026-11-23 19:30:00"},
           {"30分前", "2026-11-23 19:30:00"},
           {"2小时前", "2026-11-23 18:00:00"},
           {"2 小时 前", "2026-11-23 18:00:00"},
           {"3天前", "2026-11-20 20:00:00"},
           {"now", "2026-11-23 20:00:00"},
           {"现在", "2026-11-23 20:00:00"}});
}

TEST_CASE("a time is refused unless it is written in full") {
    for (const char* typed : {"",
                              " ",
                              "2026-1-3 18:30",
                              "2026-11-23 8:30",
                              "2026-11-23 18:3",
                              "2026-11-23",
                              "2026-11-23 18",
                              "26-11-23 18:30",
                              "2026/11/23 18:30",
                              "20261123 18:30",
                              "1830",
                              "8:30",
                              "18:30:",
                              "18:30 x",
                              "2026-11-23 18:30 x",
                              "2026-11-23 18:30:00.5",
                              "-18:30",
                              "+1:30",
                              "2026-11-23T18:30:00+0800",
                              "2026-11-23T18:30:00+8:00",
                              "2026-11-23T18:30:00+08",
                              "2026-11-23T18:30:00z",
                              "2026-11-23T18:30:00+24:00",
                              "2026-11-23T18:30:00+08:60",
                              "2026-11-23T18:30:00+-8:00",
                              "18:30Z",
                              "Z",
                              "+08:00",
                              "tomorrow 18:30",
                              "today",
                              "yesterday",
                              "today yesterday 18:30",
                              "ago",
                              "前",
                              "min ago",
                              "-3d ago",
                              "3 ago",
                              "1.5h ago",
                              "03d ago",
                              "3d",
                              "3w ago",
                              "１８:30"}) {
        CAPTURE(typed);
        CHECK(refusal(typed).what.en == "cannot read \"" + std::string(typed) + "\" as a time");
    }
}

TEST_CASE("a refused time is answered with the forms that are taken") {
    const Problem problem = refusal("noon");
    CHECK(problem.what.zh == "看不懂时间“noon”");
    for (const char* form : {"2026-11-23 18:30", "2026-11-23T18:30:00+08:00", "yesterday 18:30",
                             "30min ago", "2h ago", "3d ago", "now"}) {
        CAPTURE(form);
        CHECK(problem.remedy.en.find(form) != std::string::npos);
    }
}

TEST_CASE("a time that no clock or calendar has is refused") {
    for (const char* typed :
         {"24:00", "18:60", "23:59:60", "12:00:61", "25:00", "2026-11-23 24:00",
          "2026-11-23 23:59:60", "2026-02-29 10:00", "2100-02-29 10:00", "2026-11-31 10:00",
          "2026-13-01 10:00", "2026-00-10 10:00", "2026-01-00 10:00", "yesterday 24:00"}) {
        CAPTURE(typed);
        refusal(typed);
    }
}

TEST_CASE("a bare m is refused because it could mean minutes or months") {
    for (const char* typed : {"30m ago", "30 m ago", "30m", "30M ago", "30m前"}) {
        CAPTURE(typed);
        const Problem problem = refusal(typed);
        CHECK(problem.what.en ==
              "the m in \"" + std::string(typed) + "\" could mean minutes or months");
        CHECK(problem.remedy.en == "write 30min (minutes) or a date");
    }
}

TEST_CASE("a time longer ago than the office could mean is refused") {
    CHECK(understood("36500d ago") == "1926-12-18 20:00:00");
    refusal("36501d ago");
    refusal("99999999999999999999s ago");
}

TEST_CASE("a civil time that clocks skipped is refused") {
    const Problem problem = refusal("2026-03-29 02:30", Zone("Europe/Berlin"));
    CHECK(problem.what.en ==
          "Europe/Berlin never had the time 2026-03-29 02:30:00: the clocks were put forward over "
          "it");
}

TEST_CASE("a civil time that clocks showed twice is refused with both readings") {
    const Problem problem = refusal("2026-10-25 02:30", Zone("Europe/Berlin"));
    CHECK(problem.what.zh == "Europe/Berlin 有两个 2026-10-25 02:30:00:那时钟表拨慢了");
    CHECK(problem.remedy.en == "say which: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00");
}

TEST_CASE("each reading of a double time is taken with its offset") {
    const Zone berlin("Europe/Berlin");
    const auto at = [&](std::string_view typed) { return resolve(parse_time(typed), {}, berlin); };
    CHECK(at("2026-10-25T02:30:00+01:00") - at("2026-10-25T02:30:00+02:00") ==
          std::chrono::hours{1});
}

TEST_CASE("a time of day is refused too where yesterday skipped it") {
    const Zone berlin("Europe/Berlin");
    const Instant monday_morning = resolve(parse_time("2026-03-30 09:00"), {}, berlin);
    CHECK_THROWS_AS(resolve(parse_time("yesterday 02:30"), monday_morning, berlin), Failure);
    CHECK(readable(resolve(parse_time("yesterday 03:30"), monday_morning, berlin), berlin) ==
          "2026-03-29 03:30:00");
}

TEST_CASE("days ago are spans of 24 hours even where clocks were changed") {
    const Zone berlin("Europe/Berlin");
    const Instant monday_morning = resolve(parse_time("2026-03-30 09:00"), {}, berlin);
    CHECK(readable(resolve(parse_time("1d ago"), monday_morning, berlin), berlin) ==
          "2026-03-29 09:00:00");
    CHECK(readable(resolve(parse_time("2d ago"), monday_morning, berlin), berlin) ==
          "2026-03-28 08:00:00");
}

TEST_CASE("what is written in JSON reads back as the same instant") {
    for (const char* name : {"Asia/Shanghai", "America/St_Johns", "Etc/UTC"}) {
        const Zone zone(name);
        const Instant moment = instant(1795429805);
        CHECK(resolve(parse_time(iso(moment, zone)), {}, zone) == moment);
        CHECK(resolve(parse_time(readable(moment, zone)), {}, zone) == moment);
    }
}
