#include "huiyin/base/typed_period.hpp"
#include "understanding.hpp"

using namespace huiyin::base;
using namespace understanding;

TEST_CASE("a date in figures goes with the 24-hour clock") {
    check({{"2026/11/20 9:05", "2026-11-20 09:05:00"},
           {"2026年11月20日 9时5分", "2026-11-20 09:05:00"},
           {"2026年11月20日9点", "2026-11-20 09:00:00"},
           {"2026.11.20 18:30", "2026-11-20 18:30:00"},
           {"2026-11-20 9:05", "2026-11-20 09:05:00"},
           {"2026-1-3 18:30", "2026-01-03 18:30:00"},
           {"2026/11/20 6:30:05", "2026-11-20 06:30:05"},
           {"2026-11-20 下午6:30", "2026-11-20 18:30:00"},
           {"2026-11-24 24:00", "2026-11-25 00:00:00"},
           {"2026-12-31 24:00", "2027-01-01 00:00:00"},
           {"24:00", "2026-11-24 00:00:00"}});
    CHECK(refusal("6:30").remedy.en.find("06:30 or 18:30") != std::string::npos);
    CHECK(refusal("2026-11-20 晚上3点").remedy.en.find("15:00") != std::string::npos);
}

TEST_CASE("a date without its year is the nearest that can be meant") {
    check({{"11月22日 18:30", "2026-11-22 18:30:00"},
           {"11月23日 19:59", "2026-11-23 19:59:00"},
           {"11月23日 20:00", "2026-11-23 20:00:00"},
           {"11月23日 20:01", "2025-11-23 20:01:00"},
           {"12月1日 9:05", "2025-12-01 09:05:00"},
           {"2月29日 9:05", "2024-02-29 09:05:00"}});
    const Zone zone("Asia/Shanghai");
    const auto now = resolve(parse_time("2026-11-23 20:00"), {}, zone);
    for (const auto& [typed, meant] : {Row{"11月22日 18:30", "2027-11-22 18:30:00"},
                                       Row{"11月24日 18:30", "2026-11-24 18:30:00"}}) {
        auto time = parse_time(typed);
        time.may_lie_ahead = true;
        CHECK(readable(resolve(time, now, zone), zone) == meant);
    }
}

TEST_CASE("a time may lie ahead") {
    check({{"tomorrow 14:00", "2026-11-24 14:00:00"},
           {"明天 14:00", "2026-11-24 14:00:00"},
           {"后天上午9点", "2026-11-25 09:00:00"},
           {"大后天 09:00", "2026-11-26 09:00:00"},
           {"明早8点", "2026-11-24 08:00:00"},
           {"下周一 09:00", "2026-11-30 09:00:00"},
           {"下星期日 09:00", "2026-12-06 09:00:00"},
           {"本周三 14:00", "2026-11-25 14:00:00"},
           {"上周五 18:30", "2026-11-20 18:30:00"},
           {"in 2h", "2026-11-23 22:00:00"},
           {"in 30min", "2026-11-23 20:30:00"},
           {"2小时后", "2026-11-23 22:00:00"},
           {"两小时后", "2026-11-23 22:00:00"},
           {"半小时后", "2026-11-23 20:30:00"},
           {"3天以后", "2026-11-26 20:00:00"}});
}

TEST_CASE("a time as people say it") {
    check({{"昨晚10点", "2026-11-22 22:00:00"},
           {"昨晚十点", "2026-11-22 22:00:00"},
           {"昨晚12点", "2026-11-23 00:00:00"},
           {"昨晚 22:15", "2026-11-22 22:15:00"},
           {"今早8点", "2026-11-23 08:00:00"},
           {"今早8点半", "2026-11-23 08:30:00"},
           {"今早8点一刻", "2026-11-23 08:15:00"},
           {"前天下午3点", "2026-11-21 15:00:00"},
           {"昨天下午三点", "2026-11-22 15:00:00"},
           {"半小时前", "2026-11-23 19:30:00"},
           {"半个小时前", "2026-11-23 19:30:00"},
           {"一小时前", "2026-11-23 19:00:00"},
           {"十分钟前", "2026-11-23 19:50:00"},
           {"刚才", "2026-11-23 20:00:00"},
           {"刚刚", "2026-11-23 20:00:00"}});
}

TEST_CASE("what a refusal says to write is taken when it is written") {
    for (const char* typed : {"6:30", "昨天 6:30", "11/20 9:05", "11/12 9:05", "下午3:5",
                              "2026-11-20 晚上3点", "明天 6:30", "下周一 6:30", "9点"}) {
        CAPTURE(typed);
        auto remedy = refusal(typed).remedy.en;
        const auto first = remedy.find("would be read as ");
        if (first == std::string::npos) continue;
        remedy = remedy.substr(first + std::string_view("would be read as ").size());
        const auto said = remedy.substr(0, remedy.find(';'));
        CHECK_NOTHROW(understood(said));
        if (const auto other = remedy.find(" or "); other != std::string::npos)
            CHECK_NOTHROW(understood(remedy.substr(other + 4)));
    }
}

TEST_CASE("a day that says no time of day is refused with one that can be written") {
    check({{"昨天中午", "2026-11-22 12:00:00"}, {"今天中午", "2026-11-23 12:00:00"}});
    const auto form = [](const char* typed) {
        const auto remedy = refusal(typed).remedy.en;
        const std::string_view add = "add the time of day: ";
        REQUIRE(remedy.starts_with(add));
        CHECK_NOTHROW(understood(remedy.substr(add.size())));
        return remedy.substr(add.size());
    };
    CHECK(form("下周一") == "下周一 09:00");
    CHECK(form("昨天") == "昨天 09:00");
    CHECK(form("11月20日") == "11月20日 09:00");
    CHECK(form("明天下午") == "明天 15:00");
    CHECK(form("昨晚") == "昨天 20:00");
    CHECK(form("2026-11-20 上午") == "2026-11-20 09:00");
}

TEST_CASE("a stretch begins and ends with whole days, weeks and months") {
    const Zone zone("Asia/Shanghai");
    const auto now = resolve(parse_time("2026-11-23 20:00"), {}, zone);
    struct Bounds {
        std::string_view typed, begin, end;
    };
    for (const auto& [typed, begin, end] :
         {Bounds{"2026-11-01", "2026-11-01 00:00:00", "2026-11-02 00:00:00"},
          Bounds{"2026/11/1", "2026-11-01 00:00:00", "2026-11-02 00:00:00"},
          Bounds{"昨天", "2026-11-22 00:00:00", "2026-11-23 00:00:00"},
          Bounds{"today", "2026-11-23 00:00:00", "2026-11-24 00:00:00"},
          Bounds{"11月22日", "2026-11-22 00:00:00", "2026-11-23 00:00:00"},
          Bounds{"2026-W47", "2026-11-16 00:00:00", "2026-11-23 00:00:00"},
          Bounds{"2026-11", "2026-11-01 00:00:00", "2026-12-01 00:00:00"},
          Bounds{"上周", "2026-11-16 00:00:00", "2026-11-23 00:00:00"},
          Bounds{"本周", "2026-11-23 00:00:00", "2026-11-30 00:00:00"},
          Bounds{"2026年第47周", "2026-11-16 00:00:00", "2026-11-23 00:00:00"},
          Bounds{"本月", "2026-11-01 00:00:00", "2026-12-01 00:00:00"},
          Bounds{"12月", "2025-12-01 00:00:00", "2026-01-01 00:00:00"},
          Bounds{"2026 年 11 月", "2026-11-01 00:00:00", "2026-12-01 00:00:00"},
          Bounds{"2026-11-22 18:30", "2026-11-22 18:30:00", "2026-11-22 18:30:00"},
          Bounds{"2h ago", "2026-11-23 18:00:00", "2026-11-23 18:00:00"}}) {
        CAPTURE(typed);
        const auto bound = TypedBound::parse(typed);
        CHECK(readable(bound.begin(now, zone), zone) == begin);
        CHECK(readable(bound.end(now, zone), zone) == end);
    }
    CHECK_THROWS_AS(TypedBound::parse("2026-W54"), Failure);
    CHECK_THROWS_AS(TypedBound::parse("2026-13"), Failure);
    CHECK_THROWS_AS(TypedBound::parse("2026-11-31"), Failure);
}

TEST_CASE("weeks, months and years are named as people name them, at the turn of a year too") {
    const Zone zone("Asia/Shanghai");
    struct Named {
        std::string_view now, typed, name;
    };
    const auto at = [&](std::string_view time) { return resolve(parse_time(time), {}, zone); };
    for (const auto& [now, typed, name] : {Named{"2026-11-23 00:00:00", "上周", "2026-W47"},
                                           Named{"2026-11-22 23:59:59", "上周", "2026-W46"},
                                           Named{"2026-11-23 00:00:00", "第48周", "2026-W48"},
                                           Named{"2026-11-23 00:00:00", "W49", "2025-W49"},
                                           Named{"2026-11-23 00:00:00", "2026年第49周", "2026-W49"},
                                           // 1 January 2027 lies in week 53 of 2026.
                                           Named{"2027-01-01 08:00", "本周", "2026-W53"},
                                           Named{"2027-01-01 08:00", "第53周", "2026-W53"},
                                           Named{"2027-01-04 08:00", "上周", "2026-W53"},
                                           Named{"2027-01-04 08:00", "第53周", "2026-W53"},
                                           Named{"2027-01-04 08:00", "上上周", "2026-W52"}}) {
        CAPTURE(now);
        CAPTURE(typed);
        CHECK(TypedWeek::parse(typed).resolve(at(now), zone).name() == name);
    }
    for (const auto& [now, typed, name] : {Named{"2026-11-30 23:59:59", "本月", "2026-11"},
                                           Named{"2026-12-01 00:00:00", "上月", "2026-11"},
                                           Named{"2027-01-01 00:00:00", "上个月", "2026-12"},
                                           Named{"2027-01-01 00:00:00", "1月", "2027-01"},
                                           Named{"2027-01-01 00:00:00", "12月", "2026-12"},
                                           Named{"2027-01-01 00:00:00", "2026年11月", "2026-11"}}) {
        CAPTURE(now);
        CAPTURE(typed);
        CHECK(TypedMonth::parse(typed).resolve(at(now), zone).name() == name);
    }
    const auto new_year = at("2027-01-01 00:00:00");
    CHECK(TypedYear::parse("去年").resolve(new_year, zone).name() == "2026");
    CHECK(TypedYear::parse("2026年").resolve(new_year, zone).name() == "2026");
    CHECK(TypedDay::parse("昨天").resolve(new_year, zone).name() == "2026-12-31");
    CHECK(TypedDay::parse("2026年1月2日").resolve(new_year, zone).name() == "2026-01-02");
    // Only a long year has a week 53, and no year a month 13.
    CHECK_THROWS_AS(TypedWeek::parse("第53周").resolve(at("2026-06-01 08:00"), zone), Failure);
    for (const auto* typed : {"第54周", "第0周", "下周二", "周", "2025年第53周"})
        CHECK_THROWS_AS(TypedWeek::parse(typed), Failure);
    for (const auto* typed : {"13月", "0月", "月", "2026年", "2026年13月"})
        CHECK_THROWS_AS(TypedMonth::parse(typed), Failure);
    CHECK_THROWS_AS(TypedDay::parse("昨晚"), Failure);
    CHECK_THROWS_AS(TypedYear::parse("11月"), Failure);
}

TEST_CASE("the small hours belong to the night they end") {
    check({{"昨晚零点", "2026-11-23 00:00:00"},
           {"昨晚1点", "2026-11-23 01:00:00"},
           {"昨晚4点59分", "2026-11-23 04:59:00"},
           {"昨晚12点", "2026-11-23 00:00:00"},
           {"今晚零点", "2026-11-24 00:00:00"},
           {"今晚1点", "2026-11-24 01:00:00"},
           {"昨晚5点", "2026-11-22 17:00:00"},
           {"凌晨12点", "2026-11-23 00:00:00"},
           {"凌晨0点", "2026-11-23 00:00:00"},
           {"昨天凌晨12点", "2026-11-22 00:00:00"}});
}

TEST_CASE("a day of the week by itself is the nearest on the side where it can lie") {
    const Zone zone("Asia/Shanghai");
    // A Monday.
    const auto now = resolve(parse_time("2026-11-23 20:00"), {}, zone);
    const auto read = [&](std::string_view typed, bool ahead) {
        auto time = parse_time(typed);
        time.may_lie_ahead = ahead;
        return readable(resolve(time, now, zone), zone);
    };
    CHECK(read("星期天 09:00", false) == "2026-11-22 09:00:00");
    CHECK(read("周日下午3点", false) == "2026-11-22 15:00:00");
    CHECK(read("星期天 09:00", true) == "2026-11-29 09:00:00");
    CHECK(read("周三 14:00", true) == "2026-11-25 14:00:00");
    CHECK(read("周一 20:00", false) == "2026-11-23 20:00:00");
    CHECK(read("周一 20:01", false) == "2026-11-16 20:01:00");
    CHECK(read("周一 19:59", true) == "2026-11-30 19:59:00");
    // What names its week is of that week.
    CHECK(read("本周日 09:00", false) == "2026-11-29 09:00:00");
    CHECK(read("上周日 09:00", true) == "2026-11-22 09:00:00");
}

TEST_CASE("a day that no calendar has is told as such, however it is written") {
    for (const auto* typed : {"2026-11-31 09:00", "2026/2/30 09:00", "2026年2月29日 9点",
                              "11月31日 09:00", "11月31日", "2月30日"}) {
        CAPTURE(typed);
        const auto problem = refusal(typed);
        CHECK(problem.what.zh.find("这一天") != std::string::npos);
        CHECK(problem.remedy.zh.find(" 天") != std::string::npos);
    }
    CHECK(refusal("2026-13-01 09:00").remedy.zh.find("年、月、日") != std::string::npos);
    CHECK_NOTHROW(parse_time("2月29日 09:00"));
}
