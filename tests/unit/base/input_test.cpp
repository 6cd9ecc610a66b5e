#include "huiyin/base/input.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

namespace {

using Words = std::vector<std::string>;

std::string complaint_about(std::string_view text) {
    const auto problem = text_problem(text);
    return problem ? problem->what.en : "";
}

}  // namespace

TEST_CASE("ordinary text of any script is accepted with its line breaks and tabs") {
    for (const char* text : {"", "投诉人:张三\n\t第二行", "e\u0301", "\u2764\uFE0F", "𠮷", "\uFFFD",
                             "👨\u200d👩\u200d👧", "一\u200b二"}) {
        CAPTURE(text);
        CHECK_FALSE(text_problem(text).has_value());
    }
}

TEST_CASE("a hidden character is refused by its name and its place among the characters") {
    CHECK(complaint_about("张\x1b[1m") ==
          "character 2 is a control character, U+001B, and cannot be recorded");
    CHECK(complaint_about("张三\u202e") ==
          "character 3 is a text direction control, U+202E, and cannot be recorded");
    CHECK(text_problem("\ufeff")->what.zh == "第 1 个字符是零宽字符 U+FEFF,不能登记");
}

TEST_CASE("every kind of hidden character is refused") {
    const std::string_view hidden[] = {std::string_view("\0", 1),
                                       "\r",
                                       "a\r\n",
                                       "\x7f",
                                       "\u0085",
                                       "\u009f",
                                       "\u061c",
                                       "\u200f",
                                       "\u202a",
                                       "\u202e",
                                       "\u2066",
                                       "\u2069",
                                       "\ufeff",
                                       "\ufdd0",
                                       "\ufffe",
                                       "\U0010ffff"};
    for (const std::string_view text : hidden) {
        CAPTURE(text);
        CHECK(text_problem(text).has_value());
    }
}

TEST_CASE("bytes that are no UTF-8 are refused by their place") {
    CHECK(complaint_about("张\xff") == "the byte 0xFF at character 2 is not valid UTF-8");
    for (const char* text : {"\xe6\x8a", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"}) {
        CAPTURE(text);
        CHECK(text_problem(text).has_value());
    }
}

TEST_CASE("a whole number is plain digits and nothing else") {
    CHECK(parse_whole("0") == 0);
    CHECK(parse_whole("42") == 42);
    CHECK(parse_whole("9223372036854775807") == INT64_MAX);
    for (const char* typed : {"", "00", "007", "+1", "-1", " 1", "1 ", "1.0", "1e3", "0x1", "１",
                              "9223372036854775808"}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_whole(typed).has_value());
    }
}

TEST_CASE("a batch line is split into words at blanks") {
    CHECK(shell_words("complaint  add\t--text x ") == Words{"complaint", "add", "--text", "x"});
    CHECK(shell_words("").empty());
    CHECK(shell_words("  \t").empty());
}

TEST_CASE("quotes keep blanks and empty words") {
    CHECK(shell_words("a 'b c' \"d e\"") == Words{"a", "b c", "d e"});
    CHECK(shell_words("'' \"\"") == Words{"", ""});
    CHECK(shell_words("a'b'\"c\"d") == Words{"abcd"});
}

TEST_CASE("a backslash escapes as it does in a shell") {
    CHECK(shell_words(R"(a\ b \' \\)") == Words{"a b", "'", "\\"});
    CHECK(shell_words(R"("\"x\\" "\n")") == Words{"\"x\\", "\\n"});
    CHECK(shell_words(R"('\n')") == Words{"\\n"});
}

TEST_CASE("a hash begins a comment only where a word begins") {
    CHECK(shell_words("# all of it").empty());
    CHECK(shell_words("a # b") == Words{"a"});
    CHECK(shell_words("a#b '#c' \\#d ''#e") == Words{"a#b", "#c", "#d", "#e"});
}

TEST_CASE("nothing in a batch line is expanded") {
    CHECK(shell_words("$HOME * ~ `x` $(y)") == Words{"$HOME", "*", "~", "`x`", "$(y)"});
}

TEST_CASE("an open quote or a lone backslash ends the command as a usage error") {
    for (const char* line : {"a 'b", "a \"b", "a \"b\\\"", "a\\"}) {
        CAPTURE(line);
        CHECK_THROWS_AS(shell_words(line), Failure);
    }
}

TEST_CASE("a slip of the finger is told what was probably meant") {
    const Words commands{"complaint", "visit", "check", "list", "投诉登记", "due"};
    CHECK(nearest("complant", commands) == "complaint");
    CHECK(nearest("compalint", commands) == "complaint");
    CHECK(nearest("lsit", commands) == "list");
    CHECK(nearest("投诉登己", commands) == "投诉登记");
    CHECK(nearest("visit", commands) == "visit");
}

TEST_CASE("nothing is suggested where too little of the word is right") {
    const Words commands{"complaint", "due", "ls"};
    for (const char* typed : {"", "x", "dx", "zzz", "complexes"}) {
        CAPTURE(typed);
        CHECK_FALSE(nearest(typed, commands).has_value());
    }
    CHECK_FALSE(nearest("due", {}).has_value());
}

TEST_CASE("a suggestion is the closest candidate and the earlier of two as close") {
    CHECK(nearest("abcdef", {"abcdxx", "abcdex"}) == "abcdex");
    CHECK(nearest("abcdef", {"abcdex", "abcdey"}) == "abcdex");
}

TEST_CASE("a list is divided by commas of both scripts") {
    CHECK(split_list("a,b，c、d") == Words{"a", "b", "c", "d"});
    CHECK(split_list(" 张三 ,\u3000李四\u3000, ,") == Words{"张三", "李四"});
    CHECK(split_list("a b") == Words{"a b"});
    CHECK(split_list("").empty());
}
