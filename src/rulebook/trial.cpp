#include "huiyin/rulebook/trial.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/settable_policy.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "office_rule_file.hpp"
#include "scope_definition.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

/// Functions that ask for a policy without being told its key.
struct AsksByItself {
    std::string_view call;
    std::string_view policy;
};
constexpr std::array ask_by_themselves{AsksByItself{"is_joint(", "complaint.group_size"},
                                       AsksByItself{"taboo(", "speech.taboo"}};

/// Whether a call of `policy` has no key to be read there: it may be any.
bool names_no_key(std::string_view sql) {
    constexpr std::string_view call = "policy(";
    for (auto at = sql.find(call); at != std::string_view::npos; at = sql.find(call, at + 1)) {
        const auto argument = sql.find_first_not_of(" \n", at + call.size());
        if (argument != std::string_view::npos && sql[argument] != '\'') return true;
    }
    return false;
}

bool has_call(std::string_view sql, std::string_view policy) {
    return sql.find(base::format("'{}'", policy)) != std::string_view::npos || names_no_key(sql) ||
           std::ranges::any_of(ask_by_themselves, [&](const AsksByItself& one) {
               return one.policy == policy && sql.find(one.call) != std::string_view::npos;
           });
}

/// Whether this SQL, or a view it reads, asks for a policy.
bool reads_policy(std::string_view sql, std::string_view policy, std::set<std::string_view>& seen) {
    if (has_call(sql, policy)) return true;
    bool found = false;
    for_each_name(sql, [&](std::string_view name) {
        if (found) return;
        const auto* definition = find_scope_definition(name);
        if (definition == nullptr || definition->is_table || !seen.insert(definition->name).second)
            return;
        found = reads_policy(select_of(*definition, false), policy, seen);
    });
    return found;
}

using RuleAndSubject = std::pair<std::string_view, std::string_view>;  ///< rule and subject

RuleAndSubject key_of_finding(const Finding& finding) {
    return {finding.rule->id, finding.subject};
}

void by_time(std::vector<Finding>& findings) {
    std::ranges::stable_sort(findings, [](const Finding& left, const Finding& right) {
        return std::tie(left.since, left.rule->id, left.subject) <
               std::tie(right.since, right.rule->id, right.subject);
    });
}

/// What is left of `findings` once each of `others` is matched with one of the same rule and
/// subject: the one of the same moment where there is, else the earliest. Both are by time.
std::vector<const Finding*> unmatched(const std::vector<Finding>& findings,
                                      const std::vector<Finding>& others) {
    std::map<RuleAndSubject, std::vector<base::Instant>> wanted;
    for (const auto& other : others)
        wanted[key_of_finding(other)].push_back(other.since);
    std::map<RuleAndSubject, std::vector<const Finding*>> moved;
    for (const auto& finding : findings) {
        auto& moments = wanted[key_of_finding(finding)];
        const auto same = std::ranges::find(moments, finding.since);
        if (same == moments.end())
            moved[key_of_finding(finding)].push_back(&finding);
        else
            moments.erase(same);
    }
    std::vector<const Finding*> left;
    for (const auto& [key, those] : moved) {
        const auto matched = std::min(wanted[key].size(), those.size());
        left.insert(left.end(), those.begin() + static_cast<std::ptrdiff_t>(matched), those.end());
    }
    return left;
}

std::vector<Finding> left_of(const std::vector<Finding>& findings,
                             const std::vector<Finding>& others) {
    std::vector<Finding> left;
    for (const auto* finding : unmatched(findings, others))
        left.push_back(*finding);
    by_time(left);
    return left;
}

bool is_of(const std::vector<std::string>& ids, std::string_view id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// A policy's editions as they would be, in the way of the store's own while this lives; the rest
/// of what the store says of policies is left as it is.
class SupposedPolicy {
  public:
    SupposedPolicy(store::Connection& connection, const Supposition& supposed)
        : connection_(connection) {
        connection_.execute(
            "CREATE TEMP TABLE policy_edition AS SELECT * FROM main.policy_edition");
        store::run(connection_,
                   "DELETE FROM temp.policy_edition WHERE key = ? AND max(at, recorded_at) >= ?",
                   supposed.policy, supposed.since);
        store::run(connection_,
                   "INSERT INTO temp.policy_edition (id, key, edition, at, value, recorded_at,"
                   " recorder) SELECT 0, ?, ?, ?, ?, 0, min(id) FROM main.staff",
                   supposed.policy, tried_edition, supposed.since, supposed.value);
    }
    ~SupposedPolicy() {
        try {
            connection_.execute("DROP TABLE temp.policy_edition");
        } catch (const SQLite::Exception&) {
            // The connection goes next; nothing else of it is asked.
        }
    }
    SupposedPolicy(const SupposedPolicy&) = delete;
    SupposedPolicy& operator=(const SupposedPolicy&) = delete;

  private:
    store::Connection& connection_;
};

/// The rules there are, with one that is tried in the place of its own editions.
std::vector<RuleInForce> rules_by(RuleEngine& engine, const Supposition& supposed) {
    auto rules = engine.rules();
    if (supposed.rule == nullptr) return rules;
    const auto is_edition = [&](const RuleInForce& one) {
        return one.rule->id == supposed.rule->id;
    };
    std::erase_if(rules, [&](const RuleInForce& one) {
        return is_edition(one) && one.from >= supposed.since;
    });
    for (auto& one : rules)
        if (is_edition(one)) one.until = std::min(one.until, supposed.since);
    rules.push_back({.rule = supposed.rule, .from = supposed.since, .own = true});
    return rules;
}

/// What some rules come to over what is on file.
struct Past {
    std::vector<Finding> findings;  ///< as an audit finds them
    std::vector<Finding> refused;   ///< what no audit tells of: it would not have been recorded
    std::vector<Deadline> deadlines;
};

template <typename Wanted>
Past judge_past(RuleEngine& engine, const Supposition& supposed, Wanted wanted) {
    const auto since = supposed.since;
    auto rules = rules_by(engine, supposed);
    std::erase_if(rules, [&](const RuleInForce& one) { return !wanted(one.rule->id); });
    StoreJudgement judgement(engine, StoreJudgement::Active{.since = since});
    const auto condition =
        base::format("WHERE started IS NULL OR started >= {}", base::seconds(since));
    auto evaluation = judgement.evaluate(rules, {.condition = condition, .periods_since = since});
    Past past;
    auto& found = evaluation.findings;
    past.deadlines = std::move(evaluation.deadlines);
    // What breaks a rule without a deadline of its own is owed to no limit.
    std::erase_if(past.deadlines, [](const Deadline& one) { return one.started == one.due; });
    std::vector<Found> refused;
    std::ranges::copy_if(found, std::back_inserter(refused),
                         [](const Found& one) { return one.severity == "refuse"; });
    settle_refusals_on_file(engine, found);
    std::set<std::pair<const Rule*, std::int64_t>> stand;
    for (const auto& one : found)
        if (refuses(*one.rule)) stand.emplace(one.rule, one.row);
    std::erase_if(refused, [&](const Found& one) { return stand.contains({one.rule, one.row}); });
    StoodBefore(engine, judgement).add_to(found);
    if (const auto unable = judgement.take_unable(); supposed.rule != nullptr && !unable.empty())
        throw base::Failure(base::Exit::failed, unable.front().message);
    const auto is_beside = [&](const Found& one) {
        return !wanted(one.rule->id) || one.since < since;
    };
    std::erase_if(found, is_beside);
    std::erase_if(refused, is_beside);
    past.findings = engine.maker().tell(found);
    past.refused = engine.maker().tell(refused);
    engine.maker().mark_explained(past.findings);
    by_time(past.findings);
    by_time(past.refused);
    return past;
}

/// As the store is, but for what is supposed.
template <typename Wanted>
Past judge_past(store::Connection& connection, const base::Zone& zone, base::Instant now,
                const Supposition& supposed, Wanted wanted) {
    RuleEngine engine(connection, zone, now);
    if (!supposed.policy.empty()) {
        const SupposedPolicy instead(connection, supposed);
        engine.read_again();
    }
    return judge_past(engine, supposed, wanted);
}

}  // namespace

bool asks_for(const Rule& rule, std::string_view policy) {
    std::set<std::string_view> seen;
    return reads_policy(rule.sql, policy, seen);
}

Tried tried_policy(store::Connection& connection, base::Instant now, base::Instant since,
                   std::string_view key, std::string_view typed) {
    const auto value = records::settable_policy(key, typed);
    const auto policies = records::Policies::load(connection);
    Tried tried;
    tried.supposed.since = since;
    tried.supposed.policy = key;
    tried.supposed.value = value;
    tried.in_force = policies.in_force(key, now).value;
    tried.is_in_force =
        records::policy_value(records::policy_definition(key), value) == policies.value(key, now);
    for (const auto& one : rules_until(connection, now))
        if (one.unreadable.empty() && one.rule->judges != "policy" && asks_for(*one.rule, key) &&
            !is_of(tried.ids, one.rule->id))
            tried.ids.push_back(one.rule->id);
    return tried;
}

Tried tried_rule(store::Connection& connection, base::Instant now, base::Instant since,
                 const std::filesystem::path& file) {
    const auto [rule, text] = read_office_rule(file);
    const auto editions = office_rule_editions(connection, rule->id);
    const auto newest =
        std::ranges::find_if(editions.rbegin(), editions.rend(),
                             [&](const OfficeRuleEdition& one) { return one.at <= now; });
    Tried tried;
    tried.supposed.since = since;
    tried.supposed.rule = rule;
    tried.is_in_force = newest != editions.rend() && newest->text == text;
    tried.ids.push_back(rule->id);
    return tried;
}

std::vector<Finding> looser_than_the_regulation(const Tried& tried, base::Instant now) {
    if (tried.supposed.policy.empty()) return {};
    auto office = example_store("");
    store::run(office, "INSERT INTO given_policy (key, value) VALUES (?, ?)", tried.supposed.policy,
               tried.supposed.value);
    const base::Zone zone("UTC");
    Checker checker(office, zone, now);
    std::vector<Finding> refused;
    for (const auto& rule : regulation_rules())
        if (rule.judges == "policy")
            std::ranges::move(checker.run(rule), std::back_inserter(refused));
    return refused;
}

records::Policies policies_by(store::Connection& connection, const Tried& tried) {
    if (tried.is_in_force || tried.supposed.policy.empty())
        return records::Policies::load(connection);
    const SupposedPolicy instead(connection, tried.supposed);
    return records::Policies::load(connection);
}

Trial try_out(store::Connection& connection, const base::Zone& zone, base::Instant now,
              const Tried& tried, std::span<const std::string_view> beside) {
    const auto since = tried.supposed.since;
    const auto wanted = [&](std::string_view id) {
        return is_of(tried.ids, id) || std::ranges::find(beside, id) != beside.end();
    };
    const auto judged = [&](const Supposition& supposed) {
        auto past = judge_past(connection, zone, now, supposed, wanted);
        const auto is_beside = [&](const Finding& one) { return !is_of(tried.ids, one.rule->id); };
        std::erase_if(past.findings, is_beside);
        std::erase_if(past.refused, is_beside);
        return past;
    };
    auto before = judged({.since = since});
    auto after = judged(tried.is_in_force ? Supposition{.since = since} : tried.supposed);
    // One after the other: g++ 12 destroys the parts of an aggregate twice where one throws.
    Trial trial;
    trial.newly = left_of(after.findings, before.findings);
    trial.no_longer = left_of(before.findings, after.findings);
    trial.unchanged = after.findings.size() - trial.newly.size();
    // What is on file and would have been refused; what was refused is not on file.
    std::ranges::move(left_of(after.refused, before.refused), std::back_inserter(trial.newly));
    by_time(trial.newly);
    trial.before = std::move(before.deadlines);
    trial.after = std::move(after.deadlines);
    return trial;
}

}  // namespace huiyin::rulebook
