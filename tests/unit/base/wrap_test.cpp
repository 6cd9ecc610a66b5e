#include <doctest/doctest.h>

#include <algorithm>

#include "huiyin/base/display.hpp"

using namespace huiyin::base;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("words are broken at blanks and the blank there vanishes") {
    CHECK(wrap("the office replied in time", 10) == Lines{"the office", "replied in", "time"});
    CHECK(wrap("a  b", 80) == Lines{"a  b"});
    CHECK(wrap("aaa   bbb", 3) == Lines{"aaa", "bbb"});
}

TEST_CASE("Chinese text is broken between any two characters") {
    CHECK(wrap("投诉人来电", 6) == Lines{"投诉人", "来电"});
    CHECK(wrap("投诉人来电", 7) == Lines{"投诉人", "来电"});
}

TEST_CASE("a number among Chinese characters stays whole") {
    CHECK(wrap("编号FK-2026已办结", 8) == Lines{"编号", "FK-2026", "已办结"});
}

TEST_CASE("no line begins with a closing mark") {
    CHECK(wrap("投诉人，来电", 6) == Lines{"投诉", "人，来", "电"});
    CHECK(wrap("他说“好的”。完", 7) == Lines{"他说“好", "的”。完"});
    CHECK(wrap("已答复,已回访", 6) == Lines{"已答", "复,已", "回访"});
    CHECK(wrap("abcd。", 4) == Lines{"abc", "d。"});
}

TEST_CASE("no line ends with an opening mark") {
    CHECK(wrap("投诉（二）", 6) == Lines{"投诉", "（二）"});
    CHECK(wrap("见「通知」", 4) == Lines{"见", "「通", "知」"});
}

TEST_CASE("line breaks and empty lines are kept") {
    CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
    CHECK(wrap("a\n", 10) == Lines{"a", ""});
    CHECK(wrap("", 10) == Lines{""});
}

TEST_CASE("blanks at the beginning of a line are kept as its indent") {
    CHECK(wrap("  a b", 10) == Lines{"  a b"});
}

TEST_CASE("a word longer than a line is cut") {
    CHECK(wrap("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
}

TEST_CASE("emoji and accented letters are never cut in two") {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    CHECK(wrap(family + family, 2) == Lines{family, family});
    CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
}

TEST_CASE("a character wider than the line gets a line to itself") {
    CHECK(wrap("投诉", 1) == Lines{"投", "诉"});
    CHECK(wrap("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("every line fits at every width that holds a character and its mark") {
    const std::string text =
        "投诉人(张三)称:“回音 huiyin 收到了，但 24 小时内没有答复……” See FK-2026-0113.";
    for (int width = 4; width < 80; ++width) {
        CAPTURE(width);
        CHECK(std::ranges::all_of(
            wrap(text, width), [width](const auto& line) { return display_width(line) <= width; }));
    }
}
