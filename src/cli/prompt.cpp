#include "prompt.hpp"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "candidates.hpp"
#include "check_value.hpp"
#include "earlier_matters.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "line_editor.hpp"
#include "questions.hpp"
#include "table_lookup.hpp"
#include "text_editor.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Text;

constexpr std::size_t most_shown = 8;
/// Of what is chosen by its number all is shown.
constexpr std::size_t most_choices = 24;

bool is_free_text(const Option& option) {
    return option.takes == Takes::words && option.value == "TEXT";
}

/// One question and its answer.
struct Question {
    Place place;
    std::string shown;  ///< `--text`, `TS`
    Label help;
    bool required;
};

class Interview {
  public:
    Interview(Draft& draft, const gate::Session& session, Output& output, bool introduced = false)
        : draft_(draft), session_(session), output_(output), asked_(introduced) {}

    void run() {
        open_store();
        tell_earlier();
        if (draft_.arguments.has(option_name(&ProvenanceOptions::edit))) write_texts();
        const auto& verb = draft_.arguments.verb();
        for (const auto& operand : verb.operands)
            if (operand.required && !draft_.arguments.has(operand.name))
                ask({Place::of(verb, operand), std::string(operand.name), operand.help, true});
        bool reached = false;
        for (const auto& option : verb.options) {
            if (was_given(option.name) || !is_asked(option)) continue;
            if (!is_worth_asking(option, draft_.arguments))
                ask(question_of(option));
            else if (!std::exchange(reached, true))
                ask_how_to_reach();
        }
    }

    /// What could not be read as it was typed.
    void ask_for_unreadable() {
        open_store();
        const auto wrong = std::exchange(draft_.unreadable, {});
        draft_.problems.clear();
        for (const auto& operand : draft_.arguments.verb().operands)
            if (wrong.contains(std::string(operand.name))) {
                drop(operand.name);
                ask({Place::of(draft_.arguments.verb(), operand), std::string(operand.name),
                     operand.help, operand.required});
            }
        for (const auto& name : wrong)
            if (const auto* option = find_option(draft_.arguments.verb(), name)) {
                drop(name);
                ask(question_of(*option));
            }
    }

    /// What broken rules are about; what was answered before stands there to be changed. Whether
    /// anything was.
    bool ask_again(const std::vector<std::string_view>& names) {
        open_store();
        bool changed = false;
        for (const auto name : names) {
            const auto* option = find_option(draft_.arguments.verb(), name);
            const auto* before = draft_.arguments.find(name);
            const auto kept = before != nullptr ? *before : std::string{};
            draft_.arguments.drop(name);
            ask(question_of(*option), kept);
            const auto* now = draft_.arguments.find(name);
            changed = changed || (now != nullptr ? *now : std::string{}) != kept;
        }
        reading_.reset();
        return changed;
    }

  private:
    /// Who it is, and how to reach them: in one order, whatever is registered.
    void ask_how_to_reach() {
        for (const std::string_view name : {"from", "phone", "unit", "place"})
            if (const auto* option = find_option(draft_.arguments.verb(), name);
                option != nullptr && !was_given(name) && is_worth_asking(*option, draft_.arguments))
                ask(question_of(*option));
    }

    bool was_given(std::string_view name) const {
        return draft_.seen.contains(std::string(name)) || draft_.arguments.has(name);
    }
    bool is_asked(const Option& option) const {
        return option.required || is_wanted(option, draft_.arguments) ||
               is_worth_asking(option, draft_.arguments);
    }
    void drop(std::string_view name) {
        draft_.arguments.drop(name);
        draft_.seen.erase(std::string(name));
    }
    Question question_of(const Option& option) const {
        const auto& verb = draft_.arguments.verb();
        const auto called = chinese_option(verb, option.name).zh;
        auto shown = base::format("--{}", option.name);
        if (language() == base::Language::chinese && !called.empty())
            shown += base::format(" {}", called);
        return {Place::of(verb, option), std::move(shown), option.help, option.required};
    }

    /// Nobody answers questions only to hear then that there is no store, or that it is not for
    /// them.
    void open_store() {
        const auto right = draft_.arguments.verb().right;
        if (right == gate::Right::open) return;
        reading_.emplace(gate::open_to_read(session_, masked_line(draft_.arguments), right));
    }

    base::Language language() const { return output_.language; }
    void say(const Text& sentence) { output_.complain(sentence); }

    /// `--edit`: all free texts not given yet, in one file.
    void write_texts() {
        std::vector<EditedText> texts;
        for (const auto& option : draft_.arguments.verb().options)
            if (is_free_text(option) && !draft_.arguments.has(option.name))
                texts.push_back({std::string(option.name), heading_of(option)});
        draft_.arguments.drop(option_name(&ProvenanceOptions::edit));
        const auto written = written_in_editor(texts, typed_line(draft_.arguments), language());
        if (written.empty())
            throw Failure(Exit::usage, Label{"没有写内容,什么也没有登记",
                                             "no text was entered; nothing was recorded"});
        for (const auto& [name, text] : written)
            take(name, text);
    }

    std::string heading_of(const Option& option) const {
        auto heading = std::string(option.help.in(language()));
        if (option.required) heading += Label{" [必填]", " [required]"}.in(language());
        return heading;
    }

    void take(const std::string& name, const std::string& value) {
        draft_.arguments.set(name, value);
        draft_.seen.insert(name);
    }

    /// What is on record from there already: it may be the same thing again.
    void tell_earlier() {
        if (!reading_) return;
        for (const auto& line : earlier_matters(draft_.arguments, *reading_, told_))
            say(line);
    }

    std::vector<Candidate> offers(const Place& place, std::string_view begun) {
        return candidates(place, begun, reading_ ? &*reading_ : nullptr, language());
    }

    void ask(const Question& question, const std::string& before = {}) {
        const auto offered = offers(question.place, "");
        introduce(question, offered);
        if (!before.empty())
            say(Label{"  (写过的在行里:改好回车,Ctrl-U 清空重写)",
                      "  (what you wrote stands there: change it, or clear it by Ctrl-U)"});
        while (true) {
            auto value = answer_to(question, offered, before);
            if (!value) return;
            value = as_kept({question.place.name, question.place.takes, question.place.form},
                            std::move(*value));
            if (is_left_out(question.place.takes, *value)) {
                draft_.seen.insert(std::string(question.place.name));
                return draft_.arguments.leave_out(question.place.name, std::move(*value));
            }
            auto problem =
                value_problem(question.shown, question.place.takes, question.place.form, *value);
            if (!problem && reading_)
                problem = problem_on_file(question.place, question.shown, *value, *reading_);
            if (!problem) {
                take(std::string(question.place.name), *value);
                return tell_earlier();
            }
            say(problem->what);
            if (!problem->remedy.empty())
                say({"  " + problem->remedy.zh, "  " + problem->remedy.en});
        }
    }

    void introduce(const Question& question, const std::vector<Candidate>& offered) {
        if (!asked_)
            say(Label{"还缺几项,逐项填写(TAB 补全,Ctrl-C 放弃):",
                      "some values are missing; fill them in (TAB completes, Ctrl-C gives up):"});
        asked_ = true;
        say({base::format("{}  {}", question.shown, question.help.zh),
             base::format("{}  {}", question.shown, question.help.en)});
        const bool choice = is_choice(question);
        const auto most = choice ? most_choices : most_shown;
        for (std::size_t index = 0; index < std::min(offered.size(), most); ++index) {
            const auto& one = offered[index];
            const auto mark = choice ? base::format("{} ", index + 1) : std::string{};
            const auto line = base::format("  {}{}  {}", mark, one.value, one.about);
            say({line, line});
        }
        if (offered.size() > most)
            say(compose({"  …共 {} 个,按 TAB 看", "  … {} in all: press TAB"}, offered.size()));
        if (!question.required) say(Label{"  (回车跳过)", "  (Enter skips it)"});
        if (question.place.takes == Takes::words)
            say(Label{"  (Ctrl-X Ctrl-E 用编辑器写)", "  (Ctrl-X Ctrl-E opens an editor)"});
    }

    /// Chosen from a list, so by its number too. A bare number of a record is a record's.
    static bool is_choice(const Question& question) {
        switch (question.place.takes) {
            case Takes::choice:
            case Takes::choices:
            case Takes::login:
            case Takes::logins:
                return true;
            case Takes::word:
                return question.place.name == "category" || question.place.form == "CATEGORY" ||
                       question.place.form == "AREA";
            default:
                return false;
        }
    }

    /// Nothing where it is passed over.
    std::optional<std::string> answer_to(const Question& question,
                                         const std::vector<Candidate>& offered,
                                         const std::string& before) {
        // The only one there is.
        const bool sole = question.required && offered.size() == 1;
        const auto prompt = sole ? base::format("[{}] > ", offered.front().value) : "> ";
        while (true) {
            if (!editor_) editor_.emplace();
            const auto answer = editor_->read(
                prompt, [&](const std::string& typed) { return offers(question.place, typed); },
                before);
            if (answer.kind == Answer::Kind::interrupted)
                throw Failure(Exit::interrupted,
                              Label{"已中断,什么也没有登记", "interrupted; nothing was recorded"});
            auto text = answer.kind == Answer::Kind::editor ? edited(question, answer.text)
                                                            : meant(question, offered, answer.text);
            if (!text.empty()) return text;
            if (sole) return offered.front().value;
            if (!question.required) return {};
            say(compose({"{} 必填", "{} is required"}, question.shown));
        }
    }

    std::string edited(const Question& question, const std::string& begun) {
        const auto name = std::string(question.place.name);
        auto written = written_in_editor({{name, std::string(question.help.in(language())), begun}},
                                         typed_line(draft_.arguments), language());
        return written[name];
    }

    /// A choice by its place in the list, by what it means, or by how its word begins.
    static std::string meant(const Question& question, const std::vector<Candidate>& offered,
                             const std::string& typed) {
        if (!is_choice(question)) return typed;
        std::string words;
        for (const auto& part : base::split_list(typed))
            words += (words.empty() ? "" : ",") + chosen(offered, part);
        return words;
    }

    static std::string chosen(const std::vector<Candidate>& offered, const std::string& typed) {
        const auto known = [&](const Candidate& one) { return one.value == typed; };
        if (std::ranges::any_of(offered, known)) return typed;
        const auto is_said = [&](const Candidate& one) {
            return one.about == typed || one.about.starts_with(typed + " ");
        };
        if (const auto said = std::ranges::find_if(offered, is_said);
            said != offered.end() && !typed.empty())
            return said->value;
        if (const auto place = base::parse_whole(typed);
            place && *place >= 1 && *place <= std::ssize(offered))
            return offered[static_cast<std::size_t>(*place - 1)].value;
        const auto begins = [&](const Candidate& one) { return one.value.starts_with(typed); };
        const auto first = std::ranges::find_if(offered, begins);
        return !typed.empty() && std::ranges::count_if(offered, begins) == 1 ? first->value : typed;
    }

    Draft& draft_;
    const gate::Session& session_;
    Output& output_;
    std::optional<LineEditor> editor_;
    std::optional<gate::Reading> reading_;
    std::set<std::string> told_;  ///< numbers of what is on record from the same home or phone
    bool asked_;                  ///< whether it was said that something is asked
};

bool lacks_something(const Draft& draft) {
    const auto& arguments = draft.arguments;
    const auto& verb = arguments.verb();
    return arguments.has(option_name(&ProvenanceOptions::edit)) ||
           std::ranges::any_of(
               verb.operands,
               [&](const auto& one) { return one.required && !arguments.has(one.name); }) ||
           std::ranges::any_of(verb.options, [&](const auto& one) {
               return !arguments.has(one.name) && (one.required || is_wanted(one, arguments));
           });
}

/// The command as it can be typed again.
void tell_line(const Draft& draft, Output& output) {
    const auto as = draft.arguments.find(option_name(&CommonOptions::as));
    output.complain(compose({"→ {}{}", "→ {}{}"}, typed_line(draft.arguments),
                            as != nullptr ? " --as " + *as : std::string{}));
}

bool somebody_is_there(const Draft& draft, const Output& output) {
    return output.format == Format::text &&
           !draft.arguments.has(option_name(&CommonOptions::no_input)) &&
           is_terminal(STDIN_FILENO) && is_terminal(STDERR_FILENO);
}

/// What the broken rules are about, each once, if each of them can be mended so.
std::vector<std::string_view> asked_again(const Draft& draft, const gate::Refusal& refusal) {
    std::vector<std::string_view> names;
    for (const auto& finding : refusal.findings()) {
        if (!finding.severity.starts_with("refuse")) continue;
        const auto about = options_of_rule(draft.arguments.verb(), finding.rule->id);
        if (about.empty()) return {};
        for (const auto name : about)
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    // Of what was said, only what was: a taboo phrase stands in one of several texts.
    const auto was_said = [&](std::string_view name) { return draft.arguments.has(name); };
    const bool of_speech = std::ranges::any_of(refusal.findings(), [](const auto& finding) {
        return finding.rule->id == "speech.taboo-phrase";
    });
    if (of_speech && std::ranges::any_of(names, was_said))
        std::erase_if(names, [&](std::string_view name) { return !was_said(name); });
    return names;
}

}  // namespace

bool can_ask(const Draft& draft, const Output& output) {
    const bool only_unreadable =
        !draft.problems.empty() && draft.problems.size() == draft.unreadable.size();
    const bool lacks = draft.problems.empty() && lacks_something(draft);
    return (lacks || only_unreadable) && somebody_is_there(draft, output);
}

void ask_for_missing(Draft& draft, const gate::Session& session, Output& output) {
    const bool unreadable = !draft.problems.empty();
    if (unreadable) {
        output.report(Failure(Exit::usage, draft.problems));
        Interview(draft, session, output).ask_for_unreadable();
    }
    Interview(draft, session, output, unreadable).run();
    tell_line(draft, output);
}

bool can_ask_again(const Draft& draft, const gate::Refusal& refusal) {
    return !asked_again(draft, refusal).empty();
}

bool ask_again(Draft& draft, const gate::Refusal& refusal, const gate::Session& session,
               Output& output) {
    output.complain(
        Label{"改了再登记(其余不变;什么也不改则不登记):",
              "correct this to record it (the rest is kept; change nothing to give up):"});
    if (!Interview(draft, session, output, true).ask_again(asked_again(draft, refusal)))
        return false;
    tell_line(draft, output);
    return true;
}

}  // namespace huiyin::cli
