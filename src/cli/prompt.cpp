#include "prompt.hpp"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "candidates.hpp"
#include "check_value.hpp"
#include "chinese_wording.hpp"
#include "chosen_word.hpp"
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
constexpr std::size_t most_choices = 24;  ///< of what is chosen by its number all is shown

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
                ask({Place::of(verb, operand), shown_as(operand), operand.help, true});
        if (corrects_nothing(draft_.arguments)) ask_what_to_correct();
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
        const auto& verb = draft_.arguments.verb();
        for (const auto& operand : verb.operands)
            if (wrong.contains(std::string(operand.name))) {
                drop(operand.name);
                ask({Place::of(verb, operand), shown_as(operand), operand.help, operand.required});
            }
        for (const auto& name : wrong)
            if (const auto* option = find_option(verb, name)) {
                const std::string before = *draft_.arguments.find(name);
                drop(name);
                ask(question_of(*option));
                if (!was_given(name))
                    say(compose({"  {0} 不写:原来写的「{1}」没有采用",
                                 "  {0} is left out: what was typed, '{1}', is not used"},
                                question_of(*option).shown, before));
            }
    }

    /// What broken rules are about; what was answered before stands there to be changed. Whether
    /// anything was.
    bool ask_again(const std::vector<std::string_view>& names) {
        open_store();
        bool changed = false;
        for (const auto name : names) {
            const auto* option = find_option(draft_.arguments.verb(), name);
            if (is_needless(name, draft_.arguments)) continue;
            const auto* before = draft_.arguments.find(name);
            const auto kept = before != nullptr ? *before : std::string{};
            draft_.arguments.drop(name);
            ask(question_of(*option), language() == base::Language::chinese
                                          ? chinese_value(slot_of(*option), kept)
                                          : kept);
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

    /// Which of the record's fields, then its new value.
    void ask_what_to_correct() {
        if (!reading_) return;
        const auto& verb = draft_.arguments.verb();
        const auto record = *draft_.arguments.find("REF");
        auto options = correctable(verb, record, *reading_);
        if (const auto steps = steps_to_correct(record, *reading_, language()); !steps.empty()) {
            ask_which_step(steps);
            options = correctable_in_step(verb, record, *draft_.arguments.find("step"), *reading_);
        }
        std::vector<Candidate> offered;
        for (const auto* option : options)
            offered.push_back({std::string(option->name), chinese_option_word(verb, option->name)});
        const Question which{{verb, "field", Takes::choice, ""},
                             std::string(Label{"更正哪一项", "which field"}.in(language())),
                             {"(某一步的时间、内容:另写 --step N)", "(of a step: write --step N)"},
                             true};
        if (offered.empty()) return;
        introduce(which, offered);
        while (true) {
            const auto named = answer_to(which, offered, {}).value_or("");
            const auto found = std::ranges::find(options, named, &Option::name);
            if (found == options.end()) {
                say(compose({"没有「{}」这一项", "there is no field '{}'"}, named));
                continue;
            }
            ask(question_of(**found));
            if (draft_.arguments.has(named) || draft_.arguments.left_out().contains(named)) return;
            // Passed over: it was another that was meant.
            introduce(which, offered);
        }
    }

    /// Of an order its steps are all that can be corrected.
    void ask_which_step(const std::vector<Candidate>& steps) {
        const Question which{{draft_.arguments.verb(), "step", Takes::whole, "N"},
                             std::string(Label{"更正第几步", "which step"}.in(language())),
                             {"(写前面的数)", "(its number)"},
                             true};
        introduce(which, steps);
        while (true) {
            const auto typed = answer_to(which, steps, {}).value_or("");
            if (std::ranges::find(steps, typed, &Candidate::value) != steps.end())
                return take("step", typed);
            say(compose({"没有第「{}」步", "there is no step '{}'"}, typed));
        }
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
    std::string shown_as(const Operand& operand) const {
        return language() == base::Language::chinese ? chinese_placeholder(slot_of(operand))
                                                     : std::string(operand.name);
    }
    Question question_of(const Option& option) const {
        const auto& verb = draft_.arguments.verb();
        auto shown = base::format("--{}", language() == base::Language::chinese
                                              ? chinese_option_word(verb, option.name)
                                              : std::string(option.name));
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
        const auto written =
            written_in_editor(texts, typed_line(draft_.arguments, language()), language());
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
            const Slot slot{question.place.name, question.place.takes, question.place.form};
            value = as_kept(slot, std::move(*value));
            if (is_left_out(slot, *value)) {
                if (question.required) {
                    say(compose({"{} 必填", "{} is required"}, question.shown));
                    continue;
                }
                draft_.seen.insert(std::string(question.place.name));
                return draft_.arguments.leave_out(question.place.name, std::move(*value));
            }
            auto problem = value_problem(question.shown, slot, *value);
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
        const bool choice = is_choice(question.place);
        const auto most = choice ? most_choices : most_shown;
        for (std::size_t index = 0; index < std::min(offered.size(), most); ++index) {
            const auto& one = offered[index];
            const auto mark = choice ? base::format("{} ", index + 1) : std::string{};
            const auto word = word_shown(question.place, one, language());
            const auto about = word == one.about ? std::string_view{} : std::string_view(one.about);
            say(base::plain(
                base::format("  {}{}{}{}", mark, word, about.empty() ? "" : "  ", about)));
        }
        if (offered.size() > most)
            say(compose({"  …共 {} 个,按 TAB 看", "  … {} in all: press TAB"}, offered.size()));
        if (!question.required) say(Label{"  (回车跳过)", "  (Enter skips it)"});
        if (question.place.takes == Takes::words)
            say(Label{"  (Ctrl-X Ctrl-E 用编辑器写)", "  (Ctrl-X Ctrl-E opens an editor)"});
    }

    /// Nothing where it is passed over.
    std::optional<std::string> answer_to(const Question& question,
                                         const std::vector<Candidate>& offered,
                                         const std::string& before) {
        // The only one there is.
        const bool sole = question.required && offered.size() == 1;
        const auto prompt =
            sole ? base::format("[{}] > ", word_shown(question.place, offered.front(), language()))
                 : "> ";
        while (true) {
            if (!editor_) editor_.emplace();
            const auto answer = editor_->read(
                prompt,
                [&](const std::string& typed) {
                    return question.place.form.empty() && is_choice(question.place)
                               ? offered
                               : offers(question.place, typed);
                },
                before);
            if (answer.kind == Answer::Kind::interrupted)
                throw Failure(Exit::interrupted,
                              Label{"已中断,什么也没有登记", "interrupted; nothing was recorded"});
            auto text = answer.kind == Answer::Kind::editor
                            ? edited(question, answer.text)
                            : word_meant(question.place, offered, answer.text);
            if (!text.empty()) return text;
            if (sole) return offered.front().value;
            if (!question.required) return {};
            say(compose({"{} 必填", "{} is required"}, question.shown));
        }
    }

    std::string edited(const Question& question, const std::string& begun) {
        const auto name = std::string(question.place.name);
        auto written = written_in_editor({{name, std::string(question.help.in(language())), begun}},
                                         typed_line(draft_.arguments, language()), language());
        return written[name];
    }

    Draft& draft_;
    const gate::Session& session_;
    Output& output_;
    std::optional<LineEditor> editor_;
    std::optional<gate::Reading> reading_;
    std::set<std::string> told_;  ///< numbers of what is on record from the same home or phone
    bool asked_;                  ///< whether it was said that something is asked
};

/// The command as it can be typed again.
void tell_line(const Draft& draft, Output& output) {
    const auto as = draft.arguments.find(option_name(&CommonOptions::as));
    const bool in_chinese = output.language == base::Language::chinese;
    const auto by_whom = in_chinese ? " --" + chinese_option_word(draft.arguments.verb(),
                                                                  option_name(&CommonOptions::as))
                                    : std::string(" --as");
    output.complain(base::plain(
        base::format("→ {}{}", typed_line(draft.arguments, output.language),
                     as != nullptr ? base::format("{} {}", by_whom, *as) : std::string{})));
}

bool somebody_is_there(const Draft& draft, const Output& output) {
    return output.format == Format::text &&
           !draft.arguments.has(option_name(&CommonOptions::no_input)) &&
           is_terminal(STDIN_FILENO) && is_terminal(STDERR_FILENO);
}

}  // namespace

bool can_ask(const Draft& draft, const Output& output) {
    const bool only_unreadable =
        !draft.problems.empty() && draft.problems.size() == draft.unreadable.size();
    const bool lacks = draft.problems.empty() && lacks_something(draft.arguments);
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
    return !asked_again(draft.arguments, refusal).empty();
}

bool ask_again(Draft& draft, const gate::Refusal& refusal, const gate::Session& session,
               Output& output) {
    output.complain(
        Label{"改了再登记(其余不变;什么也不改则不登记):",
              "correct this to record it (the rest is kept; change nothing to give up):"});
    if (!Interview(draft, session, output, true).ask_again(asked_again(draft.arguments, refusal)))
        return false;
    tell_line(draft, output);
    return true;
}

}  // namespace huiyin::cli
