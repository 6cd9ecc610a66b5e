#include "standing.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// They judge shifts and rosters by each other, and an end by its open letter; the row that broke
/// them is another one's.
constexpr std::array<std::string_view, 4> of_many{"duty.rostered-officer", "duty.roster-clash",
                                                  "duty.one-on-duty", "complaint.ended-letter"};

/// What is always about what was recorded before it.
constexpr std::array<std::string_view, 2> corrections{"amend", "callback-void"};

bool is_correction(std::string_view what) {
    return std::ranges::find(corrections, what) != corrections.end();
}

/// Whether a step that `counts` was recorded after the row and is about what lies before it: an
/// earlier call, a quarrel, a correction.
template <typename Counts>
bool was_broken_later(const RuleEngine& engine, const Finding& finding, Counts counts) {
    if (finding.rule->blames != "step") return false;
    for (Query later(engine.connection(),
                     "SELECT x.id, x.at <= b.at, x.what FROM main.step b"
                     " JOIN main.step x ON x.matter = b.matter AND x.id > b.id"
                     " WHERE b.id = ?1 AND x.at <= ?2",
                     finding.row, engine.now());
         later.next();)
        if ((later.flag(1) || is_correction(later.text(2))) && counts(later.integer(0)))
            return true;
    return false;
}

void make_breach(Finding& finding) {
    finding.severity = "breach";
    finding.open = false;
    finding.remedy = explaining(finding);
}

bool is_doing_of(const ChangeSummary& command, const Finding& finding) {
    return finding.row == row_of_provenance ||
           command.written.contains({finding.rule->blames, finding.row}) ||
           (command.broken_before &&
            !command.broken_before->contains({finding.rule->id, finding.row}));
}

/// Brought about by a step of the command, which does not say that it happened so.
bool is_needless(const ChangeSummary& command, const RuleEngine& engine, const Finding& finding) {
    return command.written.contains({"step", finding.avoidable}) &&
           !store::find_integer(engine.connection(), "SELECT as_happened FROM step WHERE id = ?",
                                finding.avoidable);
}

}  // namespace

void settle_refusals_of(const ChangeSummary& command, const RuleEngine& engine,
                        std::vector<Finding>& findings) {
    const auto written = [&](std::int64_t step) {
        return command.written.contains({"step", step});
    };
    std::erase_if(findings, [&](Finding& finding) {
        if (finding.severity != "refuse" || is_doing_of(command, finding)) return false;
        if (finding.since > engine.now() || !was_broken_later(engine, finding, written))
            return true;
        make_breach(finding);
        return false;
    });
    for (auto& finding : findings) {
        if (finding.avoidable == 0) continue;
        if (is_needless(command, engine, finding)) {
            finding.severity = "refuse";
            finding.open = true;
        } else if (!finding.open) {
            finding.remedy = explaining(finding);
        }
    }
}

void settle_refusals_on_file(const RuleEngine& engine, std::vector<Finding>& findings) {
    const auto is_broken = [&](const Finding& finding) {
        return stands_of(*finding.rule) == StandsOf::any ||
               was_broken_later(engine, finding, [](std::int64_t) { return true; });
    };
    std::erase_if(findings, [&](Finding& finding) {
        if (finding.severity != "refuse") return false;
        if (finding.since > engine.now() || !is_broken(finding)) return true;
        make_breach(finding);
        return false;
    });
    for (auto& finding : findings)
        if (finding.avoidable != 0 && !finding.open) finding.remedy = explaining(finding);
}

StandsOf stands_of(const Rule& rule) {
    if (!refuses(rule)) return StandsOf::any;
    if (rule.blames != "step") return StandsOf::none;
    return std::ranges::find(of_many, rule.id) != of_many.end() ? StandsOf::any
                                                                : StandsOf::disordered;
}

void Disorder::take(std::string_view what, std::int64_t at, bool as_happened) {
    found_ = found_ || as_happened || is_correction(what) || (latest_ && at <= *latest_);
    latest_ = std::max(latest_.value_or(at), at);
}

namespace {

/// A breach that stood before a correction, as it was kept then.
struct Kept {
    const Rule* rule;
    std::string subject;
    base::Instant since;

    bool is(const Finding& finding) const {
        return finding.rule == rule && finding.subject == subject && finding.severity == "breach";
    }
    bool is_as_it_was(const Finding& finding) const {
        return is(finding) && finding.since == since;
    }
};

std::vector<Kept> kept_of(RuleEngine& engine, const Judgement& judgement) {
    std::vector<Kept> kept;
    for (Query row(engine.connection(),
                   base::format("SELECT b.rule, b.subject, b.since FROM main.standing b"
                                // Weeks and months are no matters.
                                " LEFT JOIN main.matter m ON m.no = b.subject"
                                " WHERE b.since <= ?1"
                                " AND (m.voided_at IS NULL OR m.voided_at > ?1){} ORDER BY b.id",
                                judgement.standing_condition()),
                   engine.now());
         row.next();) {
        const auto id = row.text(0);
        const auto found = std::ranges::find_if(
            engine.rules(), [&](const RuleInForce& one) { return one.rule->id == id; });
        if (found != engine.rules().end()) kept.push_back({found->rule, row.text(1), row.time(2)});
    }
    return kept;
}

/// It stands since when it stood. Where the correction moved it, `moved` is the same breach now.
Finding standing_finding(const Kept& one, const Finding* moved) {
    Finding finding{.rule = one.rule, .severity = "breach", .subject = one.subject};
    finding.since = one.since;
    if (moved != nullptr) {
        finding.open = moved->open;  // it may still be to be done
        finding.remedy = moved->remedy;
    }
    finding.message =
        base::compose({"{}:更正之前已成立:{}", "{0}: stood before it was corrected: {2}"},
                      one.subject, one.rule->title.zh, one.rule->title.en);
    if (!finding.open) finding.remedy = explaining(finding);
    return finding;
}

}  // namespace

void add_standing(RuleEngine& engine, const Judgement& judgement, std::vector<Finding>& findings) {
    // Most offices have corrected nothing that was broken.
    if (!store::find_integer(engine.connection(), "SELECT 1 FROM main.standing LIMIT 1")) return;
    const auto kept = kept_of(engine, judgement);
    const auto is_kept = [&](const Finding& finding) {
        return std::ranges::any_of(kept,
                                   [&](const Kept& one) { return one.is_as_it_was(finding); });
    };
    std::vector<Finding> more;
    for (const auto& one : kept) {
        if (std::ranges::any_of(findings,
                                [&](const Finding& finding) { return one.is_as_it_was(finding); }))
            continue;
        const auto moved = std::ranges::find_if(
            findings, [&](const Finding& other) { return one.is(other) && !is_kept(other); });
        more.push_back(standing_finding(one, moved == findings.end() ? nullptr : &*moved));
        engine.maker().attribute(more.back(), {});
        if (moved != findings.end()) findings.erase(moved);
    }
    std::ranges::move(more, std::back_inserter(findings));
}

}  // namespace huiyin::rulebook
