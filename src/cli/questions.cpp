#include "questions.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/records/step_kind.hpp"
#include "reading.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::compose;
using base::Failure;
using base::Problem;

namespace {

bool has_one_of(const Arguments& arguments, std::string_view option, std::string_view values) {
    const auto* value = arguments.find(option);
    const auto accepted = choices_of(values);
    return value != nullptr && std::ranges::find(accepted, *value) != accepted.end();
}

/// Which options a rule is about, divided by `|`, in the order in which they are asked.
struct About {
    std::string_view rule;
    std::string_view options;
};
constexpr std::array rules{
    About{"callback.appointment", "settled|appointment"},
    About{"callback.follow-up-method", "method|signed-by"},
    About{"callback.kind-of-method", "method|signed-by"},
    About{"callback.visit-signature", "signed-by"},
    About{"complaint.courtesy", "courtesy|courtesy-missed"},
    About{"complaint.escalated-properly", "to"},
    About{"complaint.no-buck-passing", "to|reason"},
    About{"complaint.quarrel-taken-over", "stopped-by|taken-over-by"},
    About{"duty.fault-followed", "repair|event|known"},
    About{"duty.handover-parties", "to"},
    About{"duty.reported", "reported-to"},
    About{"duty.roster-clash", "from|to"},
    About{"matter.outcome", "outcome"},
    About{"order.returned-to-clerk", "to"},
    About{"order.sequence", "agreed-by"},
    About{"record.in-order", "at"},
    About{"record.late-reason", "late-reason"},
    About{"repair.urgent-stays", "appointment|category"},
    About{"rework.apology", "apology"},
    About{"rework.same-technician", "to|instead|reason"},
    About{"speech.taboo-phrase", "text|reply|note|settled|outcome|result|apology"},
    About{"staff.chain", "superior|successor"},
    About{"suggestion.courtesy", "courtesy"},
};

/// That a record there is not is none; the failure says which there are.
template <typename Find>
std::optional<Problem> not_found(const std::string& shown, Find find) {
    try {
        find();
        return {};
    } catch (const Failure& failure) {
        auto problem = failure.problems().front();
        problem.what.zh = shown + ":" + problem.what.zh;
        problem.what.en = shown + ": " + problem.what.en;
        return problem;
    }
}

void require_record(gate::Reading& reading, const std::string& typed) {
    const int year = this_year(reading);
    const auto no = records::full_number(typed, year);
    if (no.starts_with("HF"))
        records::require_callback(reading.connection, no, year);
    else if (no.starts_with("PG"))
        records::require_order(reading.connection, no, year);
    else
        records::require_matter(reading.connection, no, year);
}

/// The login of somebody new is nobody's yet; `none` is nobody.
bool names_somebody_known(const Place& place) {
    return place.verb.noun != "staff" || place.name != "LOGIN" || place.verb.verb != "add";
}

std::optional<Problem> unknown_category(const Place& place, const std::string& shown,
                                        const std::string& value, gate::Reading& reading) {
    const auto offered = candidates(place, "", &reading, base::Language::chinese);
    std::vector<std::string> known;
    std::vector<std::string> called;
    for (const auto& one : offered) {
        known.push_back(one.value);
        called.push_back(one.about.empty() ? one.value : one.about);
    }
    if (std::ranges::find(known, value) != known.end()) return {};
    const auto near = base::nearest(value, known);
    const auto near_zh = base::nearest_in_meaning(value, called);
    return Problem{compose({"{}:没有类别「{}」", "{}: there is no category '{}'"}, shown, value),
                   {near_zh ? base::format("是不是「{}」?", *near_zh) : "",
                    near ? base::format("did you mean {}?", *near) : ""}};
}

}  // namespace

bool is_wanted(const Option& option, const Arguments& arguments) {
    if (!option.wanted || arguments.has(option_name(&ProvenanceOptions::as_happened))) return false;
    const auto& wanted = *option.wanted;
    if (!wanted.unless.empty() && arguments.has(wanted.unless)) return false;
    return wanted.option.empty() || has_one_of(arguments, wanted.option, wanted.values);
}

bool is_worth_asking(const Option& option, const Arguments& arguments) {
    static constexpr std::array<std::string_view, 4> residents{"complaint", "suggestion", "repair",
                                                               "assist"};
    const auto& verb = arguments.verb();
    if (verb.verb != "add" || std::ranges::find(residents, verb.noun) == residents.end())
        return false;
    if (option.name == "place") return !arguments.has("unit");
    return option.name == "unit" || option.name == "phone" || option.name == "from";
}

bool lacks_something(const Arguments& arguments) {
    const auto& verb = arguments.verb();
    return arguments.has(option_name(&ProvenanceOptions::edit)) || corrects_nothing(arguments) ||
           std::ranges::any_of(
               verb.operands,
               [&](const auto& one) { return one.required && !arguments.has(one.name); }) ||
           std::ranges::any_of(verb.options, [&](const auto& one) {
               return !arguments.has(one.name) && (one.required || is_wanted(one, arguments));
           });
}

bool corrects_nothing(const Arguments& arguments) {
    const auto& verb = arguments.verb();
    return verb.noun == "amend" && std::ranges::none_of(verb.options, [&](const Option& one) {
               return one.name != "reason" && arguments.has(one.name);
           });
}

bool command_takes(std::string_view command, std::string_view option) {
    const auto blank = std::min(command.find(' '), command.size());
    const auto* verb =
        find_verb(command.substr(0, blank), command.substr(std::min(blank + 1, command.size())));
    return verb != nullptr && find_option(*verb, option) != nullptr;
}

bool is_foreign(std::string_view kind, const records::Field& field) {
    // Each kind has the columns of all, and is not told everything that they could hold.
    static constexpr std::array<std::string_view, 5> of_residents{"complaint", "suggestion",
                                                                  "assist", "repair", "event"};
    const auto known =
        std::ranges::find(records::matter_kinds(), kind, &records::MatterKindName::word);
    if (field.of != "matter" || field.key == "opened_at" ||
        known == records::matter_kinds().end() ||
        std::ranges::find(of_residents, kind) != of_residents.end())
        return false;
    // What a survey asks is its title.
    const auto option =
        kind == "survey" && field.key == "text" ? std::string_view("title") : field.typed.option;
    return !command_takes(known->opening, option);
}

std::vector<const Option*> correctable(const Verb& verb, const std::string& record,
                                       gate::Reading& reading) {
    std::string_view kind;
    try {
        const auto no = records::full_number(record, this_year(reading));
        kind = no.starts_with("HF")
                   ? "callback"
                   : records::name_of(
                         records::require_matter(reading.connection, no, this_year(reading)).kind)
                         .word;
    } catch (const Failure&) {
        return {};
    }
    std::vector<const Option*> found;
    for (const auto& option : verb.options) {
        const auto* field = kind == "callback" ? records::amendable_part(kind, option.name)
                                               : records::amendable_field(kind, option.name);
        const bool is_permitted = !option.right || gate::may(reading.connection, reading.viewer,
                                                             *option.right, reading.now);
        const bool has_a_verb_of_its_own = kind == "repair" && option.name == "category";
        if (field != nullptr && is_foreign(kind, *field)) continue;
        if (field != nullptr && is_permitted && !has_a_verb_of_its_own) found.push_back(&option);
    }
    return found;
}

namespace {

std::optional<records::Order> order_named(const std::string& record, gate::Reading& reading) {
    if (!records::is_number_of(record, "PG")) return {};
    try {
        return records::require_order(reading.connection, record, this_year(reading));
    } catch (const Failure&) {
        return {};
    }
}

}  // namespace

std::vector<Candidate> steps_to_correct(const std::string& record, gate::Reading& reading,
                                        base::Language language) {
    std::vector<Candidate> found;
    const auto order = order_named(record, reading);
    if (!order) return found;
    for (const auto& step : order->steps)
        found.push_back({base::format("{}", step.seq),
                         base::format("{} {}", records::step_title(step.what).in(language),
                                      base::readable_brief(step.at, reading.now, reading.zone))});
    return found;
}

std::vector<const Option*> correctable_in_step(const Verb& verb, const std::string& order_no,
                                               const std::string& seq, gate::Reading& reading) {
    std::vector<const Option*> found;
    const auto order = order_named(order_no, reading);
    if (!order) return found;
    const auto step =
        std::ranges::find(order->steps, base::parse_whole(seq).value_or(0), &records::Step::seq);
    if (step == order->steps.end()) return found;
    const auto* kind = records::find_step_kind(step->what);
    for (const auto& option : verb.options) {
        const bool of_any = option.name == "step-at" || option.name == "step-by" ||
                            (option.name == "step-reason" && step->reason) ||
                            (option.name == "to" && step->to && step->what != "dispatch");
        const bool of_this =
            kind != nullptr && (kind->has_words(option.name) ||
                                (records::amendable_part("step", option.name) != nullptr &&
                                 command_takes(kind->command, option.name)));
        const bool is_permitted = !option.right || gate::may(reading.connection, reading.viewer,
                                                             *option.right, reading.now);
        if ((of_any || of_this) && is_permitted) found.push_back(&option);
    }
    return found;
}

std::vector<std::string_view> asked_again(const Arguments& arguments,
                                          const gate::Refusal& refusal) {
    std::vector<std::string_view> names;
    for (const auto& finding : refusal.findings()) {
        if (!finding.severity.starts_with("refuse")) continue;
        const auto about = options_of_rule(arguments.verb(), finding.rule->id);
        if (about.empty()) return {};
        for (const auto name : about)
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    // Of what was said, only what was: a taboo phrase stands in one of several texts.
    const auto was_said = [&](std::string_view name) { return arguments.has(name); };
    const bool of_speech = std::ranges::any_of(refusal.findings(), [](const auto& finding) {
        return finding.rule->id == "speech.taboo-phrase";
    });
    if (of_speech && std::ranges::any_of(names, was_said))
        std::erase_if(names, [&](std::string_view name) { return !was_said(name); });
    return names;
}

std::vector<std::string_view> options_of_rule(const Verb& verb, std::string_view rule) {
    std::vector<std::string_view> found;
    const auto* about = std::ranges::find(rules, rule, &About::rule);
    if (about == rules.end()) return found;
    for (const auto& name : choices_of(about->options))
        if (const auto* option = find_option(verb, name)) found.push_back(option->name);
    return found;
}

bool is_free_text(const Option& option) {
    return option.takes == Takes::words && option.value == "TEXT";
}

bool is_needless(std::string_view option, const Arguments& arguments) {
    const auto all_acts = std::ssize(records::words::reception);
    if (option == "courtesy-missed") {
        const auto* offered = arguments.find("courtesy");
        return offered != nullptr && std::ssize(base::split_list(*offered)) == all_acts;
    }
    if (option == "appointment") return arguments.has("settled");
    if (option == "event") return arguments.has("repair");
    return option == "known" && (arguments.has("repair") || arguments.has("event"));
}

std::optional<Problem> problem_on_file(const Place& place, const std::string& shown,
                                       const std::string& value, gate::Reading& reading) {
    if (place.takes == Takes::number)
        return not_found(shown, [&] { require_record(reading, value); });
    if (place.takes == Takes::numbers)
        return not_found(shown, [&] {
            for (const auto& one : base::split_list(value))
                require_record(reading, one);
        });
    if ((place.takes == Takes::login || place.takes == Takes::logins) &&
        names_somebody_known(place))
        return not_found(shown, [&] {
            for (const auto& one : base::split_list(value))
                if (one != "none") records::require_staff(reading.connection, one);
        });
    if (place.takes == Takes::login && !names_somebody_known(place))
        return not_found(shown, [&] { records::require_new_login(reading.connection, value); });
    const bool of_repairs =
        place.takes == Takes::word &&
        (place.form == "CATEGORY" || (place.name == "category" && place.verb.noun == "repair"));
    if (of_repairs) return unknown_category(place, shown, value, reading);
    return {};
}

}  // namespace huiyin::cli
