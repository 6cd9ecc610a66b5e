#include "huiyin/base/display.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

namespace {

const std::string heart = "\u2764\uFE0F";  // as an emoji, by variation selector 16
const std::string accented_e = "e\u0301";
const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
const std::string flag = "\U0001F1E8\U0001F1F3";

}  // namespace

TEST_CASE("width is counted in terminal columns") {
    struct Row {
        std::string text;
        int width;
    };
    const Row rows[] = {
        {"", 0},     {"abc", 3},           {"投诉", 4},       {"ＡＢ", 4},     {"ﾊﾝ", 2},
        {"（）", 4}, {heart, 2},           {accented_e, 1},   {family, 2},     {flag, 2},
        {"…", 1},    {"1\uFE0F\u20E3", 2}, {"\U0001F600", 2}, {"a\u200Bb", 2}, {"한국", 4},
    };
    for (const auto& [text, width] : rows) {
        CAPTURE(text);
        CHECK(display_width(text) == width);
    }
}

TEST_CASE("a Chinese character is wide, whichever Unicode brought it") {
    // Of 15.1 and 17: what one release's library knows, another's does not.
    for (const auto* character : {"\U0002EBF0", "\U000323B0", "\u2FFC", "\u31EF"})
        CHECK(display_width(character) == 2);
}

TEST_CASE("an invalid byte takes one column") {
    CHECK(display_width("a\xff") == 2);
}

TEST_CASE("padding fills columns and never cuts") {
    CHECK(pad_right("投诉", 6) == "投诉  ");
    CHECK(pad_right(heart, 3) == heart + " ");
    CHECK(pad_right("abc", 2) == "abc");
    CHECK(pad_right("abc", -1) == "abc");
}

TEST_CASE("text that fits is not shortened") {
    CHECK(shorten("投诉", 4) == "投诉");
    CHECK(shorten("", 0).empty());
}

TEST_CASE("shortened text ends in an ellipsis within the width") {
    CHECK(shorten("abcdef", 4) == "abc…");
    CHECK(shorten("投诉人来电", 6) == "投诉…");
    CHECK(shorten("投诉人来电", 7) == "投诉人…");
    CHECK(shorten("投诉", 1) == "…");
    CHECK(shorten("投诉", 0).empty());
}

TEST_CASE("shortening keeps what a reader takes for one character whole") {
    CHECK(shorten(family + "abc", 3) == family + "…");
    CHECK(shorten(family + "abc", 2) == "…");
    CHECK(shorten(accented_e + accented_e + accented_e, 2) == accented_e + "…");
}

TEST_CASE("control characters become visible so that stored text cannot drive the terminal") {
    CHECK(escape_terminal("\x1b[31m") == "\\x1b[31m");
    CHECK(escape_terminal(std::string_view("\0", 1)) == "\\x00");
    CHECK(escape_terminal("a\x7f") == "a\\x7f");
    CHECK(escape_terminal("\u0085\u009b") == "\\u0085\\u009b");
    CHECK(escape_terminal("a\rb") == "a\\x0db");
}

TEST_CASE("direction and zero-width controls become visible") {
    CHECK(escape_terminal("\u202e") == "\\u202e");
    CHECK(escape_terminal("\u2066\u2069") == "\\u2066\\u2069");
    CHECK(escape_terminal("\u200b\u200f\u2060\ufeff") == "\\u200b\\u200f\\u2060\\ufeff");
}

TEST_CASE("invalid bytes become visible one by one") {
    CHECK(escape_terminal("张\u200d三") == "张\\u200d三");
    CHECK(escape_terminal(family) == "\U0001F468\U0001F469\U0001F467");
    CHECK(escape_terminal("\U0001F44D\U0001F3FD\u200d\U0001F44D") ==
          "\U0001F44D\U0001F3FD\U0001F44D");
    CHECK(escape_terminal(heart + "\u200d\U0001F525") == heart + "\U0001F525");
    CHECK(escape_terminal("\U0001F468\u200dx") == "\U0001F468\\u200dx");
    CHECK(escape_terminal("\U0001F468\u200d") == "\U0001F468\\u200d");
    CHECK(escape_terminal("\xff\xe6\x8a") == "\\xff\\xe6\\x8a");
    CHECK(escape_terminal("\xc0\xaf") == "\\xc0\\xaf");
    CHECK(escape_terminal("\xed\xa0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("line breaks and tabs stay where lines are kept") {
    CHECK(escape_terminal("a\n\tb") == "a\n\tb");
    CHECK(escape_terminal("a\n\tb", false) == "a\\x0a\\x09b");
}

TEST_CASE("ordinary text is shown as it is") {
    const std::string text = "投诉人:\"张三\" \\ 100% " + heart + accented_e;
    CHECK(escape_terminal(text) == text);
}

TEST_CASE("a CSV cell is quoted only where it must be") {
    CHECK(csv_cell("投诉") == "投诉");
    CHECK(csv_cell("").empty());
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
}

TEST_CASE("a CSV cell that a spreadsheet would calculate is led by an apostrophe") {
    for (const std::string text :
         {"=1+1", "+86", "-1", "@SUM", "\tx", "＝1", "＋1", "－1", "＠x"}) {
        CAPTURE(text);
        CHECK(csv_cell(text) == "'" + text);
    }
    CHECK(csv_cell("\rx") == "\"'\rx\"");
    CHECK(csv_cell("=A1,\"x\"") == "\"'=A1,\"\"x\"\"\"");
    CHECK(csv_cell("1=1") == "1=1");
}

TEST_CASE("a Markdown cell stays one cell and shows its text literally") {
    CHECK(markdown_cell("a|b") == "a\\|b");
    CHECK(markdown_cell("a\\|b") == "a\\\\\\|b");
    CHECK(markdown_cell("一\n二\r\n三") == "一<br>二<br>三");
    CHECK(markdown_cell("138****8000") == "138\\*\\*\\*\\*8000");
    CHECK(markdown_cell("<b>&amp;") == "\\<b\\>\\&amp;");
}

TEST_CASE("a masked phone number keeps too little to dial") {
    struct Row {
        std::string_view phone;
        std::string_view masked;
    };
    constexpr Row rows[] = {
        {"13800008000", "138****8000"},
        {"138 0000 8000", "138****8000"},
        {"138-0000-8000", "138****8000"},
        {"0755-12345678", "****5678"},
        {"01012345678", "****5678"},
        {"+8613800008000", "138****8000"},
        {"+86 10 1234 5678", "****5678"},
        {"010-12345678转801", "****5678"},
        {"10086", "****0086"},
        {"1234", "****"},
        {"110", "***"},
        {"无", "*"},
        {"", ""},
    };
    for (const auto& [phone, masked] : rows) {
        CAPTURE(phone);
        CHECK(mask_phone(phone) == masked);
    }
}

TEST_CASE("phone numbers in a text are masked however they are written and other numbers stay") {
    struct Row {
        std::string_view text;
        std::string_view masked;
    };
    constexpr Row rows[] = {
        {"打13800008000找我", "打138****8000找我"},
        {"打138 0000 8000找我", "打138****8000找我"},
        {"打138-0000-8000找我", "打138****8000找我"},
        {"打１３８００００８０００找我", "打138****8000找我"},
        {"打+8613800008000找我", "打138****8000找我"},
        {"打+86 138 0000 8000找我", "打138****8000找我"},
        {"打0351-7654321或(0351)7654321", "打****4321或****4321"},
        {"打01012345678,13900009000", "打****5678,139****9000"},
        {"3 13800008000", "3 138****8000"},
        {"2026-11-23 13800008000", "2026-11-23 138****8000"},
        {"2026-11-23 09:00:00,TS-2026-0001", "2026-11-23 09:00:00,TS-2026-0001"},
        {"2026-11-23 13-1100-2200", "2026-11-23 13-1100-2200"},
        {"表号1234567890,度数 100 2000 3000", "表号1234567890,度数 100 2000 3000"},
        {"12345、110、10086", "12345、110、10086"},
        {"138000080001", "138000080001"},
        {"\37713800008000\377", "\377138****8000\377"},
        {"", ""},
    };
    for (const auto& [text, masked] : rows) {
        CAPTURE(text);
        CHECK(mask_phones_in(text) == masked);
    }
}

TEST_CASE("a masked name is its first character and two stars however long it is") {
    CHECK(mask_name("张三") == "张**");
    CHECK(mask_name("欧阳小明") == "欧**");
    CHECK(mask_name("Anna") == "A**");
    CHECK(mask_name(accented_e + "a") == accented_e + "**");
    CHECK(mask_name("").empty());
}
