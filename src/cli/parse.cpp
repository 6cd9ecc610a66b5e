#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>

#include "check_value.hpp"
#include "draft.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/common_options.hpp"
#include "plain_words.hpp"
#include "sheet_cell.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Problem;

namespace {

using Words = std::vector<std::string>;

/// At the end of an operand's name: it takes several words.
constexpr std::string_view and_more = "…";

/// No more than shows that it is too much.
std::string read_standard_input() {
    std::string text(4 * base::limits::text + 1, '\0');
    std::cin.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    return base::with_plain_line_ends(text);
}

/// The one way in for what people type, on a line or in a cell.
void accept(Draft& draft, const Slot& slot, const std::string& shown, std::string value) {
    draft.seen.insert(std::string(slot.name));
    if (is_left_out(slot, value)) {
        const bool is_of_resident = slot.takes != Takes::words || slot.name == "from";
        if (draft.arguments.verb().clears && is_of_resident)
            return draft.arguments.set(slot.name, std::move(value));
        return draft.arguments.leave_out(slot.name, value);
    }
    if (auto problem = value_problem(shown, slot, value)) {
        draft.problems.push_back(std::move(*problem));
        draft.unreadable.insert(std::string(slot.name));
    }
    if (slot.takes != Takes::nothing || is_flag_given(value).value_or(true))
        draft.arguments.set(slot.name, std::move(value));
}

/// Some options of a verb, as CLI11 knows them. Telling it of an option takes longer than its
/// reading of one: so it is told of those that were typed, and of the same ones once, as a batch
/// types them.
class WordReader {
  public:
    using Given = std::vector<std::pair<const Option*, Words>>;

    static WordReader& of(const Verb& verb, const std::vector<const Option*>& typed) {
        thread_local std::map<std::pair<const Verb*, std::vector<const Option*>>,
                              std::unique_ptr<WordReader>>
            known;
        constexpr std::size_t most = 64;
        if (known.size() >= most) known.clear();
        auto& reader = known[{&verb, typed}];
        // CLI11 keeps the order of all options that it ever read.
        constexpr std::size_t most_reads = 1'000;
        if (!reader || reader->reads_ == most_reads)
            reader = std::make_unique<WordReader>(verb, typed);
        return *reader;
    }

    WordReader(const Verb& verb, const std::vector<const Option*>& typed) {
        app_.set_help_flag();
        app_.allow_extras();
        for_each_option(verb, [&](const Option& option) {
            if (std::ranges::find(typed, &option) == typed.end()) return;
            auto& one = options_.emplace_back(&option, nullptr, Words{});
            const auto name = "--" + std::string(option.name);
            if (option.takes == Takes::nothing)
                one.as_told =
                    app_.add_flag(name)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
            else
                one.as_told = app_.add_option(name, one.values)
                                  ->allow_extra_args(false)
                                  ->expected(1)
                                  ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        });
    }

    /// What stands behind each option, in the table's order. Takes the words in reverse. Throws
    /// CLI::ParseError.
    Given read(Words reversed) {
        ++reads_;
        for (auto& one : options_)
            one.values.clear();
        app_.parse(reversed);
        Given given;
        for (const auto& one : options_) {
            const bool is_flag = one.option->takes == Takes::nothing && one.as_told->count() > 0;
            given.emplace_back(one.option, is_flag ? Words{"yes"} : one.values);
        }
        return given;
    }
    /// The words that belong to no option.
    Words rest() const { return app_.remaining(); }

  private:
    struct Told {
        const Option* option;
        CLI::Option* as_told;
        Words values;
    };

    CLI::App app_;
    std::list<Told> options_;  ///< CLI11 keeps the places of their values
    std::size_t reads_ = 0;
};

/// CLI11 takes an option that follows another as its value, and stumbles over a bare `--`; so both
/// are looked at before it sees the words.
class Parser {
  public:
    Parser(const Verb& verb, bool stdin_allowed)
        : verb_(verb), stdin_allowed_(stdin_allowed), draft_{Arguments(verb)} {}

    Draft read(Words words) {
        if (auto plain = sort_plain_words(verb_, words)) {
            given_ = std::move(plain->given);
            operands_ = std::move(plain->operands);
            take_options();
            take_operands(operands_.size());
            return std::move(draft_);
        }
        const auto separator = std::ranges::find(words, "--");
        if (separator != words.end()) {
            operands_.assign(std::next(separator), words.end());
            words.erase(separator, words.end());
        }
        const auto after_separator = operands_.size();
        join_days_with_clocks(words);
        take_out_misspelt_options(words);
        drop_options_without_value(words);
        take_out_flags_with_a_value(words);
        run_cli11(std::move(words));
        take_options();
        take_operands(operands_.size() - after_separator);
        return std::move(draft_);
    }

  private:
    /// `--at 昨天 18:30`, typed without quotes.
    void join_days_with_clocks(Words& words) const {
        const auto reads = [](const std::string& text) {
            try {
                base::parse_time(text);
                return true;
            } catch (const Failure&) {
                return false;
            }
        };
        const auto has_clock = [](const std::string& word) {
            return std::ranges::any_of(std::array{":", "：", "点"}, [&](const char* mark) {
                return word.find(mark) != std::string::npos;
            });
        };
        for (std::size_t index = 0; index + 2 < words.size(); ++index) {
            if (!has_clock(words[index + 2])) continue;
            const auto* option = option_named_by(words[index]);
            if (option == nullptr || words[index].find('=') != std::string::npos) continue;
            const bool is_time = option->takes == Takes::time || option->takes == Takes::later ||
                                 option->takes == Takes::bound;
            auto& day = words[index + 1];
            const auto& clock = words[index + 2];
            if (!is_time || reads(day) || !reads(day + " " + clock)) continue;
            day.append(" ").append(clock);
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(index) + 2);
        }
    }

    void drop_options_without_value(Words& words) {
        for (std::size_t index = 0; index < words.size();) {
            const auto* option = option_named_by(words[index]);
            const bool needs_value = option != nullptr && option->takes != Takes::nothing &&
                                     words[index].find('=') == std::string::npos;
            const bool has_value = needs_value && index + 1 < words.size() &&
                                   option_named_by(words[index + 1]) == nullptr;
            if (needs_value && !has_value) {
                draft_.problems.push_back(
                    {compose({"--{} 后面缺少内容", "--{} needs a value"}, option->name),
                     compose({"写作 --{} {}", "write --{} {}"}, option->name,
                             placeholder(*option))});
                draft_.seen.insert(std::string(option->name));
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
            draft_.problems.push_back(unknown_option(verb_, words[index]));
            draft_.seen.insert(std::string(meant->name));
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(index);
            words.erase(first, first + (has_value ? 2 : 1));
        }
    }

    /// The nearest option to one that there is not.
    const Option* option_meant_by(const std::string& word) const {
        if (!word.starts_with("--") || option_named_by(word) != nullptr) return nullptr;
        // A decision takes no --by: its value is no word too many.
        const auto name = std::string_view(word).substr(2, word.find('=') - 2);
        for (const auto& one : provenance_options())
            if (one.name == name) return &one;
        const auto near = nearest_option(verb_, word);
        return near ? find_option(verb_, std::string_view(*near).substr(2)) : nullptr;
    }

    const Option* option_named_by(const std::string& word) const {
        if (!word.starts_with("--")) return nullptr;
        return find_option(verb_, std::string_view(word).substr(2, word.find('=') - 2));
    }

    void run_cli11(Words words) {
        std::vector<const Option*> typed;
        for (const auto& word : words)
            if (const auto* option = option_named_by(word);
                option != nullptr && std::ranges::find(typed, option) == typed.end())
                typed.push_back(option);
        auto& reader = WordReader::of(verb_, typed);
        try {
            std::ranges::reverse(words);
            std::ranges::move(reader.read(std::move(words)), std::back_inserter(given_));
        } catch (const CLI::ParseError& error) {
            draft_.problems.push_back({{error.what(), error.what()}, {}});
        }
        const auto rest = reader.rest();
        operands_.insert(operands_.begin(), rest.begin(), rest.end());
    }

    void take_options() {
        for (auto& [option, values] : given_) {
            if (values.size() > 1)
                draft_.problems.push_back({compose({"--{} 写了 {} 次", "--{} was given {} times"},
                                                   option->name, values.size()),
                                           base::Label{"只写一次", "give it once"}});
            if (values.empty()) continue;
            take(slot_of(*option), "--" + std::string(option->name), std::move(values.front()));
        }
    }

    /// What stands behind `--` is no option, whatever it begins with: -1层水泵房. The first
    /// `before_separator` words stand before it.
    void take_operands(std::size_t before_separator) {
        std::size_t next = 0;
        bool unknown = false;
        for (std::size_t index = 0; index < operands_.size(); ++index) {
            auto& word = operands_[index];
            if (index < before_separator && word.starts_with("-") && word.size() > 1) {
                draft_.problems.push_back(unknown_option(verb_, word));
                unknown = true;
            } else if (next < verb_.operands.size()) {
                const auto& operand = verb_.operands[next++];
                take(slot_of(operand), std::string(operand.name), std::move(word));
            } else if (next > 0 && verb_.operands[next - 1].name.ends_with(and_more)) {
                // Several files: each is checked by itself, and they are handed on by line.
                const auto& operand = verb_.operands[next - 1];
                const auto* before = draft_.arguments.find(operand.name);
                const auto others = before != nullptr ? *before + "\n" : std::string{};
                take(slot_of(operand), std::string(operand.name), std::move(word));
                if (const auto* last = draft_.arguments.find(operand.name))
                    draft_.arguments.set(operand.name, others + *last);
            } else if (!unknown)  // What follows an option that there is not is likely its value.
                draft_.problems.push_back(
                    {compose({"多余的参数「{}」", "unexpected argument: '{}'"}, word),
                     base::Label{"含空格的内容请加引号", "quote text that contains spaces"}});
        }
    }

    void take(const Slot& slot, const std::string& shown, std::string value) {
        // Of a contact `-` says that there is none, but where it names whom to erase: nobody else
        // is to read that off the machine's list of processes.
        const bool is_contact = slot.takes == Takes::phone || names_a_person(slot);
        const bool is_text = is_contact ? verb_.erases : slot.takes == Takes::words;
        if (is_text && value == "-" && stdin_allowed_) value = read_standard_input();
        accept(draft_, slot, shown, as_kept(slot, std::move(value)));
    }

    const Verb& verb_;
    bool stdin_allowed_;
    Words operands_;
    std::vector<std::pair<const Option*, Words>> given_;
    Draft draft_;
};

}  // namespace

Draft read_words(const Words& typed, bool stdin_allowed) {
    const auto named = find_command(typed);
    Words rest;
    std::size_t skipped = 0;
    // The command's own words come first among those that are no options.
    for (std::size_t index = 0; index < typed.size(); ++index) {
        if (typed[index] == "--") {
            rest.insert(rest.end(), typed.begin() + static_cast<std::ptrdiff_t>(index),
                        typed.end());
            break;
        }
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
    if (draft.arguments.has(option_name(&ProvenanceOptions::edit)) && draft.problems.empty())
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
    Draft draft{Arguments(verb)};
    for (const auto& [name, typed] : cells) {
        const auto slot = find_slot(verb, name);
        if (!slot) {
            draft.problems.push_back(unknown_option(verb, "--" + name));
            continue;
        }
        auto value = as_kept(*slot, as_meant(slot->takes, typed));
        if (auto problem = sheet_word_problem(name, value)) {
            draft.seen.insert(name);
            draft.problems.push_back(std::move(*problem));
        } else if (!value.empty()) {
            accept(draft, *slot, name, std::move(value));
        }
    }
    return finished(std::move(draft));
}

}  // namespace huiyin::cli
