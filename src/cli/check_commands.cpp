#include <algorithm>
#include <array>

#include "check_value.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/check_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/explain.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using gate::Right;
using rulebook::Finding;

constexpr std::array check_options{
    Option{"as-of", Takes::time, "TIME", {"截至何时", "judged as of"}},
    Option{"clause", Takes::word, "C", {"只看某条款", "of this clause"}},
    Option{"subject", Takes::word, "REF", {"只看某编号", "about this record"}},
    Option{"due-within", Takes::word, "24h", {"多久内到期的", "and what falls due within"}},
    Option{"all", Takes::nothing, "", {"连同已说明的与提示", "the explained and the notices too"}},
};
constexpr std::array explain_operands{
    Operand{"RULE", Takes::word, {"规则", "the rule"}},
    Operand{"REF", Takes::word, {"编号", "the record or week"}},
};
constexpr std::array explain_options{
    Option{"reason", Takes::words, "TEXT", {"说明", "why it happened"}, true}};
constexpr std::array why_operands{Operand{"REF", Takes::number, {"编号", "the record"}}};

/// The subject as findings name it. A mistyped one would look clean for ever, so it has to be on
/// file: a record, a week or month, or somebody on the staff.
std::string required_subject(gate::Reading& reading, const std::string& typed) {
    auto subject = records::full_number_or_as_typed(typed, this_year(reading));
    if (records::is_prefix(subject.substr(0, subject.find('-'))))
        return records::require_matter(reading.connection, typed, this_year(reading)).no;
    if (reads_as<base::Week>(subject) || reads_as<base::Month>(subject) ||
        records::find_staff(reading.connection, subject) ||
        std::ranges::count(records::policy_definitions(), subject,
                           &records::PolicyDefinition::key) > 0)
        return subject;
    throw Failure(Exit::not_found, compose({"没有「{}」", "there is no '{}'"}, typed),
                  base::Label{"写编号(ts-1)、周(2026-W47)、登录名或制度参数",
                              "name a record (ts-1), a week (2026-W47), a login or a policy"});
}

std::string required_clause(const std::string& typed) {
    if (rulebook::is_clause(typed)) return typed;
    throw Failure(Exit::usage,
                  compose({"--clause 没有条款「{}」", "--clause: there is no clause {}"}, typed),
                  base::Label{"写作 3.3.2 的样子;一览见 huiyin rules list",
                              "write it like 3.3.2; huiyin rules list has them"});
}

bool is_standing(const Finding& finding) {
    return finding.severity == "breach" && !finding.explained;
}

bool of_clause(const std::vector<std::string>& clauses, const std::string& clause) {
    return std::ranges::find(clauses, clause) != clauses.end();
}

Exit check(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    if (const auto as_of = time_of(reading, arguments.time("as-of"))) reading.now = *as_of;
    std::optional<base::Seconds> within;
    if (const auto typed = arguments.maybe("due-within")) within = base::parse_duration(*typed);
    std::optional<std::string> clause;
    if (const auto typed = arguments.maybe("clause")) clause = required_clause(*typed);
    std::optional<std::string> subject;
    if (const auto typed = arguments.maybe("subject")) subject = required_subject(reading, *typed);

    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    auto [findings, due] = checker.audit();
    if (clause) {
        std::erase_if(findings,
                      [&](const auto& one) { return !of_clause(one.rule->clauses, *clause); });
        std::erase_if(due, [&](const auto& one) { return !of_clause(one.rule->clauses, *clause); });
    }
    if (subject) {
        std::erase_if(findings, [&](const auto& one) { return one.subject != *subject; });
        std::erase_if(due, [&](const auto& one) { return one.subject != *subject; });
    }
    if (within)
        std::erase_if(due, [&](const auto& one) { return one.due > reading.now + *within; });

    const bool clean = std::ranges::none_of(findings, is_standing);
    const nlohmann::ordered_json json{
        {"findings", reports::findings_json(findings, reading.zone, output.language)},
        {"due", reports::due_json(due, reading.zone)}};
    // For people: what they have to act on. JSON always has all of it.
    if (!arguments.has("all")) std::erase_if(findings, std::not_fn(is_standing));
    if (!within) due.clear();
    if (output.format == Format::json || !findings.empty() || !due.empty()) {
        const auto policies = records::Policies::load(reading.connection);
        // A spreadsheet wants rows of one kind, a screen what comes first.
        output.show(output.format == Format::csv
                        ? reports::check_document(findings, due, reading.zone, reading.now)
                        : reports::check_screen(findings, due, view_of(reading, policies)),
                    json);
    }
    return clean ? Exit::done : Exit::refused;
}

records::Made explain(const records::Writing& writing, const Arguments& arguments) {
    return rulebook::explain_breach(
        writing, arguments.text("RULE"),
        records::full_number_or_as_typed(arguments.text("REF"), writing.year()),
        arguments.text("reason"));
}

Exit why(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto matter =
        records::require_matter(reading.connection, arguments.text("REF"), this_year(reading));
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    const auto clocks = checker.clocks_of(matter.no);
    const auto findings = checker.about(matter.no).findings;
    output.show(reports::why_document(matter.no, clocks, findings, reading.zone, reading.now),
                reports::why_json(matter.no, clocks, reading.zone, reading.now));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "check",
         .verb = "",
         .help = {"合规检查:未说明的违规", "what breaks the regulation"},
         .clause = "",
         .right = Right::read,
         .action = check,
         .options = check_options,
         .example = "huiyin check --due-within 4h"},
    Verb{.noun = "check",
         .verb = "explain",
         .help = {"说明一项违规", "explain a breach"},
         .clause = "",
         .right = Right::explain,
         .action = explain,
         .operands = explain_operands,
         .options = explain_options,
         .decision = true,
         .audits = true,
         .example = "huiyin check explain complaint.replied-in-time ts-1 --reason 当日全校停电"},
    Verb{.noun = "why",
         .verb = "",
         .help = {"每个时限的算法", "every deadline's arithmetic"},
         .clause = "",
         .right = Right::read,
         .action = why,
         .operands = why_operands,
         .example = "huiyin why ts-1"},
};

}  // namespace

std::span<const Verb> check_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
