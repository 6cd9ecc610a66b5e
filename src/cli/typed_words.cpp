#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "huiyin/base/fold.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using Words = std::vector<std::string>;

bool is_plain(char letter) {
    return static_cast<unsigned char>(letter) < 0x80 && !(letter >= 'A' && letter <= 'Z');
}

/// What an input method or a word processor makes of a dash, or of two.
constexpr std::array<std::string_view, 7> wide_dashes{"—", "–", "－", "−", "―", "‐", "‑"};

/// The bytes of the dashes that a word begins with.
std::size_t dashes_of(std::string_view word) {
    std::size_t size = 0;
    while (size < word.size()) {
        const auto rest = word.substr(size);
        if (rest.front() == '-') {
            ++size;
            continue;
        }
        const auto dash = std::ranges::find_if(
            wide_dashes, [&](std::string_view one) { return rest.starts_with(one); });
        if (dash == wide_dashes.end()) break;
        size += dash->size();
    }
    return size;
}

/// Whether a word is an option or begins as one that nobody types in English.
bool may_be_other_option(std::string_view word) {
    const auto dashes = dashes_of(word);
    if (dashes == 0 || dashes == word.size()) return false;
    const auto name = word.substr(dashes, word.find('=') - dashes);
    const bool usual = dashes == 2 && word.starts_with("--");
    return !usual || !std::ranges::all_of(name, is_plain);
}

/// Most lines have nothing of the kind, and pay no more than this.
bool all_in_english(const Words& words) {
    std::size_t plain_words = 0;
    bool is_value = false;
    for (const auto& word : words) {
        if (word == "--") break;
        // What stands behind a common option is its value: no word of the command.
        if (std::exchange(is_value, false) || word.empty()) continue;
        const bool dashed = word.front() == '-';
        if (may_be_other_option(word)) return false;
        if (dashed)
            is_value = plain_words < 2 && common_option_takes_value(word);
        else if (plain_words++ < 2 && !std::ranges::all_of(word, is_plain))
            return false;
    }
    return true;
}

/// An option with what stands behind its equals sign.
struct OptionWord {
    std::string name;
    std::string value;  ///< with the sign
};

class Line {
  public:
    explicit Line(Words words) : words_(std::move(words)) {
        end_ = static_cast<std::size_t>(std::ranges::find(words_, "--") - words_.begin());
    }

    Words in_english() {
        name_command();
        if (verb_ != nullptr || noun_ == npos) name_options();
        return std::move(words_);
    }

  private:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    /// The two words that name the command, wherever they stand among common options.
    void name_command() {
        for (std::size_t index = 0; index < end_; ++index) {
            auto& word = words_[index];
            if (dashes_of(word) > 0 && dashes_of(word) < word.size()) {
                if (const auto option = common_option(word)) {
                    word = "--" + option->name + option->value;
                    if (common_option_takes_value(word)) ++index;
                } else if (noun_ != npos) {
                    break;  // one of the command's own; what follows may be its value
                }
                continue;
            }
            if (noun_ == npos) {
                noun_ = index;
                name_noun(word, index);
            } else {
                name_verb(word);
                break;
            }
        }
        if (verb_ == nullptr && noun_ != npos) verb_ = find_verb(words_[noun_], "");
    }

    void name_noun(std::string& word, std::size_t index) {
        if (is_noun(word)) return;
        const auto folded = base::fold(word);
        if (is_noun(folded)) {
            word = folded;
        } else if (const auto called = noun_called(folded)) {
            word = *called;
        } else {
            divide(folded, index);
        }
    }

    /// 投诉登记 in one word, or 登记投诉.
    void divide(const std::string& folded, std::size_t index) {
        std::string noun;
        std::string verb;
        for_each_verb([&](const Verb& one) {
            if (!noun.empty() || one.verb.empty()) return;
            const auto names = chinese_noun(one.noun).all();
            const auto verbs = chinese_verb(one.noun, one.verb).all();
            for (const auto name : names)
                for (const auto does : verbs)
                    if (folded == std::string(name).append(does) ||
                        folded == std::string(does).append(name)) {
                        noun = one.noun;
                        verb = one.verb;
                    }
        });
        if (noun.empty()) return;
        words_[index] = noun;
        words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(index) + 1, verb);
        ++end_;
    }

    void name_verb(std::string& word) {
        const auto& noun = words_[noun_];
        const auto take = [&](std::string_view verb) {
            verb_ = find_verb(noun, verb);
            if (verb_ == nullptr) return false;
            word = verb;
            return true;
        };
        if (take(word) || take(base::fold(word))) return;
        if (const auto called = verb_called(noun, base::fold(word))) take(*called);
    }

    void name_options() {
        for (std::size_t index = 0; index < end_; ++index) {
            auto& word = words_[index];
            const auto option = own_option(word);
            if (!option) continue;
            word = "--" + option->name + option->value;
            const auto* known = verb_ != nullptr ? find_option(*verb_, option->name) : nullptr;
            const bool has_value = known != nullptr && known->takes != Takes::nothing &&
                                   option->value.empty() && index + 1 < end_;
            if (has_value && !own_option(words_[index + 1])) ++index;
        }
    }

    /// A word as an option: its dashes aside, its name by `called`, with what follows an equals
    /// sign of either width.
    template <typename Called>
    static std::optional<OptionWord> option_in(std::string_view word, Called called) {
        const auto dashes = dashes_of(word);
        if (dashes == 0 || dashes == word.size()) return {};
        const auto rest = word.substr(dashes);
        for (const std::string_view sign : {"=", "＝"}) {
            const auto at = rest.find(sign);
            if (at == rest.npos) continue;
            if (const auto name = called(rest.substr(0, at)))
                return OptionWord{std::string(*name),
                                  "=" + std::string(rest.substr(at + sign.size()))};
        }
        if (const auto name = called(rest)) return OptionWord{std::string(*name), {}};
        return {};
    }

    static std::optional<OptionWord> common_option(std::string_view word) {
        return option_in(word, [](std::string_view typed) -> std::optional<std::string> {
            const auto folded = base::fold(typed);
            if (is_common_option(folded)) return folded;
            if (const auto called = common_option_called(folded)) return std::string(*called);
            return {};
        });
    }

    std::optional<OptionWord> own_option(std::string_view word) const {
        if (verb_ == nullptr) return common_option(word);
        return option_in(word, [&](std::string_view typed) -> std::optional<std::string> {
            const auto folded = base::fold(typed);
            if (find_option(*verb_, folded) != nullptr) return folded;
            if (const auto called = option_called(*verb_, folded)) return std::string(*called);
            return {};
        });
    }

    Words words_;
    std::size_t end_;  ///< of what may be an option
    std::size_t noun_ = npos;
    const Verb* verb_ = nullptr;
};

}  // namespace

Words in_english(Words words) {
    if (all_in_english(words)) return words;
    return Line(std::move(words)).in_english();
}

}  // namespace huiyin::cli
