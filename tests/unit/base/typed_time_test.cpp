#include "understanding.hpp"

using namespace huiyin::base;

using namespace understanding;

TEST_CASE("a date and a time are by the clocks of the office") {
    check({{"2026-11-23 18:30", "2026-11-23 18:30:00"},
           {"2026-11-23 18:30:05", "2026-11-23 18:30:05"},
           {"2026-11-23T18:30:00", "2026-11-23 18:30:00"},
           {"2026-11-23T18:30", "2026-11-23 18:30:00"},
           {"2026-11-23T18:30:05.000", "2026-11-23 18:30:05"},
           {"  2026-11-23   18:30 ", "2026-11-23 18:30:00"},
           {"2024-02-29 00:00", "2024-02-29 00:00:00"},
           {"2026-12-31 23:59:59", "2026-12-31 23:59:59"}});
}

TEST_CASE("a time with an offset is one instant wherever the office is") {
    check({{"2026-11-23T18:30:00+08:00", "2026-11-23 18:30:00"},
           {"2026-11-23T18:30+08:00", "2026-11-23 18:30:00"},
           {"2026-11-23T10:30:00Z", "2026-11-23 18:30:00"},
           {"2026-11-23T10:30Z", "2026-11-23 18:30:00"},
           {"2026-11-23T10:30:00.000Z", "2026-11-23 18:30:00"},
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
           {"2 hours ago", "2026-11-23 18:00:00"},
           {"30 minutes ago", "2026-11-23 19:30:00"},
           {"1 day ago", "2026-11-22 20:00:00"},
           {"now", "2026-11-23 20:00:00"},
           {"现在", "2026-11-23 20:00:00"}});
}

TEST_CASE("a time is refused unless it is written in full") {
    for (const char* typed : {"",
                              " ",
                              "2026-11-23 18:3",
                              "2026-11-23 18",
                              "26-11-23 18:30",
                              "20261123 18:30",
                              "1830",
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
                              "2026-11-24 24:01",
                              "24:30",
                              "下周",
                              "后",
                              "in 2",
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

TEST_CASE("a day alone is told that it says no time of day") {
    for (const char* typed : {"2026-11-23", "昨晚", "today", "yesterday"}) {
        CAPTURE(typed);
        CHECK(refusal(typed).what.en == "\"" + std::string(typed) + "\" has no time of day");
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
         {"24:00:01", "18:60", "23:59:60", "12:00:61", "25:00", "2026-11-23 24:01",
          "2026-11-23 23:59:60", "2026-02-29 10:00", "2100-02-29 10:00", "2026-11-31 10:00",
          "2026-13-01 10:00", "2026-00-10 10:00", "2026-01-00 10:00", "yesterday 25:00"}) {
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
        CHECK(problem.remedy.en ==
              "it would be read as minutes; write 30min ago or in 30min, or a date");
    }
}

TEST_CASE("an hour without its half of the day is refused with both readings") {
    struct Row {
        std::string_view typed;
        std::string_view remedy;
    };
    for (const auto& [typed, remedy] :
         {Row{"6:30", "06:30; write 06:30 or 18:30"},
          Row{"9:05:10", "09:05:10; write 09:05:10 or 21:05:10"},
          Row{"昨天 6:30", "昨天 06:30; write 昨天 06:30 or 昨天 18:30"},
          Row{"前天 9:05", "前天 09:05; write 前天 09:05 or 前天 21:05"},
          Row{"yesterday 6:30", "yesterday 06:30; write yesterday 06:30 or yesterday 18:30"},
          Row{"9点", "09:00; write 09:00 or 21:00"}, Row{"9点半", "09:30; write 09:30 or 21:30"},
          Row{"11点20分", "11:20; write 11:20 or 23:20"},
          Row{"12点", "12:00; write 12:00 or 00:00"}, Row{"上午3点", "03:00; write 03:00 or 15:00"},
          Row{"12:30am", "12:30; write 12:30 or 00:30"}}) {
        CAPTURE(typed);
        const auto problem = refusal(typed);
        CHECK(problem.what.en.find("could be morning or afternoon") != std::string::npos);
        CHECK(problem.remedy.en == "it would be read as " + std::string(remedy));
    }
}

TEST_CASE("an hour that says its half of the day is taken") {
    check({{"上午9点", "2026-11-23 09:00:00"},
           {"上午 9:05", "2026-11-23 09:05:00"},
           {"前天 上午9:05", "2026-11-21 09:05:00"},
           {"前天 09:05", "2026-11-21 09:05:00"},
           {"昨天下午6:30", "2026-11-22 18:30:00"},
           {"昨天晚上8点半", "2026-11-22 20:30:00"},
           {"昨天 下午 3点20分", "2026-11-22 15:20:00"},
           {"中午12点", "2026-11-23 12:00:00"},
           {"中午1点", "2026-11-23 13:00:00"},
           {"下午12:30", "2026-11-23 12:30:00"},
           {"下午15:30", "2026-11-23 15:30:00"},
           {"凌晨2点", "2026-11-23 02:00:00"},
           {"15点", "2026-11-23 15:00:00"},
           {"15点整", "2026-11-23 15:00:00"},
           {"0:30", "2026-11-23 00:30:00"},
           {"6:30pm", "2026-11-23 18:30:00"},
           {"2026-11-22 6:30 PM", "2026-11-22 18:30:00"},
           {"2026/11/22 9:05 AM", "2026-11-22 09:05:00"},
           {"yesterday 6:30 pm", "2026-11-22 18:30:00"},
           {"9am", "2026-11-23 09:00:00"},
           {"12:30pm", "2026-11-23 12:30:00"},
           {"2026-11-20 下午6:30", "2026-11-20 18:30:00"},
           {"18：30", "2026-11-23 18:30:00"}});
}

TEST_CASE("a date of two numbers is refused with the reading it would have") {
    const auto now = readable(machine_now(), Zone("Asia/Shanghai"));
    const auto year = [&](std::string_view date) {
        const auto this_year = std::stoi(now.substr(0, 4));
        return std::to_string(date <= now.substr(5, 5) ? this_year : this_year - 1) + "-";
    };
    for (const char* typed : {"11/12", "11-12", "11.12"}) {
        CAPTURE(typed);
        const auto problem = refusal(typed);
        CHECK(problem.what.en.find("has no year") != std::string::npos);
        CHECK(problem.remedy.en.find(year("11-12") + "11-12 18:30") != std::string::npos);
    }
    CHECK(refusal("1/2 18:30").remedy.en ==
          "it would be read as " + year("01-02") + "01-02 18:30; write that");
    CHECK(refusal("2026/11/12").remedy.en.find("2026-11-12 18:30") != std::string::npos);
}

TEST_CASE("a time longer ago than the office could mean is refused") {
    CHECK(understood("36500d ago") == "1926-12-18 20:00:00");
    refusal("36501d ago");
    refusal("99999999999999999999s ago");
}

TEST_CASE("a civil time that clocks skipped is refused") {
    const Problem problem = refusal("2026-03-29 02:30", Zone("Europe/Berlin"));
    CHECK(problem.what.en ==
          "there is no 2026-03-29 02:30:00 in Europe/Berlin: the clocks were put forward");
    CHECK(problem.remedy.en ==
          "it would be read as 2026-03-29 03:30:00; write a time before or after the change");
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
