#include "huiyin/rulebook/explain.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using records::Role;
using records::StaffEdition;
using records::Writing;

namespace {

bool is_judged_by_itself(const Writing& writing, std::string_view subject) {
    return store::find_integer(writing.connection(),
                               "SELECT 1 FROM matter WHERE no = ? AND kind <> 'roster'", subject)
        .has_value();
}

/// The breaches of a rule, or of every rule of a clause, that stand unexplained about the subject.
std::vector<Finding> standing(const Writing& writing, std::string_view rule,
                              std::string_view subject) {
    const bool of_clause = is_clause(rule);
    const auto id = of_clause ? std::string{} : require_rule(writing.connection(), rule).id;
    Checker checker(writing.connection(), writing.zone(), writing.now());
    // Everybody who records waits: what one matter tells is not looked for among all. Posts that
    // were missed are roster entries; those, weeks and people only an audit finds.
    auto findings = is_judged_by_itself(writing, subject)
                        ? checker.about(std::string(subject)).findings
                        : checker.audit().findings;
    std::erase_if(findings, [&](const Finding& finding) {
        const auto cited = clauses_of(finding.rule->clause);
        const bool meant =
            of_clause ? std::ranges::find(cited, rule) != cited.end() : finding.rule->id == id;
        return !meant || finding.subject != subject || finding.severity != "breach" ||
               finding.explained();
    });
    return findings;
}

/// A clause may have several rules: each breach has reasons of its own.
void require_one_rule(const std::vector<Finding>& findings, std::string_view clause,
                      std::string_view subject) {
    std::set<std::string> rules;
    for (const auto& finding : findings)
        rules.insert(finding.rule->id);
    if (rules.size() < 2) return;
    throw Failure(Exit::usage,
                  compose({"{} 违反 {} 的有 {} 条规则", "{} broke {} under {} rules"}, subject,
                          clause, rules.size()),
                  {base::format("逐条说明:{}", fmt::join(rules, "、")),
                   base::format("explain each: {}", fmt::join(rules, ", "))});
}

/// Whether somebody in this place may explain what that person answers for: never they themselves;
/// a head's own is for an auditor or a higher head, and an auditor explains nothing else.
bool may_explain(const Writing& writing, records::StaffId place,
                 const std::optional<StaffEdition>& person) {
    auto& connection = writing.connection();
    if (person && person->staff == place) return false;
    const auto role = records::staff_as_of(connection, place, writing.now()).role;
    if (!person || person->role != Role::head) return role == Role::manager || role == Role::head;
    return role == Role::auditor ||
           (role == Role::head &&
            records::is_above(connection, place, person->staff, writing.now()));
}

void require_impartial(const Writing& writing, const Finding& finding) {
    const auto& explainer = writing.recorder();
    std::optional<StaffEdition> person;
    if (finding.blamed)
        person = records::staff_as_of(writing.connection(), writing.staff(*finding.blamed),
                                      finding.since);
    const bool own = person && person->staff == explainer.staff;
    const auto places = records::places_of(writing.connection(), explainer.staff, writing.now());
    if (!own && std::ranges::any_of(places, [&](records::StaffId place) {
            return may_explain(writing, place, person);
        }))
        return;
    const bool of_head = person && person->role == Role::head;
    throw Failure(Exit::not_permitted,
                  own ? compose({"不能说明自己的违规({})", "nobody explains their own breach ({})"},
                                finding.subject)
                      : compose({"{} 不能说明这一违规({})", "{} may not explain this breach ({})"},
                                explainer.login, finding.subject),
                  of_head
                      ? Label{"负责人的违规由审计或更高的负责人说明",
                              "a head's breach is explained by an auditor or a higher head"}
                      : Label{"请其他主管或负责人说明", "let another manager or head explain it"});
}

}  // namespace

records::WriteResult explain_breach(const Writing& writing, std::string_view rule,
                                    std::string_view subject, const std::string& reason) {
    const auto findings = standing(writing, rule, subject);
    require_one_rule(findings, rule, subject);
    if (findings.empty())
        throw Failure(
            Exit::not_found,
            compose({"{1} 没有待说明的违规 {0}", "there is no unexplained breach of {} by {}"},
                    rule, subject),
            Label{"待说明的见 huiyin check", "huiyin check lists the unexplained breaches"});
    for (const auto& finding : findings) {
        require_impartial(writing, finding);
        const auto id = writing.next_id("explanation");
        store::run(writing.connection(),
                   "INSERT INTO explanation (id, rule, subject, since, reason, at, recorder)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                   id, finding.rule->id, finding.subject, finding.since,
                   writing.keep("explanation.reason", id, std::string_view(reason)),
                   writing.provenance().at, writing.recorder().staff);
    }
    return {std::string(subject), {}};
}

std::vector<ExplainedBreach> explanations(store::Connection& connection, base::Instant now) {
    const auto rules = rules_until(connection, now);
    std::vector<ExplainedBreach> all;
    for (store::Query row(connection,
                          "SELECT e.rule, e.subject, e.since, c.value, p.login, e.at"
                          " FROM explanation e JOIN staff p ON p.id = e.recorder"
                          " LEFT JOIN content c ON c.id = e.reason WHERE e.at <= ? ORDER BY e.id",
                          now);
         row.next();) {
        const auto id = row.text(0);
        const auto rule =
            std::ranges::find_if(rules, [&](const RuleInForce& one) { return one.rule->id == id; });
        all.push_back(
            {.rule = id,
             .clause = rule == rules.end() ? std::string{} : rule->rule->clause,
             .subject = row.text(1),
             .since = row.time(2),
             .explanation = {.text = row.maybe_text(3), .by = row.text(4), .at = row.time(5)}});
    }
    return all;
}

}  // namespace huiyin::rulebook
