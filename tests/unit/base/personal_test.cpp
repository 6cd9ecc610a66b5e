#include "huiyin/base/personal_pattern.hpp"

#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"

using namespace huiyin::base;

namespace {

struct Row {
    std::string_view text;
    std::string_view left;
};

}  // namespace

TEST_CASE("a number is found however it is written") {
    const auto phone = PersonalPattern::phone("+86 138-0000-8000");
    const Row rows[] = {
        {"13800008000", "*"},
        {"电话13800008000。", "电话*。"},
        {"138 0000 8000", "*"},
        {"138-0000-8000转", "*转"},
        {"138.0000.8000", "*"},
        {"(138)00008000", "(*"},
        {"１３８００００８０００", "*"},
        {"１３８　００００　８０００", "*"},
        {"138\u00a00000\u00a08000", "*"},
        {"1 3 8 0 0 0 0 8 0 0 0", "*"},
        {"138\n0000\n8000", "*"},
        {"138\u200b00008000", "*"},
        {"8613800008000", "*"},
        {"+8613800008000", "*"},
        {"+86 138 0000 8000", "*"},
        {"＋86-13800008000", "*"},
        {"008613800008000", "*"},
        {"0086 138 0000 8000和13800008000", "*和*"},
        {"13800008000/86 13800008000", "*/*"},
        {"房86 13800008000", "房*"},
        {"186 13800008000", "186 *"},
        {"表号9138000080001", "表号9*1"},
        {"13800008001", "13800008001"},
        {"1380000800", "1380000800"},
        {"138、0000、8000", "*"},
        {"138*0000*8000", "*"},
        {"138:0000|8000", "*"},
        {"138 —— 0000 —— 8000", "*"},
        {"138\"0000\"8000", "*"},
        {"l38OOOO8OOO", "*"},
        {"打1380000800O,不是l3800008000", "打*,不是*"},
        {"138****8000", "138****8000"},
        {"一三八零零零零八零零零", "*"},
        {"王一13800008000", "王一*"},
        {"138 ---- 00008000", "138 ---- 00008000"},
        {"", ""},
    };
    for (const auto& [text, left] : rows) {
        CAPTURE(text);
        CHECK(phone.replaced(text, "*") == left);
    }
    CHECK(phone.is("0086 138 0000 8000"));
    CHECK_FALSE(phone.is("13800008000 王丽"));
}

TEST_CASE("a landline is found with the country's code and without") {
    const Row rows[] = {
        {"010-12345678", "*"},
        {"请回电+86 10 12345678。", "请回电*。"},
        {"0086 10 1234 5678", "*"},
        {"(010)1234 5678", "(*"},
        {"01012345678转801", "*转801"},
        {"10 12345678", "10 12345678"},
        {"021-12345678", "021-12345678"},
    };
    for (const std::string_view typed : {"010-12345678", "+86 10 1234-5678", "010-12345678转801"}) {
        const auto phone = PersonalPattern::phone(typed);
        CHECK_EQ(phone.plain(), "01012345678");
        for (const auto& [text, left] : rows) {
            CAPTURE(text);
            CHECK(phone.replaced(text, "*") == left);
        }
    }
}

TEST_CASE("a short number is not found inside a longer one") {
    const auto phone = PersonalPattern::phone("7654321");
    CHECK(phone.replaced("0351-7654321", "*") == "0351-*");
    CHECK(phone.replaced("水表17654321", "*") == "水表17654321");
    CHECK(PersonalPattern::phone("1230").replaced("12:30打1230", "*") == "12:30打*");
    CHECK(phone.replaced("水表76543210", "*") == "水表76543210");
    CHECK(phone.replaced("765 4321、7654321", "*") == "*、*");
    CHECK_THROWS_AS(PersonalPattern::phone("12"), Failure);
    CHECK_THROWS_AS(PersonalPattern::phone("电话"), Failure);
}

TEST_CASE("a name is found with blanks in it and in either width, but not inside another") {
    const auto name = PersonalPattern::name("王 丽", {"王丽娟", "王丽女"});
    const Row rows[] = {
        {"王丽", "*"},
        {"王 丽", "*"},
        {"王　丽来电", "*来电"},
        {"找王丽或王丽娟", "找*或王丽娟"},
        {"王丽、王 丽 娟、王丽", "*、王 丽 娟、*"},
        {"王、丽", "王、丽"},
        {"王", "王"},
        {"小王丽人行", "小*人行"},
    };
    for (const auto& [text, left] : rows) {
        CAPTURE(text);
        CHECK(name.replaced(text, "*") == left);
    }
    CHECK(name.is(" 王　丽 "));
    CHECK_FALSE(name.is("王丽娟"));
    CHECK_THROWS_AS(PersonalPattern::name("王"), Failure);
    CHECK_THROWS_AS(PersonalPattern::name(" "), Failure);
}

TEST_CASE("every middle dot is one") {
    const auto name = PersonalPattern::name("阿卜杜拉·买买提");
    for (const std::string_view text :
         {"阿卜杜拉·买买提", "阿卜杜拉•买买提", "阿卜杜拉・买买提", "阿卜杜拉‧买买提",
          "阿卜杜拉･买买提", "阿卜杜拉．买买提", "阿卜杜拉 · 买买提"}) {
        CAPTURE(text);
        CHECK(name.replaced(text, "*") == "*");
        CHECK_EQ(plain_name(text), name.plain());
    }
    CHECK_FALSE(name.is_in("阿卜杜拉买买提"));
}

TEST_CASE("a name in Latin letters is found as a word") {
    const auto name = PersonalPattern::name("Ann");
    CHECK(name.replaced("Ann, ann and ＡＮＮ; Anne, Joann", "*") == "*, * and *; Anne, Joann");
    CHECK(PersonalPattern::name("Ann Lee").replaced("annlee, Ann  Lee", "*") == "*, *");
}
