#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/reports/check_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/explain.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
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

/// `ts-1` becomes the full number; weeks and logins are what they are.
std::string full_subject(const std::string& typed, int year) {
    try {
        return records::full_number(typed, year);
    } catch (const base::Failure&) {
        return typed;
    }
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

    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    auto [findings, due] = checker.audit();
    if (const auto clause = arguments.maybe("clause")) {
        std::erase_if(findings,
                      [&](const auto& one) { return !of_clause(one.rule->clauses, *clause); });
        std::erase_if(due, [&](const auto& one) { return !of_clause(one.rule->clauses, *clause); });
    }
    if (const auto typed = arguments.maybe("subject")) {
        const auto subject = full_subject(*typed, this_year(reading));
        std::erase_if(findings, [&](const auto& one) { return one.subject != subject; });
        std::erase_if(due, [&](const auto& one) { return one.subject != subject; });
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
        full_subject(arguments.text("REF"), base::year_of(writing.now(), writing.zone())),
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
