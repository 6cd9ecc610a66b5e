#include "huiyin/rulebook/explain.hpp"

#include <algorithm>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/own_rules.hpp"

namespace huiyin::rulebook {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using records::Role;
using records::StaffEdition;
using records::Writing;

namespace {

std::vector<Finding> standing(const Writing& writing, std::string_view rule,
                              std::string_view subject) {
    Checker checker(writing.connection(), writing.zone(), writing.now());
    auto findings = checker.audit().findings;
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.rule->id != rule || finding.subject != subject ||
               finding.severity != "breach" || finding.explained;
    });
    return findings;
}

/// Whose breach it is: who took the step at fault; whom the conduct case is about, who was to take
/// the post, who was on it; else who held the matter when it fell due, else who received it.
std::optional<StaffEdition> answerable(const Writing& writing, const Finding& finding) {
    auto& connection = writing.connection();
    std::optional<std::int64_t> person;
    if (finding.rule->blames == "step")
        person = store::find_integer(connection, "SELECT doer FROM step WHERE id = ?", finding.row);
    if (!person)
        person = store::find_integer(
            connection,
            "SELECT coalesce((SELECT c.staff FROM conduct c WHERE c.id = m.id),"
            " (SELECT r.staff FROM roster r WHERE r.id = m.id),"
            " (SELECT s.officer FROM shift s WHERE s.id = m.id)) FROM matter m WHERE m.no = ?",
            finding.subject);
    if (const auto matter = records::find_matter(connection, finding.subject); matter && !person)
        person =
            records::holder_of(connection, matter->id, finding.since).value_or(matter->opened_by);
    if (!person) return {};
    return records::staff_as_of(connection, *person, finding.since);
}

bool is_above(const Writing& writing, const StaffEdition& higher, const StaffEdition& lower) {
    auto superior = lower.superior;
    for (int level = 0; superior && level < 100; ++level) {
        if (*superior == higher.staff) return true;
        superior = records::staff_as_of(writing.connection(), *superior, writing.now()).superior;
    }
    return false;
}

void require_impartial(const Writing& writing, const Finding& finding) {
    const auto& explainer = writing.recorder();
    const auto person = answerable(writing, finding);
    const bool own = person && person->staff == explainer.staff;
    const bool of_head = person && person->role == Role::head;
    const bool may =
        of_head ? explainer.role == Role::auditor ||
                      (explainer.role == Role::head && is_above(writing, explainer, *person))
                : explainer.role != Role::auditor;
    if (!own && may) return;
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

records::Made explain_breach(const Writing& writing, std::string_view rule,
                             std::string_view subject, const std::string& reason) {
    const auto findings = standing(writing, require_rule(writing.connection(), rule).id, subject);
    if (findings.empty())
        throw Failure(
            Exit::not_found,
            compose({"{1} 没有待说明的违规 {0}", "no unexplained breach of {} by {} stands"}, rule,
                    subject),
            Label{"待说明的见 huiyin check", "what stands is listed by huiyin check"});
    for (const auto& finding : findings) {
        require_impartial(writing, finding);
        const auto id = writing.next_id("explanation");
        store::run(writing.connection(),
                   "INSERT INTO explanation (id, rule, subject, since, reason, at, recorder)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                   id, finding.rule->id, finding.subject, finding.since,
                   writing.say("explanation.reason", id, std::string_view(reason)),
                   writing.deed().at, writing.recorder().staff);
    }
    return {std::string(subject), {}};
}

}  // namespace huiyin::rulebook
