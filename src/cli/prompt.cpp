#include "prompt.hpp"

#include <unistd.h>

#include <algorithm>
#include <optional>

#include "candidates.hpp"
#include "check_value.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/common_options.hpp"
#include "line_editor.hpp"
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

bool has_one_of(const Arguments& arguments, std::string_view option, std::string_view values) {
    const auto* value = arguments.find(option);
    const auto accepted = choices_of(values);
    return value != nullptr && std::ranges::find(accepted, *value) != accepted.end();
}

/// Whether a rule would refuse the command for want of it. Who records it as it happened knows.
bool is_wanted(const Option& option, const Arguments& arguments) {
    if (!option.wanted || arguments.has(option_name(&DeedOptions::as_happened))) return false;
    const auto& wanted = *option.wanted;
    if (!wanted.unless.empty() && arguments.has(wanted.unless)) return false;
    return wanted.option.empty() || has_one_of(arguments, wanted.option, wanted.values);
}

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
    Interview(Draft& draft, const gate::Desk& desk, Output& output)
        : draft_(draft), desk_(desk), output_(output) {}

    void run() {
        open_store();
        if (draft_.arguments.has(option_name(&DeedOptions::edit))) write_texts();
        const auto& verb = draft_.arguments.verb();
        for (const auto& operand : verb.operands)
            if (operand.required && !draft_.arguments.has(operand.name))
                ask({Place::of(verb, operand), std::string(operand.name), operand.help, true});
        for (const auto& option : verb.options)
            if (!draft_.arguments.has(option.name) &&
                (option.required || is_wanted(option, draft_.arguments)))
                ask({Place::of(verb, option), base::format("--{}", option.name), option.help,
                     option.required});
    }

  private:
    /// Nobody answers questions only to hear then that there is no store, or that it is not for
    /// them.
    void open_store() {
        const auto right = draft_.arguments.verb().right;
        if (right == gate::Right::open) return;
        reading_.emplace(gate::open_to_read(desk_, masked_line(draft_.arguments), right));
    }

    base::Language language() const { return output_.language; }
    void say(const Text& sentence) { output_.complain(sentence); }

    /// `--edit`: all free texts not given yet, in one file.
    void write_texts() {
        std::vector<EditedText> texts;
        for (const auto& option : draft_.arguments.verb().options)
            if (is_free_text(option) && !draft_.arguments.has(option.name))
                texts.push_back({std::string(option.name), heading_of(option)});
        draft_.arguments.drop(option_name(&DeedOptions::edit));
        const auto written = written_in_editor(texts, typed_line(draft_.arguments), language());
        if (written.empty())
            throw Failure(Exit::usage, Label{"没有写内容,什么也没有登记",
                                             "nothing was written; nothing was recorded"});
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

    std::vector<Candidate> offers(const Place& place, std::string_view begun) {
        return candidates(place, begun, reading_ ? &*reading_ : nullptr, language());
    }

    void ask(const Question& question) {
        const auto offered = offers(question.place, "");
        introduce(question, offered);
        while (true) {
            auto value = answer_to(question, offered);
            if (!value) return;
            value = as_kept(question.place.takes, question.place.form, std::move(*value));
            if (is_left_out(question.place.takes, *value)) {
                draft_.seen.insert(std::string(question.place.name));
                return draft_.arguments.leave_out(question.place.name, std::move(*value));
            }
            auto problem =
                value_problem(question.shown, question.place.takes, question.place.form, *value);
            if (!problem) problem = unknown_login(question, offered, *value);
            if (!problem) return take(std::string(question.place.name), *value);
            say(problem->what);
            if (!problem->remedy.empty())
                say({"  " + problem->remedy.zh, "  " + problem->remedy.en});
        }
    }

    void introduce(const Question& question, const std::vector<Candidate>& offered) {
        if (!asked_)
            say(Label{"还缺几项,逐项填写(TAB 补全,Ctrl-C 放弃):",
                      "something is missing; fill it in (TAB completes, Ctrl-C gives up):"});
        asked_ = true;
        say({base::format("{}  {}", question.shown, question.help.zh),
             base::format("{}  {}", question.shown, question.help.en)});
        const bool choice = is_choice(question);
        for (std::size_t index = 0; index < std::min(offered.size(), most_shown); ++index) {
            const auto& one = offered[index];
            const auto mark = choice ? base::format("{} ", index + 1) : std::string{};
            const auto line = base::format("  {}{}  {}", mark, one.value, one.about);
            say({line, line});
        }
        if (offered.size() > most_shown)
            say(compose({"  …共 {} 个,按 TAB 看", "  … {} in all: press TAB"}, offered.size()));
        if (!question.required) say(Label{"  (回车跳过)", "  (Enter passes it over)"});
        if (question.place.takes == Takes::words)
            say(Label{"  (Ctrl-X Ctrl-E 用编辑器写)", "  (Ctrl-X Ctrl-E opens an editor)"});
    }

    static bool is_choice(const Question& question) {
        return question.place.takes == Takes::choice || question.place.takes == Takes::choices;
    }

    /// Nothing where it is passed over.
    std::optional<std::string> answer_to(const Question& question,
                                         const std::vector<Candidate>& offered) {
        // The only one there is.
        const bool sole = question.required && offered.size() == 1;
        const auto prompt = sole ? base::format("[{}] > ", offered.front().value) : "> ";
        while (true) {
            if (!editor_) editor_.emplace();
            const auto answer = editor_->read(
                prompt, [&](const std::string& typed) { return offers(question.place, typed); });
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
        if (const auto said = std::ranges::find(offered, typed, &Candidate::about);
            said != offered.end() && !typed.empty())
            return said->value;
        if (const auto place = base::parse_whole(typed);
            place && *place >= 1 && *place <= std::ssize(offered))
            return offered[static_cast<std::size_t>(*place - 1)].value;
        const auto begins = [&](const Candidate& one) { return one.value.starts_with(typed); };
        const auto first = std::ranges::find_if(offered, begins);
        return std::ranges::count_if(offered, begins) == 1 ? first->value : typed;
    }

    /// Told now rather than after the last question. `LOGIN|none` and a new login are what they
    /// are.
    static std::optional<base::Problem> unknown_login(const Question& question,
                                                      const std::vector<Candidate>& offered,
                                                      const std::string& typed) {
        const auto& place = question.place;
        const bool known_only = place.takes == Takes::login && place.form == "LOGIN" &&
                                !(place.verb.noun == "staff" && place.name == "LOGIN");
        if (!known_only || offered.empty()) return {};
        std::vector<std::string> logins;
        for (const auto& one : offered)
            logins.push_back(one.value);
        if (std::ranges::find(logins, typed) != logins.end()) return {};
        const auto near = base::nearest(typed, logins);
        return base::Problem{compose({"没有职工「{}」", "there is no staff member '{}'"}, typed),
                             near ? compose({"是不是 {}?", "did you mean {}?"}, *near) : Text{}};
    }

    Draft& draft_;
    const gate::Desk& desk_;
    Output& output_;
    std::optional<LineEditor> editor_;
    std::optional<gate::Reading> reading_;
    bool asked_ = false;
};

bool lacks_something(const Draft& draft) {
    const auto& arguments = draft.arguments;
    const auto& verb = arguments.verb();
    return arguments.has(option_name(&DeedOptions::edit)) ||
           std::ranges::any_of(
               verb.operands,
               [&](const auto& one) { return one.required && !arguments.has(one.name); }) ||
           std::ranges::any_of(verb.options, [&](const auto& one) {
               return !arguments.has(one.name) && (one.required || is_wanted(one, arguments));
           });
}

}  // namespace

bool can_ask(const Draft& draft, const Output& output) {
    return draft.problems.empty() && lacks_something(draft) && output.format == Format::text &&
           !draft.arguments.has(option_name(&CommonOptions::no_input)) &&
           is_terminal(STDIN_FILENO) && is_terminal(STDERR_FILENO);
}

void ask_for_missing(Draft& draft, const gate::Desk& desk, Output& output) {
    Interview(draft, desk, output).run();
    const auto as = draft.arguments.find(option_name(&CommonOptions::as));
    output.complain(compose({"→ {}{}", "→ {}{}"}, typed_line(draft.arguments),
                            as != nullptr ? " --as " + *as : std::string{}));
}

}  // namespace huiyin::cli
