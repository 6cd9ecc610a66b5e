#include "chinese_wording.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "check_value.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/records/repair.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

bool is_of_a_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
}

/// The word that `rest` begins with, of small letters, figures and dashes.
std::string_view word_at(std::string_view rest) {
    const auto end = std::ranges::find_if_not(rest, is_of_a_word);
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

/// What stands for a value, longer ones first.
struct Placeholder {
    std::string_view en;
    std::string_view zh;
};
constexpr std::array placeholders{
    Placeholder{"TEXT", "内容"},     Placeholder{"NAME", "姓名"},
    Placeholder{"LOGIN", "登录名"},  Placeholder{"TIME|DAY|WEEK", "时间|日期|周次"},
    Placeholder{"TIME", "时间"},     Placeholder{"UNIT", "房号"},
    Placeholder{"NUMBER", "号码"},   Placeholder{"PHONE", "电话"},
    Placeholder{"YUAN", "元"},       Placeholder{"FILE", "文件"},
    Placeholder{"CATEGORY", "类别"}, Placeholder{"AREA", "部位"},
    Placeholder{"REASON", "理由"},   Placeholder{"REF", "编号"},
    Placeholder{"WEEK", "周次"},     Placeholder{"DAY", "日期"},
    Placeholder{"MONTH", "月份"},    Placeholder{"YEAR", "年份"},
    Placeholder{"KEY", "参数"},      Placeholder{"VALUE", "值"},
    Placeholder{"RULE", "规则"},     Placeholder{"KIND", "种类"},
    Placeholder{"DIR", "文件夹"},    Placeholder{"LIST", "清单"},
    Placeholder{"FIELD", "字段"},    Placeholder{"GROUP", "用户组"},
    Placeholder{"NOUN", "名词"},     Placeholder{"VERB", "动作"},
    Placeholder{"HEADING", "列名"},  Placeholder{"OPTION", "选项"},
    Placeholder{"SEQ", "序号"},      Placeholder{"SHELL", "外壳"},
    Placeholder{"STEP", "第几步"},   Placeholder{"OLD", "旧"},
    Placeholder{"NEW", "新"},        Placeholder{"SUPERIOR", "上级"},
    Placeholder{"HASH", "校验值"},   Placeholder{"OFFICE", "办公室"},
    Placeholder{"ROLE", "角色"},     Placeholder{"URL", "地址"},
    Placeholder{"ID", "编号"},
};

bool is_capital(char letter) {
    return std::isupper(static_cast<unsigned char>(letter)) != 0;
}

/// The placeholder that a text begins with; null where it begins with another word.
const Placeholder* placeholder_at(std::string_view text) {
    const auto found = std::ranges::find_if(placeholders, [&](const Placeholder& one) {
        return text.starts_with(one.en) &&
               (text.size() == one.en.size() || !is_capital(text[one.en.size()]));
    });
    return found == placeholders.end() ? nullptr : found;
}

/// Puts a sentence together anew, from its beginning.
class Wording {
  public:
    Wording(std::string_view sentence, const Verb* verb)
        : rest_(sentence), given_(verb), verb_(verb) {}

    std::string run() {
        constexpr std::string_view program = "huiyin ";
        while (!rest_.empty()) {
            const bool begins = told_.empty() || !is_of_a_word(told_.back());
            if (begins && rest_.starts_with(program)) {
                keep(program.size());
                command();
            } else if (begins && rest_.starts_with("--") && rest_.size() > 2 &&
                       is_of_a_word(rest_[2])) {
                option();
            } else {
                keep(1);
            }
        }
        return std::move(told_);
    }

  private:
    void keep(std::size_t size) {
        told_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    void put(std::string_view words, std::size_t in_place_of) {
        told_ += words;
        rest_.remove_prefix(in_place_of);
    }

    /// Behind `huiyin`: a noun and a verb, or a noun that is a command by itself.
    void command() {
        const auto noun = word_at(rest_);
        if (!is_noun(noun)) return;
        const auto behind = rest_.substr(noun.size());
        const auto second =
            behind.starts_with(' ') ? word_at(behind.substr(1)) : std::string_view{};
        const auto* named = second.empty() ? nullptr : find_verb(noun, second);
        const auto size = named != nullptr ? noun.size() + 1 + second.size() : noun.size();
        if (named == nullptr) named = find_verb(noun, "");
        if (named == nullptr) return;
        verb_ = named;
        put(chinese_command(*named), size);
        named_form();
        listed_operand();
    }

    /// `form blank dispatch-order`: which form is named by the word of its own command.
    void named_form() {
        if (!rest_.starts_with(' ')) return;
        const auto form = word_at(rest_.substr(1));
        const auto called = chinese_verb(verb_->noun, form).zh;
        if (form.empty() || called.empty() || find_verb(verb_->noun, form) == nullptr) return;
        keep(1);
        put(called, form.size());
    }

    /// `hq office add`: what is done is one of the words that the operand lists.
    void listed_operand() {
        if (!rest_.starts_with(' ') || verb_->operands.empty()) return;
        const auto& operand = verb_->operands.front();
        const auto word = word_at(rest_.substr(1));
        if (operand.takes != Takes::choice || word.empty()) return;
        const auto called = chinese_value(slot_of(operand), word);
        keep(1);
        put(called, word.size());
    }

    /// One of the command's, or one that commands like it take: that it does not is told of it.
    static const Option* option_of(const Verb* verb, std::string_view name) {
        if (verb == nullptr) return nullptr;
        if (const auto* own = find_option(*verb, name)) return own;
        const auto common = provenance_options();
        const auto found = std::ranges::find(common, name, &Option::name);
        return found == common.end() ? nullptr : &*found;
    }

    /// A command of the same noun that takes it, else the first of all: --agreed-by, told of `order
    /// return`.
    const Verb* taken_elsewhere(std::string_view name) const {
        const Verb* first = nullptr;
        const Verb* near = nullptr;
        for_each_verb([&](const Verb& verb) {
            if (find_option(verb, name) == nullptr) return;
            if (first == nullptr) first = &verb;
            if (near == nullptr && given_ != nullptr && verb.noun == given_->noun) near = &verb;
        });
        return near != nullptr ? near : first;
    }

    void option() {
        const auto name = word_at(rest_.substr(2));
        const auto* of = option_of(verb_, name) != nullptr ? verb_ : given_;
        if (option_of(of, name) == nullptr) of = taken_elsewhere(name);
        const auto* option = option_of(of, name);
        if (option == nullptr) return keep(2 + name.size());
        put("--" + chinese_option_word(*of, name), 2 + name.size());
        const bool has_value = rest_.size() > 1 && (rest_[0] == ' ' || rest_[0] == '=');
        if (has_value && placeholder_behind(1)) return;
        auto slot = slot_of(*option);
        const bool is_listed = option->takes == Takes::choice || option->takes == Takes::choices ||
                               slot.form.find('|') != slot.form.npos;
        if (!has_value || !is_listed) return;
        keep(1);
        slot.takes = Takes::choice;
        for (auto word = word_at(rest_); !word.empty(); word = word_at(rest_)) {
            put(chinese_value(slot, word), word.size());
            // `--instead off-shift 或 skill`
            constexpr std::string_view either = " 或 ";
            const bool goes_on = rest_.starts_with(either) &&
                                 chinese_value(slot, word_at(rest_.substr(either.size()))) !=
                                     word_at(rest_.substr(either.size()));
            if (!goes_on && (rest_.empty() || (rest_[0] != '|' && rest_[0] != ','))) return;
            keep(goes_on ? either.size() : 1);
        }
    }

    /// `--text TEXT`: what stands for a value.
    bool placeholder_behind(std::size_t gap) {
        const auto behind = rest_.substr(gap);
        const auto* found = placeholder_at(behind);
        if (found == nullptr) return false;
        keep(gap);
        put(found->zh, found->en.size());
        return true;
    }

    std::string_view rest_;
    const Verb* given_;
    const Verb* verb_;  ///< the one that was named last
    std::string told_;
};

}  // namespace

std::string chinese_command(const Verb& verb) {
    const auto noun = chinese_noun(verb.noun).zh;
    const bool is_taken = !noun.empty() && noun_called(noun) == verb.noun;
    auto command = std::string(is_taken ? noun : verb.noun);
    if (verb.verb.empty()) return command;
    const auto does = chinese_verb(verb.noun, verb.verb).zh;
    const bool does_it = !does.empty() && verb_called(verb.noun, does) == verb.verb;
    return command.append(" ").append(does_it ? does : verb.verb);
}

std::string chinese_option_word(const Verb& verb, std::string_view option) {
    const auto called = chinese_option(verb, option).zh;
    const bool is_taken = !called.empty() && option_called(verb, called) == option;
    return std::string(is_taken ? called : option);
}

std::string chinese_value(const Slot& slot, std::string_view value) {
    if (slot.takes == Takes::choices) {
        auto each = slot;
        each.takes = Takes::choice;
        std::string words;
        for (const auto& one : base::split_list(value))
            words += (words.empty() ? "" : ",") + chinese_value(each, one);
        return words;
    }
    if (takes_repair_category(slot)) {
        const auto categories = records::regulation_categories();
        const auto known = std::ranges::find(categories, value, &records::RepairCategory::word);
        return std::string(known == categories.end() ? value : known->title.zh);
    }
    if (slot.takes != Takes::choice) return std::string(value);
    const auto meaning = meaning_of_choice(slot.name, slot.form, value).zh;
    const bool is_taken = !meaning.empty() && choice_called(slot.name, slot.form, meaning) == value;
    return std::string(is_taken ? meaning : value);
}

bool is_typed_in_chinese(const std::vector<std::string>& words) {
    const auto is_foreign = [](char c) { return (c & '\x80') != 0; };
    // A word that is no command, but Chinese, too.
    const auto command = command_words(words);
    if (words.empty() || (!command.empty() && std::ranges::any_of(command.front(), is_foreign)))
        return true;
    // What stands behind the command, or behind an option, is a value: it may be any word.
    bool has_noun = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view word = words[at];
        if (word.starts_with("-") || word.starts_with("—")) {
            if (std::ranges::any_of(word.substr(0, word.find('=')), is_foreign)) return true;
            if (common_option_takes_value(word)) ++at;
            continue;
        }
        const bool may_be_noun = !has_noun && std::ranges::any_of(word, is_foreign);
        const auto noun = may_be_noun ? noun_called(word) : std::nullopt;
        if (noun && *noun != word) return true;
        has_noun = word != "help";
    }
    return false;
}

std::string chinese_placeholder(const Slot& slot) {
    if (slot.takes == Takes::choice || slot.takes == Takes::choices) {
        auto each = slot;
        each.takes = Takes::choice;
        std::string words;
        for (std::string_view rest = slot.form; !rest.empty();) {
            const auto end = std::min(rest.find_first_of("|,"), rest.size());
            words += chinese_value(each, rest.substr(0, end));
            if (end < rest.size()) words += rest[end];
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return words;
    }
    std::string words;
    for (std::string_view rest = slot.form; !rest.empty();) {
        const bool begins = words.empty() || !is_capital(words.back());
        const auto* found = begins ? placeholder_at(rest) : nullptr;
        words += found != nullptr ? found->zh : rest.substr(0, 1);
        rest.remove_prefix(found != nullptr ? found->en.size() : 1);
    }
    return words;
}

std::string in_chinese_words(std::string_view sentence, const Verb* verb) {
    return Wording(sentence, verb).run();
}

}  // namespace huiyin::cli
