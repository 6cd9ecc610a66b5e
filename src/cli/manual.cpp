#include "manual.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "chinese_wording.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/chapters.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/command.hpp"
#include "other_words.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Label;
using base::Language;

/// Text as troff takes it literally. It breaks lines at blanks only, so a break is allowed between
/// Chinese characters; a mark keeps to what stands before it.
std::string literal(std::string_view text) {
    std::string written;
    bool wide_before = false;
    for (const auto& letter : base::letters(text)) {
        const auto& bytes = letter.bytes;
        const bool wide = bytes.size() >= 3 && base::display_width(bytes) == 2;
        if (wide && wide_before && letter.is_word) written += "\\:";
        wide_before = wide;
        if (bytes == "|" || bytes == ",")
            written += bytes == "|" ? "|\\:" : ",\\:";
        else if (bytes == "\\")
            written += "\\e";
        else if (bytes == "-")
            written += "\\-";
        else if (bytes == "'")
            written += "\\(aq";
        else if (bytes == "\"")
            written += "\\(dq";
        else if (bytes == "~")
            written += "\\(ti";
        else
            written += bytes;
    }
    return written;
}

class Page {
  public:
    explicit Page(Language language) : language_(language) {}

    std::string_view in(Label label) const { return label.in(language_); }

    void title(std::string_view name) {
        std::string upper(name);
        std::ranges::transform(upper, upper.begin(), [](unsigned char letter) {
            return static_cast<char>(std::toupper(letter));
        });
        text_ += base::format(".TH {} 1 \"\" \"huiyin {}\" \"{}\"\n.nh\n.ad l\n", literal(upper),
                              HUIYIN_VERSION, in({"回音", "huiyin"}));
    }
    void section(Label label) { text_ += base::format(".SH {}\n", literal(in(label))); }
    void subsection(std::string_view name) { text_ += base::format(".SS {}\n", literal(name)); }
    void prose(std::string_view text) { text_ += "\\&" + literal(text) + "\n"; }
    void paragraph() { text_ += ".PP\n"; }
    /// A name in bold, what follows it, and what it means.
    void entry(std::string_view name, std::string_view rest, std::string_view meaning) {
        text_ += base::format(".TP\n\\fB{}\\fR", literal(name));
        if (!rest.empty()) text_ += " " + literal(rest);
        text_ += "\n\\&" + literal(meaning) + "\n";
    }
    void sample(std::string_view line) {
        text_ += base::format(".PP\n.nf\n.RS 4\n\\&{}\n.RE\n.fi\n", literal(in_words(line)));
    }
    /// What stands for a value.
    std::string placeholder(const Slot& slot) const {
        return language_ == Language::chinese ? chinese_placeholder(slot) : std::string(slot.form);
    }

    std::string take() { return std::move(text_); }

  private:
    std::string in_words(std::string_view line) const {
        return language_ == Language::chinese ? in_chinese_words(line, nullptr) : std::string(line);
    }

    Language language_;
    std::string text_;
};

std::string page_name(std::string_view noun) {
    return noun.empty() ? "huiyin" : base::format("huiyin-{}", noun);
}

void name_section(Page& page, std::string_view noun, std::string_view about) {
    page.title(page_name(noun));
    page.section({"名称", "NAME"});
    page.prose(base::format("{} - {}", page_name(noun), about));
    page.section({"用法", "SYNOPSIS"});
}

/// Its Chinese name behind a word, for whoever reads Chinese.
std::string with_chinese(std::string word, std::string_view zh, const Page& page) {
    const auto called = page.in({zh, ""});
    return called.empty() ? word : word.append(" ").append(called);
}

void option_entry(Page& page, const Verb& verb, const Option& option) {
    auto meaning = std::string(page.in(option.help));
    if (option.required) meaning += page.in({" [必填]", " [required]"});
    std::string rest;
    if (const auto zh = page.in({chinese_option(verb, option.name).zh, ""}); !zh.empty())
        rest = base::format("--{}", zh);
    if (option.takes != Takes::nothing)
        rest += (rest.empty() ? "" : " ") + page.placeholder(slot_of(option));
    page.entry(base::format("--{}", option.name), rest, meaning);
}

std::string synopsis(const Verb& verb, const Page& page) {
    auto line = "huiyin " + command_name(verb);
    if (!verb.verb.empty()) line = with_chinese(line, chinese_verb(verb.noun, verb.verb).zh, page);
    for (const auto& operand : verb.operands) {
        const auto name = page.placeholder(slot_of(operand));
        line += operand.required ? base::format(" {}", name) : base::format(" [{}]", name);
    }
    return line;
}

void verb_entry(Page& page, const Verb& verb) {
    page.subsection(synopsis(verb, page));
    page.prose(page.in(verb.help));
    if (!verb.clause.empty())
        page.prose(base::format(fmt::runtime(page.in({"(条款 {})", "(clauses {})"})), verb.clause));
    for (const auto& operand : verb.operands)
        page.entry(page.placeholder(slot_of(operand)), "", page.in(operand.help));
    for (const auto& option : verb.options)
        option_entry(page, verb, option);
    if (records_something(verb)) {
        page.paragraph();
        page.prose(page.in({"另有登记命令共有的选项,见 huiyin(1)。",
                            "The options of all recording commands are in huiyin(1)."}));
        if (verb.decision)
            page.prose(
                page.in({"这是一项决定,不能写 --by。", "A decision: --by cannot be given."}));
        if (verb.binds_now)
            page.prose(page.in({"从作出时起有效,不能写 --at。",
                                "In force from when it is made: --at cannot be given."}));
    }
    page.sample(verb.example);
}

std::string noun_page(std::string_view noun, Language language) {
    Page page(language);
    name_section(page, noun, page.in(about_noun(noun)));
    const auto zh = chinese_noun(noun).zh;
    page.prose(base::format(fmt::runtime(page.in({"huiyin {} … [选项]", "huiyin {} … [OPTIONS]"})),
                            page.in({zh.empty() ? noun : zh, noun})));
    page.section({"命令", "COMMANDS"});
    for_each_verb([&](const Verb& verb) {
        if (verb.noun == noun) verb_entry(page, verb);
    });
    if (const auto way = when_mistyped(noun, {}); !way.empty()) {
        page.section({"写错了怎么办", "AFTER A MISTAKE"});
        page.prose(language == Language::chinese ? in_chinese_words(way.zh, nullptr) : way.en);
    }
    page.section({"另见", "SEE ALSO"});
    page.prose("huiyin(1)");
    return page.take();
}

void input_sections(Page& page) {
    page.section({"时间", "TIME"});
    page.prose(page.in(
        {"2026-11-23 18:30、2026-11-23 18:30:05、2026-11-23T18:30:00+08:00、18:30、昨天 18:30、"
         "30min ago、2h ago、3d ago。单写的 m 会被拒绝。",
         "2026-11-23 18:30, 2026-11-23 18:30:05, 2026-11-23T18:30:00+08:00, 18:30, yesterday "
         "18:30, 30min ago, 2h ago, 3d ago. A bare m is refused."}));
    page.section({"编号", "NUMBERS"});
    page.prose(page.in(
        {"TS 投诉 · JY 建议 · QZ 求助 · BX 报修 · PG 派工 · HF 回访 · GX 公开信 · WJ 问卷 · ZB "
         "值班 · "
         "ZD 重大事项 · CL 处理 · PB 排班。TS-2026-0001 今年可简写 ts-1;命令只收一类编号时可只写 "
         "1。",
         "TS complaint · JY suggestion · QZ call for help · BX repair · PG order · HF callback · "
         "GX open letter · WJ survey · ZB shift · ZD major event · CL conduct case · PB roster "
         "entry. This year's TS-2026-0001 may be typed ts-1; where a command takes one kind only, "
         "1 is enough."}));
}

void outside_sections(Page& page) {
    page.section({"退出码", "EXIT STATUS"});
    page.entry("0", "", page.in({"完成", "done"}));
    page.entry(
        "1", "",
        page.in({"失败:读写、数据文件缺失或损坏", "failed: I/O, a missing or damaged store"}));
    page.entry("2", "", page.in({"用法不对", "usage"}));
    page.entry("3", "", page.in({"没有这条记录", "no such record"}));
    page.entry("4", "",
               page.in({"按制度拒绝,什么也没有登记;或 check 发现违规",
                        "refused by the regulation; or check found a breach"}));
    page.entry("5", "",
               page.in({"数据在程序之外被改动", "the store was altered outside the program"}));
    page.entry("6", "", page.in({"数据文件被占用", "busy"}));
    page.entry("7", "", page.in({"此角色无权", "not permitted to this role"}));
    page.entry("8", "", page.in({"--key 已用于另一条命令", "--key was used for another command"}));
    page.entry("130", "", page.in({"已中断,什么也没有登记", "interrupted, nothing recorded"}));
    page.section({"环境与文件", "ENVIRONMENT AND FILES"});
    page.entry("HUIYIN_DB", "",
               page.in({"数据文件;默认 $XDG_DATA_HOME/huiyin/office.db",
                        "the store; else $XDG_DATA_HOME/huiyin/office.db"}));
    page.entry("HUIYIN_LANG", "", page.in({"语言:zh-CN 或 en", "the language: zh-CN or en"}));
    page.entry("VISUAL, EDITOR", "",
               page.in({"--edit 用的编辑器", "the editor that --edit opens"}));
    page.entry("NO_COLOR", "", page.in({"不用颜色", "no colour"}));
}

std::string overview_page(Language language) {
    Page page(language);
    // What every command has is called alike everywhere.
    const auto& any_verb = command_table().front().front();
    name_section(page, "",
                 page.in({"住宅服务登记工具:每次登记先核对规定",
                          "a records tool that checks each record against the regulation first"}));
    page.prose(page.in({"huiyin 名词 动作 [编号] [选项]", "huiyin NOUN VERB [NUMBER] [OPTIONS]"}));
    page.section({"命令", "COMMANDS"});
    for (const auto& chapter : chapters()) {
        page.subsection(page.in(chapter.title));
        for (const auto& noun : chapter.nouns)
            if (is_noun(noun.name))
                page.entry(page_name(noun.name), "(1)",
                           std::string(page.in({chinese_noun(noun.name).zh, ""})) +
                               std::string(page.in({":", ""})) +
                               std::string(page.in(about_noun(noun.name))));
    }
    page.section({"登记命令的选项", "OPTIONS OF RECORDING COMMANDS"});
    for (const auto& option : provenance_options())
        option_entry(page, any_verb, option);
    page.section({"通用选项", "OPTIONS EVERYWHERE"});
    for (const auto& option : common_options())
        option_entry(page, any_verb, option);
    input_sections(page);
    outside_sections(page);
    return page.take();
}

void write_page(const std::filesystem::path& folder, std::string_view noun,
                const std::string& text) {
    base::AtomicFile file((folder / (page_name(noun) + ".1")).string());
    file.write(text);
    file.publish();
}

}  // namespace

void write_manual(const std::filesystem::path& folder) {
    for (const auto& [language, below] :
         {std::pair{Language::english, "man1"}, std::pair{Language::chinese, "zh_CN/man1"}}) {
        std::filesystem::create_directories(folder / below);
        write_page(folder / below, "", overview_page(language));
        for (const auto& chapter : chapters())
            for (const auto& noun : chapter.nouns)
                if (is_noun(noun.name))
                    write_page(folder / below, noun.name, noun_page(noun.name, language));
    }
}

}  // namespace huiyin::cli
