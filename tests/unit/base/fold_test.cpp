#include "huiyin/base/fold.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

namespace {

bool is_word(std::string_view character) {
    const auto found = letters(character);
    REQUIRE_EQ(found.size(), 1);
    return found.front().is_word;
}

}  // namespace

TEST_CASE("what an input method wrote full width is half width, and nothing else is changed") {
    CHECK(half_width("１８：３０") == "18:30");
    CHECK(half_width("ＴＳ－１　Ａ") == "TS-1 A");
    CHECK(half_width("昨天１８：３０,Ab～") == "昨天18:30,Ab~");
    CHECK(half_width("") == "");
    CHECK(half_width("\xff\xfe") == "\xff\xfe");
}

TEST_CASE("of ASCII only the capitals fold") {
    for (char one = 0; one >= 0; ++one) {
        CAPTURE(static_cast<int>(one));
        const bool is_capital = one >= 'A' && one <= 'Z';
        CHECK(fold(std::string(1, one)) ==
              std::string(1, is_capital ? static_cast<char>(one + ('a' - 'A')) : one));
        if (one == 127) break;
    }
    CHECK(fold("TS-2026-0001 ＡＢ") == "ts-2026-0001 ab");
}

TEST_CASE("a Chinese character is a letter, whichever Unicode brought it") {
    for (const auto* character :
         {"投", "\u3400", "\uFA0E", "\U00020BB7", "\U0002EBF0", "\U000323B0"}) {
        CAPTURE(character);
        CHECK(is_word(character));
    }
    for (const auto* character : {",", " ", "。", "\u31EF", "\U0001F600"}) {
        CAPTURE(character);
        CHECK_FALSE(is_word(character));
    }
}
