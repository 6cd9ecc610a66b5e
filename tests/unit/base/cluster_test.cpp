// What a reader takes for one character is what Unicode's rules say, also where they are not asked.

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "../../../src/base/unicode.hpp"

namespace huiyin::base {

namespace {

/// By the library alone.
std::vector<std::string_view> by_library(std::string_view text) {
    std::vector<std::string_view> found;
    const auto all = characters(text);
    utf8proc_int32_t state = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto bytes = all[at].bytes;
        if (at == 0 || utf8proc_grapheme_break_stateful(
                           static_cast<utf8proc_int32_t>(all[at - 1].code_point),
                           static_cast<utf8proc_int32_t>(all[at].code_point), &state))
            found.push_back(bytes);
        else
            found.back() = {found.back().data(), found.back().size() + bytes.size()};
    }
    return found;
}

TEST_CASE("a text falls into the clusters of the library") {
    constexpr std::array<std::string_view, 24> pieces{
        "a",      "Z",      "0",      " ",      "~",          "-",          "楼",         "水",
        "𠀀",     "豈",     "，",     "。",     "\u0301",     "\u200d",     "\ufe0f",     "\n",
        "\u302a", "\u3099", "\u0e33", "\u1100", "\U0001f468", "\U0001f3fb", "\U0001f1e8", "\xff"};
    std::mt19937 chance(1);
    std::uniform_int_distribution<std::size_t> length(0, 12);
    std::uniform_int_distribution<std::size_t> which(0, pieces.size() - 1);
    for (int turn = 0; turn < 20'000; ++turn) {
        std::string text;
        for (auto left = length(chance); left > 0; --left)
            text += pieces.at(which(chance));
        CAPTURE(text);
        std::vector<std::string_view> read;
        for (const auto& cluster : clusters(text))
            read.push_back(cluster.bytes);
        REQUIRE(read == by_library(text));
    }
}

TEST_CASE("a printable letter of ASCII is one column wide") {
    for (char letter = ' '; letter <= '~'; ++letter)
        CHECK(utf8proc_charwidth(letter) == 1);
}

}  // namespace

}  // namespace huiyin::base
