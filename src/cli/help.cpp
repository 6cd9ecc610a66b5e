#include "help.hpp"

#include <algorithm>

#include "chinese_wording.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chapters.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/cli/common_options.hpp"
#include "other_words.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Label;
using base::Language;

/// Lines of help: headings, and names with what they mean beside them.
class HelpPage {
  public:
    HelpPage(Language language, int width) : language_(language), width_(width) {}

    std::string_view in(Label label) const { return label.in(language_); }
    bool is_chinese() const { return language_ == Language::chinese; }

    void heading(Label label) { text_ += base::format("\n{}\n", in(label)); }

    void prose(std::string_view text) {
        for (const auto& line : base::wrap(text, width_))
            text_ += line + "\n";
    }

    /// A name too long for its column gets a line of its own.
    void entry(const std::string& name, std::string_view meaning, int column) {
        auto left = base::pad_right("  " + name, column);
        if (base::display_width(name) + 4 > column) {
            for (const auto& line : base::wrap(name, width_ - 2))
                text_ += "  " + line + "\n";
            left = std::string(static_cast<std::size_t>(column), ' ');
        }
        for (const auto& line : base::wrap(meaning, room_beside(column))) {
            text_ += left + line + "\n";
            left = std::string(static_cast<std::size_t>(column), ' ');
        }
    }

    /// The columns there are for what stands beside names.
    int room_beside(int column) const { return std::max(width_ - column, 20); }

    /// Something to type, in the reader's words: never broken, so that it can be copied.
    void sample(std::string_view line) { text_ += base::format("  {}\n", in_words(line)); }

    /// A line with commands in it, in the reader's words.
    std::string in_words(std::string_view line) const {
        return is_chinese() ? in_chinese_words(line, nullptr) : std::string(line);
    }

    std::string take() { return std::move(text_); }

  private:
    Language language_;
    int width_;
    std::string text_;
};

constexpr int noun_column = 20;
constexpr int verb_column = 26;
constexpr int option_column = 30;

/// Its Chinese name behind a word, for whoever reads Chinese.
std::string with_chinese(std::string word, const ChineseName& called, const HelpPage& sheet) {
    const auto zh = sheet.in({called.zh, ""});
    return zh.empty() ? word : base::format("{} {}", word, zh);
}

/// What stands for a value, in the reader's words.
std::string form_of(const Slot& slot, const HelpPage& sheet) {
    return sheet.is_chinese() ? chinese_placeholder(slot) : std::string(slot.form);
}

std::string with_operands(std::string name, const Verb& verb, const HelpPage& sheet) {
    for (const auto& operand : verb.operands)
        name += base::format(fmt::runtime(operand.required ? " {}" : " [{}]"),
                             form_of(slot_of(operand), sheet));
    return name;
}

/// What it does, and the clauses it serves.
std::string meaning(const Verb& verb, const HelpPage& sheet) {
    auto text = std::string(sheet.in(verb.help));
    if (!verb.clause.empty())
        text += base::format(fmt::runtime(sheet.in({"〔{}〕", " [{}]"})), verb.clause);
    return text;
}

/// `:letter 信函、phone 电话`, where the words do not say it themselves.
std::string meanings(const Option& option, const HelpPage& sheet) {
    std::string text;
    for (const auto& word : choices_of(option.value)) {
        const auto meaning = sheet.in(meaning_of_choice(option.name, option.value, word));
        if (meaning.empty()) continue;
        text += text.empty() ? sheet.in({":", ": "}) : sheet.in({"、", ", "});
        text += base::format("{} {}", word, meaning);
    }
    return text;
}

void option_entry(HelpPage& sheet, const Verb& verb, const Option& option) {
    auto name = base::format("--{}", option.name);
    if (const auto called = sheet.in({chinese_option(verb, option.name).zh, ""}); !called.empty())
        name += base::format(" --{}", called);
    if (option.takes != Takes::nothing) name += " " + form_of(slot_of(option), sheet);
    auto text = std::string(sheet.in(option.help));
    if (option.required) text += sheet.in({" [必填]", " [required]"});
    sheet.entry(name, text + meanings(option, sheet), option_column);
}

/// The verbs, each on one line with its Chinese name.
std::string verbs_line(std::string_view noun, const HelpPage& sheet) {
    std::string text(sheet.in(about_noun(noun)));
    int left = 0;  // columns of the present line
    for_each_verb([&](const Verb& verb) {
        if (verb.noun != noun || verb.verb.empty()) return;
        const auto word =
            with_chinese(std::string(verb.verb), chinese_verb(noun, verb.verb), sheet);
        const auto width = base::display_width(word) + 1;
        text.append(width > left ? "\n" : " ").append(word);
        left = (width > left ? sheet.room_beside(noun_column) + 1 : left) - width;
    });
    return text;
}

std::string overview(Language language, int width) {
    HelpPage sheet(language, width);
    sheet.prose(
        sheet.in({"huiyin(回音):件件有着落,事事有回音。\n"
                  "用法:huiyin 名词 动作 [编号] [选项]",
                  "huiyin (回音): every matter settled, every matter answered.\n"
                  "usage: huiyin NOUN VERB [NUMBER] [OPTIONS]"}));
    for (const auto& chapter : chapters()) {
        sheet.heading(chapter.title);
        for (const auto& noun : chapter.nouns)
            if (is_noun(noun.name))
                sheet.entry(with_chinese(std::string(noun.name), chinese_noun(noun.name), sheet),
                            verbs_line(noun.name, sheet), noun_column);
    }
    sheet.heading({"接着看", "Next"});
    constexpr int next_column = 30;
    sheet.entry(std::string(sheet.in({"huiyin 帮助 投诉", "huiyin help complaint"})),
                sheet.in({"一个名词的全部动作", "all verbs of a noun"}), next_column);
    sheet.entry(
        sheet.in_words("huiyin complaint add --help"),
        sheet.in({"一个命令:选项、条款、例子", "one command: options, clauses, an example"}),
        next_column);
    sheet.entry(sheet.in_words("huiyin init --office TEXT"),
                sheet.in({"第一次用:建立数据文件", "the first time: set up the store"}),
                next_column);
    sheet.entry(sheet.in_words("huiyin staff add --help"),
                sheet.in({"接着登记职工", "then add people to the staff"}), next_column);
    return sheet.take();
}

/// Headquarters has neither a store of an office, nor staff, nor records to correct.
bool is_of_an_office(std::string_view noun) {
    return noun != "hq";
}
bool serves(const Option& option, const Verb& verb) {
    return is_of_an_office(verb.noun) || (option.name != option_name(&CommonOptions::db) &&
                                          option.name != option_name(&CommonOptions::as));
}

std::string help_on_noun(std::string_view noun, Language language, int width) {
    HelpPage sheet(language, width);
    sheet.prose(base::format(fmt::runtime(sheet.in({"{}:{}", "{}: {}"})),
                             with_chinese(std::string(noun), chinese_noun(noun), sheet),
                             sheet.in(about_noun(noun))));
    sheet.heading({"动作", "Verbs"});
    for_each_verb([&](const Verb& verb) {
        if (verb.noun != noun) return;
        const auto name = verb.verb.empty() ? command_name(verb)
                                            : with_chinese(std::string(verb.verb),
                                                           chinese_verb(noun, verb.verb), sheet);
        sheet.entry(with_operands(name, verb, sheet), meaning(verb, sheet), verb_column);
    });
    sheet.heading({"例", "Examples"});
    for_each_verb([&](const Verb& verb) {
        if (verb.noun == noun) sheet.sample(verb.example);
    });
    sheet.prose(base::format(
        fmt::runtime(sheet.in({"\n一个命令的选项:huiyin {1} 动作 --用法(huiyin {0} 动作 --help)",
                               "\nthe options of one: huiyin {0} VERB --help"})),
        noun, chinese_noun(noun).zh));
    if (const auto way = when_mistyped(noun, {}); !way.empty())
        sheet.prose(sheet.in_words(way.in(language)));
    return sheet.take();
}

/// The verbs of a noun that is a command by itself, too: `check` has `check explain`.
std::vector<const Verb*> verbs_beside(const Verb& verb) {
    std::vector<const Verb*> others;
    if (verb.verb.empty())
        for_each_verb([&](const Verb& other) {
            if (other.noun == verb.noun && !other.verb.empty()) others.push_back(&other);
        });
    return others;
}

std::string help_on_command(const Verb& verb, Language language, int width) {
    HelpPage sheet(language, width);
    sheet.prose(meaning(verb, sheet));
    sheet.prose(base::format(
        "\n{}huiyin {} {}", sheet.in({"用法:", "usage: "}),
        with_operands(sheet.is_chinese() ? chinese_command(verb) : command_name(verb), verb, sheet),
        sheet.in({"[选项]", "[OPTIONS]"})));
    if (sheet.is_chinese() && chinese_command(verb) != command_name(verb))
        sheet.prose(
            base::format("     也可写 huiyin {}", with_operands(command_name(verb), verb, sheet)));
    if (!verb.operands.empty()) sheet.prose("");
    for (const auto& operand : verb.operands)
        sheet.entry(form_of(slot_of(operand), sheet), sheet.in(operand.help), option_column);
    if (const auto others = verbs_beside(verb); !others.empty()) {
        sheet.heading({"另有动作", "Verbs"});
        for (const auto* other : others)
            sheet.entry(with_operands(with_chinese(std::string(other->verb),
                                                   chinese_verb(other->noun, other->verb), sheet),
                                      *other, sheet),
                        meaning(*other, sheet), verb_column);
    }
    if (!verb.options.empty()) sheet.heading({"选项", "Options"});
    for (const auto& option : verb.options)
        option_entry(sheet, verb, option);
    if (records_something(verb)) {
        sheet.heading({"登记", "Recording"});
        for_each_provenance_option(
            verb, [&](const Option& option) { option_entry(sheet, verb, option); });
    }
    sheet.heading({"通用", "Everywhere"});
    for (const auto& option : common_options())
        if (serves(option, verb)) option_entry(sheet, verb, option);
    sheet.heading({"例", "Example"});
    sheet.sample(verb.example);
    for (const auto* other : verbs_beside(verb))
        sheet.sample(other->example);
    if (records_something(verb))
        sheet.prose(sheet.in(
            {"\n时间可写:18:30、昨天 18:30、2小时前、2026-11-23 18:30。内容写 - "
             "则从标准输入读;--edit 用编辑器写。命令、选项和可选的词都可以写中文,"
             "职工可以写姓名。",
             "\nTIME: 18:30, yesterday 18:30, 2h ago, 2026-11-23 18:30. A text given as - is read "
             "from standard input; --edit opens an editor."}));
    if (records_something(verb))
        if (const auto way = when_mistyped(verb.noun, verb.verb); !way.empty())
            sheet.prose(sheet.in_words(way.in(language)));
    return sheet.take();
}

}  // namespace

std::string help_about(const std::vector<std::string>& words, Language language, int width) {
    if (words.empty()) return overview(language, width);
    const auto* alone = find_verb(words.front(), "");
    if (words.size() > 1 || alone != nullptr || !is_noun(words.front()))
        return help_on_command(*find_command(words).verb, language, width);
    return help_on_noun(words.front(), language, width);
}

}  // namespace huiyin::cli
