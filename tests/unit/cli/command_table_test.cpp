#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "every_verb.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chapters.hpp"
#include "huiyin/cli/command.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/rulebook/clauses.hpp"

namespace huiyin::cli {
namespace {

std::string name_of(const Verb& verb) {
    return std::string(verb.noun) + " " + std::string(verb.verb);
}

TEST_CASE("every command stands in the table once") {
    std::set<std::string> seen;
    for_each_verb([&](const Verb& verb) {
        CAPTURE(name_of(verb));
        CHECK(seen.insert(name_of(verb)).second);
    });
}

TEST_CASE("no command understands an option in two ways") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        std::set<std::string_view> seen;
        const auto take = [&](std::span<const Option> options) {
            for (const auto& option : options) {
                CAPTURE(option.name);
                CHECK(seen.insert(option.name).second);
            }
        };
        take(verb.options);
        if (std::holds_alternative<Record>(verb.action)) take(provenance_options());
        take(common_options());
    });
}

TEST_CASE("every command and option is explained in both languages") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        CHECK_FALSE(verb.help.zh.empty());
        CHECK_FALSE(verb.help.en.empty());
        for (const auto& option : verb.options) {
            CAPTURE(option.name);
            CHECK_FALSE(option.help.zh.empty());
            CHECK_FALSE(option.help.en.empty());
        }
    });
}

TEST_CASE("every command names its clauses one by one, and each exists") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        CHECK(verb.clause.find("–") == std::string_view::npos);
        for (const auto& id : rulebook::clauses_of(verb.clause)) {
            CAPTURE(id);
            CHECK(rulebook::is_clause(id));
        }
    });
}

TEST_CASE("every choice names its choices") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        for (const auto& option : verb.options)
            if (option.takes == Takes::choice || option.takes == Takes::choices)
                CHECK_FALSE(option.value.empty());
    });
}

TEST_CASE("every command has an example, and it can be typed") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        CAPTURE(verb.example);
        // What a shell redirects is none of the command's words.
        auto words = base::shell_words(verb.example.substr(0, verb.example.find(" <")));
        REQUIRE(words.size() > 1);
        CHECK(words.front() == "huiyin");
        words.erase(words.begin());
        CHECK(&parse(words, false).verb() == &verb);
    });
}

TEST_CASE("every noun stands in one chapter of help and is explained in both languages") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(verb.noun);
        int places = 0;
        for (const auto& chapter : chapters())
            places += static_cast<int>(std::ranges::count(chapter.nouns, verb.noun, &Noun::name));
        CHECK(places == 1);
        CHECK_FALSE(about_noun(verb.noun).zh.empty());
        CHECK_FALSE(about_noun(verb.noun).en.empty());
    });
}

TEST_CASE(
    "an option a rule wants is not required by the parser, and depends on options there are") {
    for_each_verb([](const Verb& verb) {
        CAPTURE(name_of(verb));
        const auto known = [&](std::string_view name) {
            return name.empty() ||
                   std::ranges::find(verb.options, name, &Option::name) != verb.options.end();
        };
        for (const auto& option : verb.options) {
            if (!option.wanted) continue;
            CAPTURE(option.name);
            CHECK_FALSE(option.required);
            CHECK(known(option.wanted->option));
            CHECK(known(option.wanted->unless));
        }
    });
}

/// The verb that records a kind of step on a kind of matter; nothing where it is never done on one.
const Verb* recording_verb(const records::StepKind& step, const records::MatterKindName& matter) {
    std::string command(step.word == "add" ? matter.opening : step.command);
    if (const auto at = command.find("{}"); at != std::string::npos)
        command.replace(at, 2, matter.word);
    for (const auto& noun : command_table())
        for (const auto& verb : noun)
            if (base::trimmed(name_of(verb)) == command) return &verb;
    return nullptr;
}

TEST_CASE("every kind of step is recorded by a command, which takes what the step says") {
    for (const auto& step : records::step_kinds()) {
        CAPTURE(step.word);
        if (step.command.empty()) {
            // What rules call something that is no step.
            CHECK((step.word == "letter" || step.word == "deed"));
            continue;
        }
        bool recorded = false;
        for (const auto& matter : records::matter_kinds()) {
            const auto* verb = recording_verb(step, matter);
            if (verb == nullptr) continue;
            recorded = true;
            CAPTURE(name_of(*verb));
            CHECK(std::holds_alternative<Record>(verb->action));
            // Each kind of matter is received with options of its own.
            if (step.word == "add") continue;
            for (const auto& typed : {step.typed.text, step.typed.to, step.typed.method}) {
                if (typed.empty()) continue;
                CAPTURE(typed.option);
                const bool known = std::ranges::find(verb->options, typed.option, &Option::name) !=
                                       verb->options.end() ||
                                   std::ranges::find(verb->operands, typed.option,
                                                     &Operand::name) != verb->operands.end();
                CHECK(known);
            }
        }
        CHECK(recorded);
    }
}

TEST_CASE("every command that opens a kind of matter is one") {
    for (const auto& kind : records::matter_kinds()) {
        CAPTURE(kind.word);
        const auto* verb = recording_verb(*records::find_step_kind("add"), kind);
        REQUIRE(verb != nullptr);
        CHECK(std::holds_alternative<Record>(verb->action));
    }
}

TEST_CASE("every field that is corrected is one of amend's options") {
    const auto* amend = recording_verb(*records::find_step_kind("amend"), {});
    REQUIRE(amend != nullptr);
    for (const auto& field : records::fields()) {
        if (field.amend == records::Amend::nobody) continue;
        CAPTURE(field.of);
        CAPTURE(field.key);
        const auto option = std::ranges::find(amend->options, field.typed.option, &Option::name);
        REQUIRE(option != amend->options.end());
        CHECK((option->right == gate::Right::supervise) ==
              (field.amend == records::Amend::supervisor));
    }
}

}  // namespace
}  // namespace huiyin::cli
