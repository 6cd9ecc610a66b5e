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
#include "typed_command.hpp"

namespace huiyin::cli {

namespace check_commands {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using gate::Right;
using rulebook::Finding;

struct Check final : Options {
    Maybe<Takes::time> as_of{*this, {"as-of", {"截至何时", "as of this moment"}}};
    Maybe<Takes::word> clause{*this, {"clause", {"只看某条款", "only this clause"}, "C"}};
    Maybe<Takes::word> subject{*this, {"subject", {"只看某编号", "only about this record"}, "REF"}};
    Maybe<Takes::bound> from{*this, {"from", {"从何时起到期的", "fell due at or after this"}}};
    Maybe<Takes::bound> to{*this,
                           {"to",
                            {"到何时为止到期的(时刻不含,日期含当天)",
                             "fell due before this (through the end of a day)"}}};
    Maybe<Takes::login> who{*this, {"who", {"只看某人的", "only this person's breaches"}}};
    Maybe<Takes::word, base::Seconds> due_within{
        *this, {"due-within", {"多久内到期的", "also what falls due within this time"}, "24h"}};
    Flag all{*this, {"all", {"连同已说明的违规与提示", "explained breaches and notices too"}}};
};

struct Explain final : Options {
    Required<Takes::word> rule{*this, operand("RULE", {"规则、规则的名称,或条款(2.2.4)",
                                                       "the rule, its title, or a clause: 2.2.4"})};
    Required<Takes::word> record{*this,
                                 operand("REF", {"编号", "number of the record, or the week"})};
    Required<Takes::words> reason{*this, {"reason", {"说明", "why it happened"}}};
};

struct Why final : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "number of the record"})};
};

/// The subject as findings name it. A mistyped one would look clean for ever, so it has to be on
/// file: a record, a week or month, or somebody on the staff.
std::string required_subject(gate::Reading& reading, const std::string& typed) {
    auto subject = records::full_number_or_as_typed(typed, this_year(reading));
    if (records::is_prefix(subject.substr(0, subject.find('-'))))
        return records::require_matter(reading.connection, typed, this_year(reading)).no;
    if (const auto person = records::find_staff_by_name(reading.connection, subject))
        return records::login_of(reading.connection, *person);
    if (base::read_as<base::Week>(subject) || base::read_as<base::Month>(subject) ||
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
    return finding.severity == "breach" && !finding.explained();
}

/// What part of the findings and deadlines was asked for.
struct Part {
    std::optional<std::string> clause;
    std::optional<std::string> subject;
    std::optional<std::string> who;
    std::optional<base::Instant> from;
    std::optional<base::Instant> to;
};

bool of_clause(const std::vector<std::string>& clauses, const std::string& clause) {
    return std::ranges::find(clauses, clause) != clauses.end();
}

Part part_of(gate::Reading& reading, const Check& typed) {
    Part part;
    if (typed.clause()) part.clause = required_clause(*typed.clause());
    if (typed.subject()) part.subject = required_subject(reading, *typed.subject());
    if (const auto& who = typed.who())
        part.who =
            records::login_of(reading.connection, records::require_staff(reading.connection, *who));
    if (typed.from()) part.from = typed.from()->begin;
    if (typed.to()) part.to = typed.to()->end;
    if (part.from && part.to && *part.to <= *part.from)
        throw Failure(Exit::usage,
                      base::Label{"--to 必须晚于 --from", "--to must be later than --from"});
    return part;
}

/// `fell_due` is since when it is broken, or by when it is to be done.
bool belongs(const Part& part, const rulebook::Rule& rule, const std::string& subject,
             base::Instant fell_due) {
    return (!part.clause || of_clause(rule.clauses, *part.clause)) &&
           (!part.subject || subject == *part.subject) && (!part.from || fell_due >= *part.from) &&
           (!part.to || fell_due < *part.to);
}

Exit check(ReadContext reader, const Check& typed) {
    auto& [reading, output] = reader;
    if (const auto as_of = typed.as_of()) reading.now = *as_of;
    const auto& within = typed.due_within();
    const auto part = part_of(reading, typed);

    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    auto verdict = checker.audit();
    auto& findings = verdict.findings;
    auto& due = verdict.due;
    std::erase_if(findings, [&](const Finding& one) {
        return !belongs(part, *one.rule, one.subject, one.since) ||
               (part.who && one.blamed != part.who);
    });
    std::erase_if(due, [&](const rulebook::Deadline& one) {
        return !belongs(part, *one.rule, one.subject, one.due) ||
               (part.who && checker.would_be_blamed(one) != part.who);
    });
    if (within)
        std::erase_if(due, [&](const auto& one) { return one.due > reading.now + *within; });

    const bool clean = std::ranges::none_of(findings, is_standing);
    const nlohmann::ordered_json json{
        {"findings", reports::findings_json(findings, reading.zone, output.language)},
        {"due", reports::due_json(due, reading.zone)}};
    // For people: what they have to act on. JSON always has all of it.
    if (!typed.all()) std::erase_if(findings, std::not_fn(is_standing));
    if (!within) due.clear();
    if (output.format == Format::json || !findings.empty() || !due.empty()) {
        const auto policies = records::Policies::load(reading.connection);
        const auto view = view_of(reading, policies);
        // A spreadsheet wants rows of one kind, a screen what comes first.
        output.show(output.document != nullptr && output.document->is == reports::Format::Is::cells
                        ? reports::check_document(findings, due, view)
                        : reports::check_screen(findings, due, view),
                    json);
    }
    return clean ? Exit::done : Exit::refused;
}

records::WriteResult explain(const records::Writing& writing, const Explain& typed) {
    return rulebook::explain_breach(
        writing, typed.rule(), records::full_number_or_as_typed(typed.record(), writing.year()),
        typed.reason());
}

Exit why(ReadContext reader, const Why& typed) {
    auto& [reading, output] = reader;
    const auto matter =
        records::require_matter(reading.connection, typed.record(), this_year(reading));
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    const auto deadlines = checker.deadlines_of(matter.no);
    const auto findings = checker.about(matter.no).findings;
    const auto policies = records::Policies::load(reading.connection);
    output.show(reports::why_document(matter.no, deadlines, findings, view_of(reading, policies)),
                reports::why_json(matter.no, deadlines, reading.zone, reading.now));
    return Exit::done;
}

constexpr std::array verbs{
    command<check>({.noun = "check",
                    .verb = "",
                    .help = {"合规检查:未说明的违规", "check for unexplained breaches"},
                    .clause = "",
                    .right = Right::read,
                    .example = "huiyin check --due-within 4h"}),
    command<explain>(
        {.noun = "check",
         .verb = "explain",
         .help = {"说明一项违规", "explain a breach"},
         .clause = "",
         .right = Right::explain,
         .decision = true,
         .binds_now = true,
         .audits = true,
         .example = "huiyin check explain complaint.replied-in-time ts-1 --reason 当日全校停电"}),
    command<why>({.noun = "why",
                  .verb = "",
                  .help = {"每个时限是怎么算的", "how each deadline was worked out"},
                  .clause = "",
                  .right = Right::read,
                  .example = "huiyin why ts-1"}),
};

}  // namespace
}  // namespace check_commands

std::span<const Verb> check_verbs() {
    return check_commands::verbs;
}

}  // namespace huiyin::cli
