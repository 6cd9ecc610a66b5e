#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <variant>

#include "check_value.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/check_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/explain.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
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
using rulebook::FoundOnFile;
using Brief = FoundOnFile::Brief;

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
    Flag afresh{*this,
                {"afresh",
                 {"一切重新判断,并核对库里记下的(有出入退出码 5)",
                  "judge everything anew, and compare it with what the store keeps (exit 5)"}}};
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

/// What has to be answered for, and was not.
bool is_standing(const Brief& finding) {
    return finding.severity == "breach" && !finding.explained;
}

Brief brief(const Finding& finding) {
    return {.rule = finding.rule,
            .severity = finding.severity,
            .subject = finding.subject,
            .since = finding.since,
            .open = finding.open,
            .explained = finding.explained()};
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
bool belongs(const Part& part, const rulebook::Rule& rule, std::string_view subject,
             base::Instant fell_due) {
    return (!part.clause || of_clause(rule.clauses, *part.clause)) &&
           (!part.subject || subject == *part.subject) && (!part.from || fell_due >= *part.from) &&
           (!part.to || fell_due < *part.to);
}

/// The findings that were asked for, one after the other.
class FindingsAskedFor {
  public:
    /// `only_standing`: for people, what they have to act on.
    FindingsAskedFor(const FoundOnFile& found, const Part& part, bool only_standing)
        : found_(found), part_(part), only_standing_(only_standing) {}

    void for_each(const FoundOnFile::Visit& visit) const {
        found_.for_each([&](const Brief& one) { return is_asked_for(one); }, of_whom(visit));
    }
    void for_each_of(const rulebook::Rule& rule, const FoundOnFile::Wanted& wanted,
                     const FoundOnFile::Visit& visit) const {
        found_.for_each_of(
            rule, [&](const Brief& one) { return is_asked_for(one) && wanted(one); },
            of_whom(visit));
    }
    void for_each_brief(const std::function<void(const Brief&)>& visit) const {
        // Whose it is, is looked up where it is told.
        if (part_.who) return for_each([&](const Finding& one) { visit(brief(one)); });
        found_.for_each_brief([&](const Brief& one) {
            if (is_asked_for(one)) visit(one);
        });
    }

  private:
    bool is_asked_for(const Brief& one) const {
        return belongs(part_, *one.rule, one.subject, one.since) &&
               (!only_standing_ || is_standing(one));
    }
    FoundOnFile::Visit of_whom(const FoundOnFile::Visit& visit) const {
        return [this, &visit](const Finding& one) {
            if (!part_.who || one.blamed == part_.who) visit(one);
        };
    }

    const FoundOnFile& found_;
    const Part& part_;
    bool only_standing_;
};

/// Written one by one: nobody has to hold all of it.
void show_json(const FindingsAskedFor& findings, const std::vector<rulebook::Deadline>& due,
               const base::Zone& zone, Output& output) {
    std::string_view before = "{\"findings\":[";
    findings.for_each([&](const Finding& one) {
        output.write(std::exchange(before, ","));
        output.write(output.as_json(reports::findings_json({one}, zone, output.language).front()));
    });
    if (before != ",") output.write(before);
    output.write("],\"due\":" + output.as_json(reports::due_json(due, zone)) + "}\n");
}

/// So many at a time are put into words and laid out.
constexpr std::size_t in_a_part = 1'000;

/// A spreadsheet wants rows of one kind, and gets them a part after the other.
void show_rows(const FindingsAskedFor& findings, const std::vector<rulebook::Deadline>& due,
               const reports::View& view, Output& output) {
    std::vector<Finding> part;
    bool has_begun = false;
    const auto show = [&] {
        auto document = reports::check_document(std::exchange(part, {}), {}, view);
        if (std::exchange(has_begun, true))
            output.show_more(std::get<reports::Table>(document.sections.front().blocks.front()));
        else
            output.show(document, {});
    };
    findings.for_each([&](const Finding& one) {
        part.push_back(one);
        // What is due would stand above further rows.
        if (part.size() == in_a_part && due.empty()) show();
    });
    if (!due.empty()) return output.show(reports::check_document(part, due, view), {});
    if (!part.empty()) show();
}

/// A screen wants what comes first.
void show_screen(const FindingsAskedFor& findings, const std::vector<rulebook::Deadline>& due,
                 const reports::View& view, Output& output) {
    const reports::FindingSource source{
        .briefs = [&](const auto& visit) { findings.for_each_brief(visit); },
        .of_rule = [&](const auto& rule, const auto& wanted,
                       const auto& visit) { findings.for_each_of(rule, wanted, visit); }};
    if (output.format != Format::text)
        return output.show(reports::check_screen(source, due, view), {});
    reports::show_check_screen(source, due, view, in_a_part,
                               [&](const reports::Document& part, bool goes_on) {
                                   if (part.title.empty() && !goes_on) output.write("\n");
                                   output.show(part, {});
                               });
}

/// So many of what differs are told; of an altered store it may be thousands.
constexpr std::size_t told_at_most = 20;

std::string listed(std::vector<std::string> those, std::string_view between) {
    const auto more = those.size() > told_at_most ? those.size() - told_at_most : 0;
    those.resize(those.size() - more);
    auto text = base::format("{}", fmt::join(those, between));
    return more == 0 ? text : base::format("{}{}… (+{})", text, between, more);
}

/// What is kept says what is so now, of all of it.
void require_kept_to_be_so(const FoundOnFile& found) {
    std::vector<base::Problem> problems;
    const base::Label remedy{"用 huiyin audit verify 查库有没有被改过",
                             "huiyin audit verify tells whether the store was altered"};
    if (const auto forgotten = found.forgotten(); !forgotten.empty())
        problems.push_back({compose({"时限还在走,库里却没有记下:{}",
                                     "deadlines run, and the store does not say so: {}"},
                                    listed(forgotten, " ")),
                            remedy});
    if (const auto differences = found.differences(); !differences.empty())
        problems.push_back(
            {compose({"重新判断的结果与库里记下的不同:{}",
                      "judged anew it comes to something else than what the store keeps: {}"},
                     listed(differences, ", ")),
             remedy});
    if (!problems.empty()) throw Failure(Exit::integrity, std::move(problems));
}

/// By the verdicts that are kept, but of another moment, which they say nothing of.
FoundOnFile::Judging judging_of(const Check& typed) {
    if (typed.as_of() && typed.afresh())
        throw Failure(Exit::usage,
                      base::Label{"--afresh 核对的是现在,不能与 --as-of 同用",
                                  "--afresh compares what is kept of now: leave out --as-of"});
    if (typed.afresh()) return FoundOnFile::Judging::afresh;
    return typed.as_of() ? FoundOnFile::Judging::everything : FoundOnFile::Judging::whats_unjudged;
}

Exit check(ReadContext reader, const Check& typed) {
    auto& [reading, output] = reader;
    if (const auto as_of = typed.as_of()) reading.now = *as_of;
    const auto& within = typed.due_within();
    const auto part = part_of(reading, typed);

    FoundOnFile found(reading.connection, reading.zone, reading.now, judging_of(typed));
    if (typed.afresh()) require_kept_to_be_so(found);
    auto& due = found.due;
    std::erase_if(due, [&](const rulebook::Deadline& one) {
        return !belongs(part, *one.rule, one.subject, one.due) ||
               (part.who && found.would_be_blamed(one) != part.who) ||
               (within && one.due > reading.now + *within);
    });

    bool clean = true;
    FindingsAskedFor(found, part, true).for_each_brief([&](const auto&) { clean = false; });
    if (output.format == Format::json) {
        show_json({found, part, false}, due, reading.zone, output);
        return clean ? Exit::done : Exit::refused;
    }
    // For people: what they have to act on. JSON always has all of it.
    const FindingsAskedFor findings(found, part, !typed.all());
    bool is_nothing = clean;
    if (typed.all()) findings.for_each_brief([&](const auto&) { is_nothing = false; });
    if (!within) due.clear();
    if (is_nothing && due.empty()) return Exit::done;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    if (output.document != nullptr && output.document->is == reports::Format::Is::cells)
        show_rows(findings, due, view, output);
    else
        show_screen(findings, due, view, output);
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
