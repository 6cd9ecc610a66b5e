#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

using namespace huiyin::base;
using namespace std::chrono_literals;

TEST_CASE("a duration is a number and a unit") {
    struct Row {
        std::string_view typed;
        Seconds meant;
    };
    constexpr Row rows[] = {
        {"15min", 15min},
        {"24h", 24h},
        {"3d", 72h},
        {"90s", 90s},
        {"0s", 0s},
        {"15 min", 15min},
        {" 24h ", 24h},
        {"15分钟", 15min},
        {"24小时", 24h},
        {"3天", 72h},
        {"3 天", 72h},
        {"90秒", 90s},
        {"36500d", 36500 * 24h},
    };
    for (const auto& [typed, meant] : rows) {
        CAPTURE(typed);
        CHECK(parse_duration(typed) == meant);
    }
}

TEST_CASE("any other spelling of a duration is refused") {
    for (const char* typed : {"", "15", "min", "-3d", "+3d", "1.5h", "03d", "3d4h", "3 d x", "3w",
                              "15MIN", "h24", "36501d", "99999999999999999999s"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(parse_duration(typed), Failure);
    }
}

TEST_CASE("a bare m in a duration is refused by name") {
    try {
        parse_duration("30m");
        FAIL("not refused");
    } catch (const Failure& failure) {
        CHECK(failure.code() == Exit::usage);
        const Problem& problem = failure.problems().front();
        CHECK(problem.what.en == "the m in \"30m\" could mean minutes or months");
        CHECK(problem.what.zh == "“30m”里的 m 可以是分钟,也可以是月");
        CHECK(problem.remedy.en == "write 30min (minutes) or 30d (days)");
    }
}

TEST_CASE("a span is spoken exactly and its zero parts are left out") {
    struct Row {
        Seconds span;
        std::string_view zh;
        std::string_view en;
    };
    constexpr Row rows[] = {
        {0s, "0 秒", "0 s"},
        {1s, "1 秒", "1 s"},
        {60s, "1 分", "1 min"},
        {2h + 5min + 3s, "2 小时 5 分 3 秒", "2 h 5 min 3 s"},
        {2h + 3s, "2 小时 3 秒", "2 h 3 s"},
        {23h + 59min + 59s, "23 小时 59 分 59 秒", "23 h 59 min 59 s"},
        {24h, "24 小时", "24 h"},
        {24h + 1s, "1 天 1 秒", "1 d 1 s"},
        {26h, "26 小时", "26 h"},
        {26h + 1min, "1 天 2 小时 1 分", "1 d 2 h 1 min"},
        {48h, "48 小时", "48 h"},
        {72h, "72 小时", "72 h"},
        {72h + 1s, "3 天 1 秒", "3 d 1 s"},
        {73h, "3 天 1 小时", "3 d 1 h"},
        {96h, "4 天", "4 d"},
        {-90s, "-1 分 30 秒", "-1 min 30 s"},
        {Seconds::min(), "-106751991167300 天 15 小时 30 分 8 秒",
         "-106751991167300 d 15 h 30 min 8 s"},
    };
    for (const auto& [span, zh, en] : rows) {
        CAPTURE(en);
        CHECK(spoken(span).zh == zh);
        CHECK(spoken(span).en == en);
    }
}

TEST_CASE("a list speaks of minutes from ten minutes on and of hours from two days on") {
    CHECK(spoken_roughly(Seconds{599}).zh == "9 分 59 秒");
    CHECK(spoken_roughly(Seconds{659}).zh == "10 分");
    CHECK(spoken_roughly(Seconds{47 * 3600 + 59 * 60 + 59}).en ==
          spoken(Seconds{47 * 3600 + 59 * 60}).en);
    CHECK(spoken_roughly(Seconds{48 * 3600 + 3599}).en == spoken(Seconds{48 * 3600}).en);
    CHECK(spoken_roughly(Seconds{-659}).zh == "-10 分");
}

TEST_CASE("a spoken limit reads back as the same span") {
    for (const Seconds limit : {Seconds{15min}, Seconds{24h}, Seconds{72h}, Seconds{240h}}) {
        CHECK(parse_duration(spoken(limit).zh) == limit);
        CHECK(parse_duration(spoken(limit).en) == limit);
    }
}
