// Words as nearly everybody types them are sorted without CLI11. A `--` behind them says nothing,
// and has them read in full.

#include "../../../src/cli/plain_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "../../../src/cli/draft.hpp"
#include "../../../src/cli/table_lookup.hpp"
#include "every_verb.hpp"
#include "trials.hpp"

namespace huiyin::cli {
namespace {

using Words = std::vector<std::string>;

std::string told(const Draft& draft) {
    std::string told;
    const auto add = [&](std::string_view name) {
        if (const auto* value = draft.arguments.find(name))
            told.append(name).append("=").append(*value).append("\n");
    };
    for_each_option(draft.arguments.verb(), [&](const Option& option) { add(option.name); });
    for (const auto& operand : draft.arguments.verb().operands)
        add(operand.name);
    for (const auto& [name, value] : draft.arguments.left_out())
        told.append("left out ").append(name).append("=").append(value).append("\n");
    for (const auto& name : draft.seen)
        told.append("seen ").append(name).append("\n");
    for (const auto& name : draft.unreadable)
        told.append("unreadable ").append(name).append("\n");
    for (const auto& problem : draft.problems)
        told.append(problem.what.zh).append(" ").append(problem.remedy.en).append("\n");
    return told;
}

class Chance {
  public:
    std::string value() {
        static const std::array<std::string, 32> values{
            "你好",    "5-601",       "13800008000", "yes", "no",   "昨天",  "18:30", "2026-11-30",
            "{}",      "%%",          "++",          "-",   "-x",   "-1-03", "",      "--",
            "a=b",     "=",           "--text=有",   "[a]", "[]",   "@file", "ts-1",  "phone",
            "--quiet", "--urgent=no", "两 词",       "无",  "chen", "[a,b]", "3",     "/x"};
        return values[below(values.size())];
    }
    std::string plain_value() {
        static const std::array<std::string, 8> values{"你好", "5-601", "13800008000", "yes",
                                                       "昨天", "ts-1",  "phone",       "2"};
        return values[below(values.size())];
    }
    std::size_t below(std::size_t end) { return random_() % end; }

  private:
    std::mt19937 random_{20261130};
};

std::string name_of(const Verb& verb, Chance& chance) {
    std::vector<std::string> names;
    for_each_option(verb, [&](const Option& option) { names.emplace_back(option.name); });
    auto name = names[chance.below(names.size())];
    if (chance.below(40) == 0) name.pop_back();
    return "--" + name;
}

}  // namespace

TEST_CASE("plain words are sorted as CLI11 sorts them") {
    Chance chance;
    std::size_t plain = 0;
    std::size_t tried = 0;
    const int rounds = testing::trials(60, 6);
    for_each_verb([&](const Verb& verb) {
        for (int round = 0; round < rounds; ++round) {
            Words words{std::string(verb.noun)};
            if (!verb.verb.empty()) words.emplace_back(verb.verb);
            const auto first = words.size();
            const bool any = round % 3 == 0;
            for (auto count = chance.below(6); count > 0; --count) {
                const auto value = [&] { return any ? chance.value() : chance.plain_value(); };
                if (chance.below(5) != 0) words.push_back(name_of(verb, chance));
                if (chance.below(8) != 0) words.push_back(value());
            }
            // Whatever is read from standard input or stands behind it is not what this is about.
            if (std::ranges::find(words, "--") != words.end()) continue;
            CAPTURE(words);
            auto with_end = words;
            with_end.emplace_back("--");
            REQUIRE_EQ(told(read_words(words, false)), told(read_words(with_end, false)));
            ++tried;
            plain +=
                sort_plain_words(
                    verb, Words(words.begin() + static_cast<std::ptrdiff_t>(first), words.end()))
                    ? 1U
                    : 0U;
        }
    });
    CHECK_GT(tried, 5'000 / 60 * rounds);
    CHECK_GT(plain, tried / 4);
}

TEST_CASE("what asks for a second look is not sorted here") {
    const auto& verb = *find_verb("complaint", "add");
    const auto is_sorted = [&](const Words& words) {
        return sort_plain_words(verb, words).has_value();
    };
    CHECK(is_sorted({"--text", "灯坏了", "--quiet", "--unit", "5-601"}));
    CHECK_FALSE(is_sorted({"--text"}));
    CHECK_FALSE(is_sorted({"--text", "--unit", "5-601"}));
    CHECK_FALSE(is_sorted({"--text", "-"}));
    CHECK_FALSE(is_sorted({"--text=灯坏了"}));
    CHECK_FALSE(is_sorted({"--txet", "灯坏了"}));
    CHECK_FALSE(is_sorted({"--text", "{}"}));
    CHECK_FALSE(is_sorted({"--at", "昨天", "18:30"}));
    CHECK(is_sorted({"--at", "昨天", "--text", "18:30"}));
    CHECK_FALSE(is_sorted({"--", "灯坏了"}));
}

}  // namespace huiyin::cli
