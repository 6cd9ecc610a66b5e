#include <algorithm>
#include <array>

#include "checker_context.hpp"
#include "huiyin/store/query.hpp"

/// What stands though no rule refuses it any more: a row that was right when it was recorded and is
/// not by what was typed after it, and what stood broken before a correction.
namespace huiyin::rulebook {

using store::Query;

namespace {

/// They judge shifts and rosters by each other, and an end by its open letter; the row that broke
/// them is another one's.
constexpr std::array<std::string_view, 4> of_many{"duty.rostered-officer", "duty.roster-clash",
                                                  "duty.one-on-duty", "complaint.ended-letter"};

}  // namespace

/// Recorded after the row and about what lies before it: an earlier call, a quarrel, a correction.
bool Checker::Context::was_broken_later(const Finding& finding, const ChangeSummary* by) {
    if (finding.rule->blames != "step") return false;
    if (by == nullptr && std::ranges::find(of_many, finding.rule->id) != of_many.end()) return true;
    for (Query later(connection_,
                     "SELECT x.id FROM main.step b JOIN main.step x ON x.matter = b.matter"
                     " AND x.id > b.id WHERE b.id = ?1 AND x.at <= ?2"
                     " AND (x.at <= b.at OR x.what IN ('amend', 'callback-void'))",
                     finding.row, now());
         later.next();)
        if (by == nullptr || by->written.contains({"step", later.integer(0)})) return true;
    return false;
}

void Checker::Context::settle_refusals(std::vector<Finding>& findings, const ChangeSummary* by) {
    std::erase_if(findings, [&](Finding& finding) {
        if (finding.severity != "refuse") return false;
        if (by != nullptr && is_own_doing(finding, *by)) return false;
        if (finding.since > now() || !was_broken_later(finding, by)) return true;
        finding.severity = "breach";
        finding.open = false;
        finding.remedy = explaining(finding);
        return false;
    });
    for (auto& finding : findings) {
        if (finding.avoidable == 0) continue;
        if (by != nullptr && by->written.contains({"step", finding.avoidable}) &&
            !store::find_integer(connection_, "SELECT as_happened FROM step WHERE id = ?",
                                 finding.avoidable)) {
            finding.severity = "refuse";
            finding.open = true;
        } else if (!finding.open)
            finding.remedy = explaining(finding);
    }
}

bool Checker::Context::is_own_doing(const Finding& finding, const ChangeSummary& by) const {
    return finding.row == row_of_provenance ||
           by.written.contains({finding.rule->blames, finding.row}) ||
           (by.broken_before && !by.broken_before->contains({finding.rule->id, finding.row}));
}

void Checker::Context::add_standing(std::vector<Finding>& findings, bool touched_only) {
    // Most offices have corrected nothing that was broken.
    if (!store::find_integer(connection_, "SELECT 1 FROM main.standing LIMIT 1")) return;
    struct Kept {
        const Rule* rule;
        std::string subject;
        base::Instant since;
    };
    std::vector<Kept> kept;
    for (Query row(connection_,
                   std::string("SELECT b.rule, b.subject, b.since FROM main.standing b"
                               " JOIN main.matter m ON m.no = b.subject"
                               " WHERE b.since <= ?1"
                               " AND (m.voided_at IS NULL OR m.voided_at > ?1)") +
                       (touched_only ? " AND m.id IN (SELECT id FROM temp.touched_matter)" : "") +
                       " ORDER BY b.id",
                   now());
         row.next();) {
        const auto id = row.text(0);
        const auto found = std::ranges::find_if(
            rules(), [&](const RuleInForce& one) { return one.rule->id == id; });
        if (found != rules().end()) kept.push_back({found->rule, row.text(1), row.time(2)});
    }
    const auto stands = [&](const Finding& finding, const Kept& one) {
        return finding.rule == one.rule && finding.subject == one.subject &&
               finding.severity == "breach";
    };
    const auto is_kept = [&](const Finding& finding) {
        return std::ranges::any_of(kept, [&](const Kept& one) {
            return stands(finding, one) && finding.since == one.since;
        });
    };
    std::vector<Finding> more;
    for (const auto& one : kept) {
        if (std::ranges::any_of(findings, [&](const Finding& finding) {
                return stands(finding, one) && finding.since == one.since;
            }))
            continue;
        // The same breach, which the correction moved: it stands since when it stood.
        Finding finding{.rule = one.rule, .severity = "breach", .subject = one.subject};
        finding.since = one.since;
        const auto moved = std::ranges::find_if(
            findings, [&](const Finding& other) { return stands(other, one) && !is_kept(other); });
        if (moved != findings.end()) {
            finding.open = moved->open;  // it may still be to be done
            finding.remedy = moved->remedy;
            findings.erase(moved);
        }
        finding.message =
            base::compose({"{}:更正之前已成立:{}", "{0}: stood before it was corrected: {2}"},
                          one.subject, one.rule->title.zh, one.rule->title.en);
        if (!finding.open) finding.remedy = explaining(finding);
        attribute(finding, {});
        more.push_back(std::move(finding));
    }
    std::ranges::move(more, std::back_inserter(findings));
}

Checker::Standing Checker::before_correction(
    const std::set<std::pair<std::string, std::int64_t>>& subjects) {
    context_->judge(subjects);
    Standing standing;
    std::vector<Finding> findings;
    for (const auto& rule : context_->concerned(nullptr))
        context_->find(rule, findings);
    context_->add_standing(findings, true);
    for (const auto& finding : findings)
        if (finding.severity == "refuse") standing.broken.emplace(finding.rule->id, finding.row);
    context_->settle_refusals(findings, nullptr);
    // What mending ends is not kept, nor what only lasts until something is done.
    std::ranges::copy_if(findings, std::back_inserter(standing.breaches), [](const auto& finding) {
        return finding.severity == "breach" && !finding.rule->heals &&
               (finding.rule->form == Form::clock || !finding.open);
    });
    return standing;
}

}  // namespace huiyin::rulebook
