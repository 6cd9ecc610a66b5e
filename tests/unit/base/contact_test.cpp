#include "huiyin/base/contact.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

namespace {

std::string remedy(const std::optional<Problem>& problem) {
    return problem ? problem->remedy.en : "";
}
std::string what(const std::optional<Problem>& problem) {
    return problem ? problem->what.en : "";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what says that there is none") {
    for (const std::string_view typed :
         {"无",         "不详",         "-",        "--",      "/",        "N/A",        "n/a",
          "NA",         "Ｎ／Ａ",       "没有",     "未留",    "未提供",   "——",         " 无 ",
          "\\",         "null",         "None",     "…",       "（无）",   "(空)",       "无/",
          "无（匿名）", "不详(来访)",   "n.a.",     "Unknown", "TBD",      "无联系方式", "暂无电话",
          "无号码",     "拒绝提供",     "不愿透露", "不愿留",  "拒留",     "不便告知",   "不肯说",
          "没留电话",   "未留联系电话", "不知道",   "不清楚",  "暂未登记", "无法提供",   "略",
          "待补",       "保密。"}) {
        CAPTURE(typed);
        CHECK(says_none(typed));
    }
    for (const std::string_view typed :
         {"13800008000", "8012", "3-502", "B", "无锡路3号", "无人接听", "没电了", "不",
          "未来城3-502", "北楼", "no.3", "王无", ""}) {
        CAPTURE(typed);
        CHECK_FALSE(says_none(typed));
    }
}

TEST_CASE("a number keeps its digits and loses what a spreadsheet added") {
    CHECK_EQ(without_fraction("13800008000.0"), "13800008000");
    CHECK_EQ(without_fraction("502.00"), "502");
    CHECK_EQ(without_fraction("138.0000.8000"), "138.0000.8000");
    CHECK_EQ(without_fraction("3.5"), "3.5");
    CHECK_EQ(without_fraction(".0"), ".0");
}

TEST_CASE("what can be dialled is taken in any spelling") {
    for (const std::string_view typed :
         {"13800008000", "138 0000 8000", "+86 138-0000-8000", "010-12345678", "(010)1234 5678",
          "010-12345678转801", "7654321", "8765-4321", "8012", "110", "+852 1234 5678",
          "13800008000(儿子)", "13800008000（王女士）", "(0351)7654321", "１３８００００８０００",
          "400-123-4567", "123456789012345"}) {
        CAPTURE(typed);
        CHECK_EQ(what(phone_problem(typed)), "");
    }
}

TEST_CASE("what cannot be dialled is refused with the likely value") {
    for (const std::string_view typed : {"1.38E+10", "1.38e10", "1.3800008E+10"}) {
        CAPTURE(typed);
        CHECK(has(what(phone_problem(typed)), "shortened"));
        CHECK(has(remedy(phone_problem(typed)), "138"));
    }
    for (const std::string_view typed :
         {"00000000000", "0000", "11111111111", "９９９９９９９９９９９"}) {
        CAPTURE(typed);
        CHECK(has(what(phone_problem(typed)), "is a placeholder"));
    }
    CHECK_EQ(what(phone_problem("8888888")), "");
    for (const std::string_view typed :
         {"138****8000", "138＊＊＊＊8000", "138xxxx8000", "138××××8000", "138…8000", "138...8000",
          "1380000****", "****8000", "0571-****4321", "138____8000", "138????8000"}) {
        CAPTURE(typed);
        CHECK(has(what(phone_problem(typed)), "digits hidden"));
    }
    for (const std::string_view typed : {"1380000800O", "l3800008000", "138OOOO8000"}) {
        CAPTURE(typed);
        CHECK(has(what(phone_problem(typed)), "letters that look like digits"));
        CHECK(has(remedy(phone_problem(typed)), "probably 138"));
    }
    for (const std::string_view typed :
         {"13800008000…", "139·1234·5678", "139.1234.5678", "13800008000 #2", "0571-87654321#802",
          "13800008000 李", "手机 13800008000", "0571-87654321 ext 802", "0571-87654321x802"})
        CHECK_EQ(what(phone_problem(typed)), "");
    CHECK(has(what(phone_problem("QQ 12345678")), "QQ account"));
    CHECK(has(remedy(phone_problem("+86")), "7 to 15"));
    CHECK(has(remedy(phone_problem("2026/11/23 9:00")), "11-23"));
    CHECK(has(remedy(phone_problem("3-502")), "--unit 3-502"));
    CHECK(has(remedy(phone_problem("3号楼502室")), "--unit 3号楼502室"));
    CHECK(has(what(phone_problem("13800008000/13900009000")), "13800008000 and 13900009000"));
    CHECK(has(what(phone_problem("13800008000、010-12345678")), "13800008000 and 010-12345678"));
    CHECK(has(what(phone_problem("13800008000 13900009000")), "13800008000 and 13900009000"));
    CHECK(has(what(phone_problem("7654321/7654322")), "7654321 and 7654322"));
    for (const std::string_view typed : {"10-Mar", "3月10日", "2026/3/10"}) {
        CAPTURE(typed);
        CHECK(has(what(phone_problem(typed)), "is a date, not a phone"));
        CHECK(has(remedy(phone_problem(typed)), "write the whole number"));
        CHECK(has(remedy(phone_problem(typed)), "--unit 3-10"));
    }
    for (const std::string_view name : {"王小明", "张三", "李一", "王五"}) {
        CAPTURE(name);
        CHECK(has(remedy(phone_problem(name)), "--from"));
    }
    CHECK(has(remedy(phone_problem("12")), "7 to 15"));
    CHECK(has(remedy(phone_problem("1234567890123456")), "7 to 15"));
}

TEST_CASE("what was a home before a spreadsheet had it is refused with what it was") {
    for (const std::string_view typed :
         {"10-Mar", "Mar-10", "10-mar", "3月10日", "2026-03-10", "2026/3/10", "2026年3月10日",
          "2026-03-10 00:00:00", "10-Mar-26", "3/10/2026"}) {
        CAPTURE(typed);
        CHECK(has(remedy(home_problem(typed)), "3-10"));
    }
    CHECK(has(remedy(home_problem("13800008000")), "--phone 13800008000"));
    CHECK(has(remedy(home_problem("010-12345678")), "--phone 010-12345678"));
    CHECK(has(what(home_problem("1.38E+10")), "shortened"));
    CHECK(has(remedy(home_problem("45361")), "3-10"));
    CHECK(has(remedy(home_problem("４６０９１")), "3-10"));
    for (const std::string_view typed :
         {"3-502,3-503", "3-502、3-503", "3-502 3-503", "3-502/3-503", "3号楼502和3号楼503",
          "3-502，4-101；5-301"}) {
        CAPTURE(typed);
        CHECK(has(what(home_problem(typed)), "two homes"));
        CHECK(has(remedy(home_problem(typed)), "--unit 3"));
    }
    for (const std::string_view typed :
         {"3-502",       "3-10",    "3-2-501",       "3号楼502",  "B座1201", "10-3",
          "12-31",       "502",     "3E502",         "东区3-502", "2026",    "3-502/503",
          "3号楼 502室", "3-2 501", "40101",         "55101",     "45361A",  "1",
          "东区 3-502",  "3/502",   "3-502 租客张三"}) {
        CAPTURE(typed);
        CHECK_EQ(what(home_problem(typed)), "");
    }
}

TEST_CASE("a home of one or two digits names no building") {
    CHECK(home_remark("1").has_value());
    CHECK(home_remark("12号").has_value());
    for (const std::string_view typed :
         {"3-502(甲乙)", "3-502王先生", "3-502 北阳台", "3号楼502室小院", "3-502（带院）"}) {
        CAPTURE(typed);
        REQUIRE(home_remark(typed).has_value());
        CHECK(has(home_remark(typed)->en, "is not taken for 3"));
    }
    for (const std::string_view typed :
         {"102", "3-1", "3号楼", "2单元1", "B", "东区1", "3-502(租户)", "3-502甲", "3-502/503",
          "地下车库A区", "东区3-502", "-1层水泵房", "3-502(王先生)"}) {
        CAPTURE(typed);
        CHECK_FALSE(home_remark(typed).has_value());
    }
}

TEST_CASE("what stands in a name's place and is none is refused with where it belongs") {
    for (const std::string_view typed :
         {"5-601", "5号楼601", "B座1201", "5－601", "3-2-501", "5/601", "3栋502室"}) {
        CAPTURE(typed);
        CHECK(has(what(name_problem(typed)), "looks like a home"));
        CHECK(has(remedy(name_problem(typed)), "--unit "));
    }
    CHECK(has(remedy(name_problem("10-Mar")), "--unit 3-10"));
    // What another register calls somebody.
    CHECK_FALSE(name_problem("A00088194"));
    CHECK(has(remedy(name_problem("3月10日")), "--unit 3-10"));
    for (const std::string_view typed :
         {"13800008000", "138 0000 8000", "+86 138-0000-8000", "１３８００００８０００",
          "010-12345678", "87654321", "8765-4321", "138·0000·8000", "(13800008000)",
          "一三八零零零零八零零零", "138****8000 13800008000"}) {
        CAPTURE(typed);
        CHECK_NE(what(name_problem(typed)), "");
        CHECK(has(remedy(name_problem(typed)), "--phone "));
    }
    CHECK(has(remedy(name_problem("13800008000")), "--phone 13800008000"));
    for (const std::string_view typed :
         {"张三13800008000", "13800008000张三", "张三 138 0000 8000", "张三(13800008000)",
          "张三/13800008000", "张三：１３８００００８０００", "张三+8613800008000",
          "张三13800\n008000"}) {
        CAPTURE(typed);
        CHECK(has(what(name_problem(typed)), "holds a name and a phone"));
        CHECK(has(remedy(name_problem(typed)), "--from 张三 --phone "));
    }
    CHECK(has(remedy(name_problem("张三电话l38OOOO8OOO")), "--from 张三 --phone 13800008000"));
    CHECK(has(what(name_problem("110101199001011234")), "digits alone"));
    CHECK(has(what(name_problem("张三87654321")), "long number"));
    CHECK(has(remedy(name_problem("张三 8765-4321")), "--from 张三;"));
    CHECK(has(what(name_problem("张三110101199001011234")), "long number"));
    CHECK(has(what(name_problem("45361")), "digits alone"));
    CHECK(has(what(name_problem("502")), "digits alone"));
    for (const std::string_view typed :
         {"王小明", "王小明3-502", "李先生(3-502)", "Ann", "Ann Lee", "王五", "三姐", "租户3",
          "3号楼王阿姨", "5楼住户", "Mary J. 2nd", "J.R.", "3M公司", "阿卜杜拉·买买提", "匿名",
          "王小明3-502、13-201", "张三 8012", "王一 12-1202"}) {
        CAPTURE(typed);
        CHECK_EQ(what(name_problem(typed)), "");
    }
}

TEST_CASE("a number of the house is short") {
    CHECK_EQ(internal_number("8012"), "8012");
    CHECK_EQ(internal_number("分机8012"), "8012");
    CHECK_EQ(what(phone_problem("分机8012")), "");
    CHECK_EQ(internal_number("8012(门卫)"), "8012");
    CHECK_FALSE(internal_number("7654321"));
}

TEST_CASE("a name and a home in one cell are told apart") {
    struct Told {
        std::string_view cell, name, home;
    };
    for (const auto& [cell, name, home] :
         {Told{"王小明 3-502", "王小明", "3-502"}, Told{"王小明3-502", "王小明", "3-502"},
          Told{"李芳/5-101", "李芳", "5-101"}, Told{"3-502 王小明", "王小明", "3-502"},
          Told{"3-502王小明", "王小明", "3-502"},
          Told{"3号楼502室(欧阳小明)", "欧阳小明", "3号楼502室"},
          Told{"B座1201、李芳", "李芳", "B座1201"}, Told{"李芳，2单元301", "李芳，2单元301", ""},
          Told{"王小明", "王小明", ""}, Told{"3-502", "", "3-502"}, Told{"", "", ""},
          // A phone beside them is told as what it is by whoever reads the name.
          Told{"王小明 13800008000", "王小明 13800008000", ""}}) {
        CAPTURE(cell);
        const auto told = name_and_home(cell);
        CHECK(told.name == name);
        CHECK(told.home == home);
    }
}
