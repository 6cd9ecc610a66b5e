#include "completion.hpp"

#include <algorithm>
#include <set>

#include "candidates.hpp"
#include "chinese_wording.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/chapters.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Language;
using Words = std::vector<std::string>;

constexpr std::string_view files = ":files\n";

/// The part of a list that is written, and the one being written.
struct ListEnd {
    std::string written;  ///< with its last comma
    std::string begun;
};
ListEnd end_of_list(const std::string& typed) {
    const auto comma = typed.rfind(',');
    if (comma == typed.npos) return {{}, typed};
    return {typed.substr(0, comma + 1), typed.substr(comma + 1)};
}

/// Numbers may be begun in small letters: `ts-` means `TS-`.
bool begins(const std::string& value, std::string_view begun) {
    if (value.size() < begun.size()) return false;
    return std::ranges::equal(begun, value.substr(0, begun.size()), [](char typed, char stands) {
        return typed == stands || (typed >= 'a' && typed <= 'z' && typed - 'a' + 'A' == stands);
    });
}

/// Whether somebody began it in Chinese: then they are offered Chinese names.
bool is_chinese(std::string_view begun) {
    return std::ranges::any_of(begun, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// A line as far as it is typed: which command, which options it has, what is being typed now.
class UnfinishedLine {
  public:
    UnfinishedLine(const Words& words, gate::Reading* reading, Language language)
        : reading_(reading), language_(language), current_(words.empty() ? "" : words.back()) {
        for (std::size_t index = 0; index + 1 < words.size(); ++index)
            pass(words[index]);
    }

    std::string completions() {
        const auto equals = current_.find('=');
        if (awaited_ != nullptr) {
            offer_values(Place::of(any_verb(), *awaited_), "", current_);
        } else if (!only_operands_ && current_.starts_with("--") && equals != current_.npos) {
            if (const auto* option = known_option(current_.substr(2, equals - 2)))
                offer_values(Place::of(any_verb(), *option), current_.substr(0, equals + 1),
                             current_.substr(equals + 1));
        } else if (!only_operands_ && current_.starts_with("-")) {
            offer_options();
        } else {
            offer_words();
        }
        return std::move(text_);
    }

  private:
    void pass(const std::string& word) {
        if (awaited_ == nullptr && is_chinese(word.substr(0, word.find('='))))
            typed_in_chinese_ = true;
        if (awaited_ != nullptr) {
            awaited_ = nullptr;
        } else if (word == "--") {
            only_operands_ = true;
        } else if (!only_operands_ && word.starts_with("--")) {
            const auto name = word.substr(2, word.find('=') - 2);
            const auto* option = known_option(name);
            used_.insert(option != nullptr ? std::string(option->name) : name);
            if (option != nullptr && option->takes != Takes::nothing && word.find('=') == word.npos)
                awaited_ = option;
        } else {
            pass_plain(word);
        }
    }

    void pass_plain(const std::string& word) {
        if (noun_.empty()) {
            noun_ = is_noun(word) ? word : noun_called(word).value_or(word);
            verb_ = find_verb(noun_, "");
        } else if (const auto* named = find_verb(noun_, verb_called(noun_, word).value_or(word));
                   named != nullptr && !verb_named_ && operands_.empty()) {
            verb_ = named;
            verb_named_ = true;
        } else {
            operands_.push_back(word);
        }
    }

    const Option* known_option(std::string_view name) const {
        if (verb_ != nullptr) {
            const auto* option = find_option(*verb_, name);
            const auto called = option == nullptr ? option_called(*verb_, name) : std::nullopt;
            return called ? find_option(*verb_, *called) : option;
        }
        name = common_option_called(name).value_or(name);
        const auto options = common_options();
        const auto found = std::ranges::find(options, name, &Option::name);
        return found == options.end() ? nullptr : &*found;
    }

    /// A common option means the same with every command.
    const Verb& any_verb() const {
        return verb_ != nullptr ? *verb_ : command_table().front().front();
    }

    /// Whether what comes next is offered in Chinese: it was begun so, or the line was, and nothing
    /// of the word is typed yet.
    bool goes_on_in_chinese(std::string_view begun) const {
        return is_chinese(begun) || (typed_in_chinese_ && (begun.empty() || begun == "--"));
    }

    /// One of a name in English or, where the line goes on so, in Chinese.
    void offer_named(std::string value, std::string_view zh, std::string_view about) {
        if (goes_on_in_chinese(current_) && !zh.empty())
            value = (value.starts_with("--") ? "--" : "") + std::string(zh);
        offer(value, current_, about);
    }

    void offer(const std::string& value, std::string_view begun, std::string_view about) {
        if (!begins(value, begun)) return;
        text_ += lead_ + value;
        if (!about.empty()) text_.append("\t").append(base::escape_terminal(about, false));
        text_ += "\n";
    }

    void offer_values(const Place& place, const std::string& lead, const std::string& typed) {
        if (place.takes == Takes::file) {
            text_ = files;
            return;
        }
        lead_ = lead;
        if (!is_list(place.takes)) {
            for (const auto& one : candidates(place, typed, reading_, language_))
                offer_value(place, one, typed);
            return;
        }
        const auto [written, begun] = end_of_list(typed);
        const auto before = base::split_list(written);
        lead_ += written;
        for (const auto& one : candidates(place, begun, reading_, language_))
            if (std::ranges::find(before, one.value) == before.end())
                offer_value(place, one, begun);
    }

    /// By what it means, where that was begun; a listed word by its name in a line that goes on in
    /// Chinese.
    void offer_value(const Place& place, const Candidate& one, std::string_view begun) {
        const bool is_listed = place.takes == Takes::choice || place.takes == Takes::choices;
        if (is_listed && begun.empty() && goes_on_in_chinese(begun))
            offer(chinese_value({place.name, Takes::choice, place.form}, one.value), begun,
                  one.value);
        else if (is_chinese(begun) && one.about.starts_with(begun))
            offer(one.about.substr(0, one.about.find(' ')), begun, one.value);
        else
            offer(one.value, begun, one.about);
    }

    void offer_options() {
        const auto take = [&](const Option& option) {
            if (!used_.contains(std::string(option.name)))
                offer_named("--" + std::string(option.name),
                            verb_ != nullptr ? chinese_option(*verb_, option.name).zh : "",
                            option.help.in(language_));
        };
        if (verb_ != nullptr)
            for_each_option(*verb_, take);
        else
            std::ranges::for_each(common_options(), take);
    }

    void offer_words() {
        if (noun_.empty()) {
            offer_nouns();
            return;
        }
        if (!verb_named_ && operands_.empty())
            for_each_verb([&](const Verb& verb) {
                if (verb.noun == noun_ && !verb.verb.empty())
                    offer_named(std::string(verb.verb), chinese_verb(noun_, verb.verb).zh,
                                verb.help.in(language_));
            });
        if (verb_ != nullptr && operands_.size() < verb_->operands.size())
            offer_values(Place::of(*verb_, verb_->operands[operands_.size()],
                                   operands_.empty() ? "" : operands_.back()),
                         "", current_);
    }

    void offer_nouns() {
        for (const auto& chapter : chapters())
            for (const auto& noun : chapter.nouns)
                if (is_noun(noun.name))
                    offer_named(std::string(noun.name), chinese_noun(noun.name).zh,
                                about_noun(noun.name).in(language_));
    }

    gate::Reading* reading_;
    Language language_;
    std::string current_;
    std::string noun_;
    const Verb* verb_ = nullptr;
    bool verb_named_ = false;
    Words operands_;
    std::set<std::string> used_;
    const Option* awaited_ = nullptr;  ///< whose value comes next
    bool only_operands_ = false;
    bool typed_in_chinese_ = false;
    std::string lead_;  ///< what stands before each value in the same word
    std::string text_;
};

}  // namespace

std::string completions(const Words& words, gate::Reading* reading, Language language) {
    return UnfinishedLine(words, reading, language).completions();
}

}  // namespace huiyin::cli
