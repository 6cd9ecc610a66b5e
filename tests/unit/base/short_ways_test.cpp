// What is recognised at a glance, because nearly everybody types it so, is read as it would be the
// long way: that is taken where something beside it says nothing.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/contact.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/base/phone.hpp"
#include "trials.hpp"

using namespace huiyin::base;

namespace {

/// Texts by chance, of up to `most` of these pieces.
class Texts {
  public:
    Texts(std::vector<std::string> pieces, std::size_t most)
        : pieces_(std::move(pieces)), most_(most) {}

    std::string next() {
        std::string text;
        for (auto left = 1 + below(most_); left > 0; --left)
            text += pieces_[below(pieces_.size())];
        return text;
    }

  private:
    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance_);
    }

    std::vector<std::string> pieces_;
    std::size_t most_;
    std::mt19937 chance_{20261130};
};

}  // namespace

TEST_CASE("a home in figures, letters and dashes") {
    Texts texts({"0", "1", "2", "5", "12", "601", "-", "-", "b", "B"}, 7);
    int homes = 0;
    const int turns = huiyin::testing::trials(5'000, 500);
    for (int turn = 0; turn < turns; ++turn) {
        const auto text = texts.next();
        const auto beside = "「" + text + "」";
        CAPTURE(text);
        REQUIRE_EQ(home_key(text), home_key(beside));
        REQUIRE_EQ(home_parts(text).has_value(), home_parts(beside).has_value());
        REQUIRE_EQ(HomeSought(text).can_be_sought(), HomeSought(beside).can_be_sought());
        homes += home_parts(text) ? 1 : 0;
    }
    CHECK_GT(homes, turns / 5);
}

TEST_CASE("a mobile's number in figures") {
    Texts figures({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, 1);
    int mobiles = 0;
    const int turns = huiyin::testing::trials(5'000, 500);
    for (int turn = 0; turn < turns; ++turn) {
        std::string text = "1";
        while (text.size() < 11)
            text += figures.next();
        CAPTURE(text);
        const auto places = find_phones(text), long_way = find_phones(text + " ");
        REQUIRE_EQ(places.size(), long_way.size());
        REQUIRE_EQ(phone_problem(text).has_value(), phone_problem(text + "(本人)").has_value());
        REQUIRE_EQ(internal_number(text), internal_number(text + " "));
        if (!is_plain_mobile(text)) continue;
        ++mobiles;
        REQUIRE_EQ(places.size(), 1);
        REQUIRE_EQ(places[0].end, long_way[0].end);
        REQUIRE_EQ(places[0].digits, long_way[0].digits);
    }
    CHECK_GT(mobiles, turns / 5 * 2);
    for (const auto* none : {"1380000800", "138000080000", "12800008000", "1380000800o", ""})
        CHECK_FALSE(is_plain_mobile(none));
}

TEST_CASE("nobody says with a figure that there is none") {
    Texts texts({"无", "没有", "(", ")", "-", " ", "n/a", "未留", "电话", "1", "7"}, 5);
    int nones = 0;
    for (int turn = 0; turn < 5'000; ++turn) {
        const auto text = texts.next();
        std::string long_way;
        for (const char letter : text)
            long_way += letter == '1' ? "１" : letter == '7' ? "７" : std::string(1, letter);
        CAPTURE(text);
        REQUIRE_EQ(says_none(text), says_none(long_way));
        nones += says_none(text) ? 1 : 0;
    }
    CHECK_GT(nones, 300);
}

TEST_CASE("a text of ASCII is folded as one with a Chinese character beside it") {
    Texts texts({"a", "Z", "5", "-", "@", "[", " ", "\t", "~", "\x7f"}, 12);
    for (int turn = 0; turn < 1'000; ++turn) {
        const auto text = texts.next();
        CAPTURE(text);
        REQUIRE_EQ(fold(text + "一"), fold(text) + "一");
    }
}
