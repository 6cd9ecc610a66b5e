#include "standing.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// They judge shifts and rosters by each other, and an end by its open letter; the row that broke
/// them is another one's.
constexpr std::array<std::string_view, 4> of_many{"duty.rostered-officer", "duty.roster-clash",
                                                  "duty.one-on-duty", "complaint.ended-letter"};

constexpr std::string_view refusal = "refuse";
constexpr std::string_view breach = "breach";

/// What is always about what was recorded before it.
constexpr std::array<std::string_view, 2> corrections{"amend", "callback-void"};

bool is_correction(std::string_view what) {
    return std::ranges::find(corrections, what) != corrections.end();
}

/// Whether a step that `counts` was recorded after the row and is about what lies before it: an
/// earlier call, a quarrel, a correction.
template <typename Counts>
bool was_broken_later(const RuleEngine& engine, const Found& one, Counts counts) {
    if (one.rule->blames != "step") return false;
    for (Query later(engine.connection(),
                     "SELECT x.id, x.at <= b.at, x.what FROM main.step b"
                     " JOIN main.step x ON x.matter = b.matter AND x.id > b.id"
                     " WHERE b.id = ?1 AND x.at <= ?2",
                     one.row, engine.now());
         later.next();)
        if ((later.flag(1) || is_correction(later.text(2))) && counts(later.integer(0)))
            return true;
    return false;
}

void make_breach(Found& found) {
    found.severity = breach;
    found.open = false;
    found.to_be_explained = true;
}

bool is_doing_of(const ChangeSummary& command, const Found& one) {
    return one.row == row_of_provenance || command.written.contains({one.rule->blames, one.row}) ||
           (command.broken_before && !command.broken_before->contains({one.rule->id, one.row}));
}

/// Brought about by a step of the command, which does not say that it happened so.
bool is_needless(const ChangeSummary& command, const RuleEngine& engine, const Found& one) {
    return command.written.contains({"step", one.avoidable}) &&
           !store::find_integer(engine.connection(), "SELECT as_happened FROM step WHERE id = ?",
                                one.avoidable);
}

}  // namespace

void settle_refusals_of(const ChangeSummary& command, const RuleEngine& engine,
                        std::vector<Found>& found) {
    const auto written = [&](std::int64_t step) {
        return command.written.contains({"step", step});
    };
    std::erase_if(found, [&](Found& one) {
        if (one.severity != refusal || is_doing_of(command, one)) return false;
        if (one.since > engine.now() || !was_broken_later(engine, one, written)) return true;
        make_breach(one);
        return false;
    });
    for (auto& one : found) {
        if (one.avoidable == 0) continue;
        if (is_needless(command, engine, one)) {
            one.severity = refusal;
            one.open = true;
        } else if (!one.open) {
            one.to_be_explained = true;
        }
    }
}

void settle_refusals_on_file(const RuleEngine& engine, std::vector<Found>& found) {
    const auto is_broken = [&](const Found& one) {
        return stands_of(*one.rule) == StandsOf::any ||
               was_broken_later(engine, one, [](std::int64_t) { return true; });
    };
    std::erase_if(found, [&](Found& one) {
        if (one.severity != refusal) return false;
        if (one.since > engine.now() || !is_broken(one)) return true;
        make_breach(one);
        return false;
    });
    for (auto& one : found)
        if (one.avoidable != 0 && !one.open) one.to_be_explained = true;
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

StoodBefore::StoodBefore(RuleEngine& engine, const Judgement& judgement) {
    // Most offices have corrected nothing that was broken.
    if (!store::find_integer(engine.connection(), "SELECT 1 FROM main.standing LIMIT 1")) return;
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
        const auto rule = std::ranges::find_if(
            engine.rules(), [&](const RuleInForce& one) { return one.rule->id == id; });
        if (rule == engine.rules().end()) continue;
        stood_.push_back({.rule = rule->rule,
                          .severity = breach,
                          .subject = row.text(1),
                          .since = row.time(2),
                          .to_be_explained = true,
                          .stood = true,
                          .cells = {},
                          // Behind what is found now.
                          .portion = std::numeric_limits<std::int64_t>::max(),
                          .turn = std::ssize(stood_)});
        subjects_.insert(row.text(1));
    }
}

void StoodBefore::add_to(std::vector<Found>& found) const {
    const auto is_same_rule = [](const Found& one, const Found& other) {
        return one.rule == other.rule && one.subject == other.subject && other.severity == breach;
    };
    const auto is_as_it_was = [&](const Found& one, const Found& other) {
        return is_same_rule(one, other) && one.since == other.since;
    };
    const auto stood = [&](const Found& other) {
        return std::ranges::any_of(stood_,
                                   [&](const Found& one) { return is_as_it_was(one, other); });
    };
    std::vector<Found> more;
    for (auto one : stood_) {
        if (std::ranges::any_of(found,
                                [&](const Found& other) { return is_as_it_was(one, other); }))
            continue;
        const auto moved = std::ranges::find_if(
            found, [&](const Found& other) { return is_same_rule(one, other) && !stood(other); });
        // It stands since when it stood. Where the correction moved it, it may still be to be done.
        if (moved != found.end()) {
            one.open = moved->open;
            one.to_be_explained = !moved->open;
            one.columns = moved->columns;
            one.cells = std::move(moved->cells);
            found.erase(moved);
        }
        more.push_back(std::move(one));
    }
    std::ranges::move(more, std::back_inserter(found));
}

}  // namespace huiyin::rulebook
