#include "huiyin/base/language.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

TEST_CASE("a language is read from a tag or a locale name") {
    for (const char* tag : {"zh-CN", "zh", "zh_CN.UTF-8", "ZH", "zh-Hans-CN"}) {
        CAPTURE(tag);
        CHECK(parse_language(tag) == Language::chinese);
    }
    for (const char* tag : {"en", "en_US.UTF-8", "EN-gb", "en@euro"}) {
        CAPTURE(tag);
        CHECK(parse_language(tag) == Language::english);
    }
}

TEST_CASE("a tag of any other language is not guessed at") {
    for (const char* tag : {"", "C", "POSIX", "C.UTF-8", "de", "eng", "zhx", "-zh", " zh"}) {
        CAPTURE(tag);
        CHECK_FALSE(parse_language(tag).has_value());
    }
}

TEST_CASE("the tag of a language reads back as that language") {
    for (const Language language : {Language::chinese, Language::english})
        CHECK(parse_language(language_tag(language)) == language);
}

TEST_CASE("a sentence is filled in both languages whatever it is filled with") {
    const int limit = 3;
    std::string unit = "h";
    const Text text = compose({"限 {} {} {}", "limit {} {} {}"}, limit, unit, std::string("x"));
    CHECK(text.in(Language::chinese) == "限 3 h x");
    CHECK(text.in(Language::english) == "limit 3 h x");
}

TEST_CASE("a label is a text") {
    constexpr Label label{"投诉", "complaint"};
    const Text text = label;
    CHECK(text.zh == "投诉");
    CHECK(text.en == "complaint");
    CHECK(Text{}.empty());
    CHECK(Label{}.empty());
}
