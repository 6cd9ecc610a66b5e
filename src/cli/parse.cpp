#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <list>

#include "check_value.hpp"
#include "draft.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Problem;

namespace {

using Words = std::vector<std::string>;

/// No more than shows that it is too much.
std::string read_standard_input() {
    std::string text(4 * base::limits::text + 1, '\0');
    std::cin.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    return base::with_plain_line_ends(text);
}

/// CLI11 takes an option that follows another as its value, and stumbles over a bare `--`; so both
/// are looked at before it sees the words.
class Parser {
  public:
    Parser(const Verb& verb, bool stdin_allowed) : verb_(verb), stdin_allowed_(stdin_allowed) {}

    Draft read(Words words) {
        const auto separator = std::ranges::find(words, "--");
        if (separator != words.end()) {
            operands_.assign(std::next(separator), words.end());
            words.erase(separator, words.end());
        }
        take_out_misspelt_options(words);
        drop_options_without_value(words);
        take_out_flags_with_a_value(words);
        run_cli11(std::move(words));
        Arguments arguments(verb_);
        take_options(arguments);
        take_operands(arguments);
        return {std::move(arguments), std::move(seen_), std::move(problems_)};
    }

  private:
    void drop_options_without_value(Words& words) {
        for (std::size_t index = 0; index < words.size();) {
            const auto* option = option_named_by(words[index]);
            const bool needs_value = option != nullptr && option->takes != Takes::nothing &&
                                     words[index].find('=') == std::string::npos;
            const bool has_value = needs_value && index + 1 < words.size() &&
                                   option_named_by(words[index + 1]) == nullptr;
            if (needs_value && !has_value) {
                problems_.push_back(
                    {compose({"--{} 后面缺少内容", "--{} lacks its value"}, option->name),
                     compose({"写作 --{} {}", "write --{} {}"}, option->name,
                             placeholder(*option))});
                seen_.insert(std::string(option->name));
                words.erase(words.begin() + static_cast<std::ptrdiff_t>(index));
            } else {
                index += has_value ? 2 : 1;
            }
        }
    }

    /// `--urgent=no`: CLI11 counts it as given.
    void take_out_flags_with_a_value(Words& words) {
        std::erase_if(words, [&](const std::string& word) {
            const auto equals = word.find('=');
            const auto* option = equals == word.npos ? nullptr : option_named_by(word);
            if (option == nullptr || option->takes != Takes::nothing) return false;
            given_.emplace_back(option, Words{word.substr(equals + 1)});
            return true;
        });
    }

    /// With the value that follows, where the option that was meant takes one: told once, not again
    /// as a word too many and as an option that is missing.
    void take_out_misspelt_options(Words& words) {
        for (std::size_t index = 0; index < words.size();) {
            const auto* meant = option_meant_by(words[index]);
            if (meant == nullptr) {
                ++index;
                continue;
            }
            const bool has_value = meant->takes != Takes::nothing &&
                                   words[index].find('=') == std::string::npos &&
                                   index + 1 < words.size() && !words[index + 1].starts_with("--");
            problems_.push_back(unknown_option(verb_, words[index]));
            seen_.insert(std::string(meant->name));
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(index);
            words.erase(first, first + (has_value ? 2 : 1));
        }
    }

    /// The nearest option to one that there is not.
    const Option* option_meant_by(const std::string& word) const {
        if (!word.starts_with("--") || option_named_by(word) != nullptr) return nullptr;
        const auto near = nearest_option(verb_, word);
        return near ? find_option(verb_, std::string_view(*near).substr(2)) : nullptr;
    }

    const Option* option_named_by(const std::string& word) const {
        if (!word.starts_with("--")) return nullptr;
        return find_option(verb_, std::string_view(word).substr(2, word.find('=') - 2));
    }

    void run_cli11(Words words) {
        CLI::App app;
        app.set_help_flag();
        app.allow_extras();
        std::set<const Option*> typed;
        for (const auto& word : words)
            typed.insert(option_named_by(word));
        std::list<std::pair<const Option*, Words>> found;
        for_each_option(verb_, [&](const Option& option) {
            // Telling CLI11 of options takes longer than its reading of them.
            if (!typed.contains(&option)) return;
            auto& [known, values] = found.emplace_back(&option, Words{});
            const auto name = "--" + std::string(option.name);
            if (option.takes == Takes::nothing)
                app.add_flag(name)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
            else
                app.add_option(name, values)
                    ->allow_extra_args(false)
                    ->expected(1)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        });
        try {
            std::ranges::reverse(words);
            app.parse(words);
        } catch (const CLI::ParseError& error) {
            problems_.push_back({{error.what(), error.what()}, {}});
        }
        for (auto& [option, values] : found) {
            if (option->takes == Takes::nothing && app.count("--" + std::string(option->name)) > 0)
                values = {"yes"};
            given_.emplace_back(option, std::move(values));
        }
        const auto rest = app.remaining();
        operands_.insert(operands_.begin(), rest.begin(), rest.end());
    }

    void take_options(Arguments& arguments) {
        for (auto& [option, values] : given_) {
            if (values.size() > 1)
                problems_.push_back({compose({"--{} 写了 {} 次", "--{} was given {} times"},
                                             option->name, values.size()),
                                     base::Label{"只写一次", "give it once"}});
            if (values.empty()) continue;
            take(arguments, option->name, "--" + std::string(option->name), option->takes,
                 placeholder(*option), std::move(values.front()));
        }
    }

    void take_operands(Arguments& arguments) {
        std::size_t next = 0;
        for (auto& word : operands_) {
            if (word.starts_with("-") && word.size() > 1)
                problems_.push_back(unknown_option(verb_, word));
            else if (next < verb_.operands.size()) {
                const auto& operand = verb_.operands[next++];
                take(arguments, operand.name, std::string(operand.name), operand.takes,
                     operand.name, std::move(word));
            } else
                problems_.push_back(
                    {compose({"多余的参数「{}」", "one word too many: '{}'"}, word),
                     base::Label{"含空格的内容请加引号", "quote text that has blanks in it"}});
        }
    }

    void take(Arguments& arguments, std::string_view name, const std::string& shown, Takes takes,
              std::string_view value_form, std::string value) {
        seen_.insert(std::string(name));
        if (takes == Takes::words && value == "-" && stdin_allowed_) value = read_standard_input();
        value = as_kept(takes, value_form, std::move(value));
        if (const auto problem = value_problem(shown, takes, value_form, value))
            problems_.push_back(*problem);
        if (takes != Takes::nothing || is_flag_given(value).value_or(true))
            arguments.set(name, std::move(value));
    }

    const Verb& verb_;
    bool stdin_allowed_;
    Words operands_;
    std::vector<std::pair<const Option*, Words>> given_;
    std::set<std::string> seen_;
    std::vector<Problem> problems_;
};

}  // namespace

Draft read_words(const Words& typed, bool stdin_allowed) {
    const auto named = find_command(typed);
    Words rest;
    std::size_t skipped = 0;
    // The command's own words come first among those that are no options.
    for (std::size_t index = 0; index < typed.size(); ++index) {
        const bool is_option = typed[index].starts_with("-");
        if (!is_option && skipped < named.words) {
            ++skipped;
            continue;
        }
        rest.push_back(typed[index]);
        if (is_option && skipped < named.words && common_option_takes_value(typed[index]) &&
            index + 1 < typed.size())
            rest.push_back(typed[++index]);
    }
    return Parser(*named.verb, stdin_allowed).read(std::move(rest));
}

Arguments finished(Draft draft) {
    if (draft.arguments.has("edit") && draft.problems.empty())
        draft.problems.push_back(
            {base::Label{"--edit 要在终端上用", "--edit needs a terminal"},
             base::Label{"直接写出内容,或用 - 从标准输入读",
                         "write the text itself, or - to read it from standard input"}});
    std::ranges::move(missing_or_contradictory(draft.arguments, draft.seen),
                      std::back_inserter(draft.problems));
    if (!draft.problems.empty()) throw Failure(Exit::usage, std::move(draft.problems));
    return std::move(draft.arguments);
}

Arguments parse(const Words& typed, bool stdin_allowed) {
    return finished(read_words(typed, stdin_allowed));
}

Arguments from_cells(const Verb& verb,
                     const std::vector<std::pair<std::string, std::string>>& cells) {
    Arguments arguments(verb);
    std::vector<Problem> problems;
    std::set<std::string> seen;
    for (auto [name, value] : cells) {
        const auto* option = find_option(verb, name);
        const auto operand = std::ranges::find(verb.operands, name, &Operand::name);
        const auto takes = option != nullptr ? option->takes : operand->takes;
        const auto form = option != nullptr ? placeholder(*option) : std::string(operand->name);
        value = as_kept(takes, form, std::move(value));
        if (value.empty()) continue;
        seen.insert(name);
        if (takes == Takes::nothing && !is_flag_given(value).value_or(true)) continue;
        if (const auto problem = value_problem(name, takes, form, value))
            problems.push_back(*problem);
        arguments.set(name, value);
    }
    for (auto& problem : missing_or_contradictory(arguments, seen))
        problems.push_back(std::move(problem));
    if (!problems.empty()) throw Failure(Exit::usage, problems);
    return arguments;
}

}  // namespace huiyin::cli
