#include "huiyin/cli/chinese_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "every_verb.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/cli/command.hpp"

namespace huiyin::cli {
namespace {

template <typename Visit>
void for_each_option(const Verb& verb, Visit visit) {
    std::ranges::for_each(verb.options, visit);
    if (std::holds_alternative<Record>(verb.action))
        std::ranges::for_each(provenance_options(), visit);
    std::ranges::for_each(common_options(), visit);
}

bool is_choice(const Option& option) {
    return option.takes == Takes::choice || option.takes == Takes::choices;
}

std::vector<std::string> words_of(std::string_view list) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= list.size();) {
        const auto end = std::min(list.find_first_of("|,", at), list.size());
        words.emplace_back(list.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

TEST_CASE("every noun and verb has one Chinese name, and each names one of them") {
    std::map<std::string, std::set<std::string_view>> nouns;
    for_each_verb([&](const Verb& verb) {
        CAPTURE(verb.noun);
        CHECK_FALSE(chinese_noun(verb.noun).empty());
        for (const auto word : chinese_noun(verb.noun).all())
            nouns[std::string(word)].insert(verb.noun);
        if (verb.verb.empty()) return;
        CAPTURE(verb.verb);
        CHECK_FALSE(chinese_verb(verb.noun, verb.verb).empty());
    });
    for (const auto& [word, meant] : nouns) {
        CAPTURE(word);
        CHECK(meant.size() == 1);
        CHECK(noun_called(word) == *meant.begin());
    }
    for_each_verb([&](const Verb& verb) {
        for_each_verb([&](const Verb& other) {
            if (verb.noun != other.noun || verb.verb >= other.verb || verb.verb.empty()) return;
            CAPTURE(verb.noun);
            CAPTURE(verb.verb);
            CAPTURE(other.verb);
            for (const auto word : chinese_verb(verb.noun, verb.verb).all()) {
                CAPTURE(word);
                CHECK_FALSE(chinese_verb(other.noun, other.verb).is(word));
            }
        });
    });
}

TEST_CASE("every option has one Chinese name in its place, and no name stands for two") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(verb.noun);
        CAPTURE(verb.verb);
        std::map<std::string, std::string> named;
        for_each_option(verb, [&](const Option& option) {
            CAPTURE(option.name);
            const auto name = chinese_option(verb, option.name);
            CHECK_FALSE(name.empty());
            const auto [first, is_new] = named.emplace(name.zh, option.name);
            CAPTURE(name.zh);
            CAPTURE(first->second);
            CHECK(is_new);
            CHECK(option_called(verb, name.zh) == option.name);
        });
    });
}

TEST_CASE("what else is said for an option is said for no other one") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(verb.noun);
        CAPTURE(verb.verb);
        std::map<std::string, std::string> said;
        std::set<std::string> names;
        for_each_option(verb, [&](const Option& option) {
            names.emplace(chinese_option(verb, option.name).zh);
        });
        for_each_option(verb, [&](const Option& option) {
            for (const auto word : chinese_option(verb, option.name).all()) {
                // A name comes before what is only said for another.
                if (names.contains(std::string(word))) continue;
                CAPTURE(word);
                const auto [first, is_new] = said.emplace(word, option.name);
                CAPTURE(first->second);
                CAPTURE(option.name);
                CHECK(is_new);
            }
        });
    });
}

TEST_CASE("every listed value means one thing in its place, and can be typed as it is called") {
    static const std::set<std::string> as_they_are{"json", "csv", "md", "zh"};
    for_each_verb([](const Verb& verb) {
        CAPTURE(verb.noun);
        CAPTURE(verb.verb);
        for_each_option(verb, [&](const Option& option) {
            if (!is_choice(option)) return;
            CAPTURE(option.name);
            std::set<std::string> meanings;
            for (const auto& word : words_of(option.value)) {
                CAPTURE(word);
                if (as_they_are.contains(word)) continue;
                const auto zh = std::string(meaning_of_choice(option.name, option.value, word).zh);
                CHECK_FALSE(zh.empty());
                CHECK(meanings.insert(zh).second);
                CHECK(choice_called(option.name, option.value, zh) == word);
            }
        });
    });
}

TEST_CASE("a line in Chinese is the line in English") {
    const auto read = [](std::string_view line) {
        std::string joined;
        for (const auto& word : in_english(base::shell_words(line)))
            joined += (joined.empty() ? "" : " ") + word;
        return joined;
    };
    CHECK(read("投诉 登记 --方式 电话 --房号 3-502 --内容 —吵") ==
          "complaint add --channel 电话 --unit 3-502 --text —吵");
    CHECK(read("投诉登记 --方式=电话") == "complaint add --channel=电话");
    CHECK(read("complaint add —channel phone") == "complaint add --channel phone");
    CHECK(read("ＣＯＭＰＬＡＩＮＴ add －－text 内容 ——unit 1-1") ==
          "complaint add --text 内容 --unit 1-1");
    CHECK(read("--操作人 陈静 投诉 列表 --在办") == "--as 陈静 complaint list --open");
    CHECK(read("概况") == "status");
    CHECK(read("值班 记事 投诉") == "duty log 投诉");
    CHECK(read("查找 投诉") == "search 投诉");
    CHECK(read("duty log -- --内容") == "duty log -- --内容");
    CHECK(read("complaint add --text --内容 x") == "complaint add --text --text x");
}

}  // namespace
}  // namespace huiyin::cli
