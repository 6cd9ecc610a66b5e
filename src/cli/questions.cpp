#include "questions.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/input.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/repair.hpp"
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
    for (const auto& one : offered)
        known.push_back(one.value);
    if (std::ranges::find(known, value) != known.end()) return {};
    const auto near = base::nearest(value, known);
    return Problem{compose({"{}:没有类别「{}」", "{}: there is no category '{}'"}, shown, value),
                   near ? compose({"是不是 {}?", "did you mean {}?"}, *near) : base::Text{}};
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

std::vector<std::string_view> options_of_rule(const Verb& verb, std::string_view rule) {
    std::vector<std::string_view> found;
    const auto* about = std::ranges::find(rules, rule, &About::rule);
    if (about == rules.end()) return found;
    for (const auto& name : choices_of(about->options))
        if (const auto* option = find_option(verb, name)) found.push_back(option->name);
    return found;
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
    const bool of_repairs =
        place.takes == Takes::word &&
        (place.form == "CATEGORY" || (place.name == "category" && place.verb.noun == "repair"));
    if (of_repairs) return unknown_category(place, shown, value, reading);
    return {};
}

}  // namespace huiyin::cli
