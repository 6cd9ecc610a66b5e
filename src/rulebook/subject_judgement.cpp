// A few subjects: what is seen of them, and the rules that may speak of them.

#include <algorithm>
#include <iterator>

#include "huiyin/rulebook/touched.hpp"
#include "judgement.hpp"
#include "rule_key.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

/// The words by which rules say what they judge, and after which steps. Weeks and posts to be taken
/// are judged in an audit only.
Seen seen_of(const RuleEngine& engine, const SubjectJudgement::Subjects& subjects,
             bool is_command_itself) {
    Seen seen{.is_command_itself = is_command_itself};
    for (const auto& [kind, id] : subjects) {
        if (std::ranges::find(touched_kinds, kind) == touched_kinds.end()) continue;
        seen.kinds.insert(kind);
        if (kind == "matter") add_signs_of(engine.connection(), id, engine.now(), seen.signs);
    }
    if (seen.kinds.contains("matter") || is_command_itself) seen.kinds.insert("record");
    seen.kinds.insert(seen.signs.begin(), seen.signs.end());
    return seen;
}

/// What a command says of itself, for each of its subjects.
std::vector<Relations::Cells> rows_of(const records::Provenance& provenance,
                                      const std::set<std::string>& subjects, base::Instant now) {
    std::vector<Relations::Cells> rows;
    rows.reserve(subjects.size());
    for (const auto& subject : subjects)
        rows.push_back({row_of_provenance, subject, base::seconds(provenance.at),
                        base::seconds(now),
                        provenance.late_reason ? store::Value(*provenance.late_reason) : nullptr});
    return rows;
}

}  // namespace

SubjectJudgement::SubjectJudgement(RuleEngine& engine, const Subjects& subjects,
                                   const std::optional<records::Provenance>& provenance)
    : Judgement(engine, most_steps_at_the_gate),
      seen_(seen_of(engine, subjects, provenance.has_value())) {
    engine.scope().use(Scope::Over::nothing);
    std::vector<Relations::Cells> of_command;
    if (provenance)
        of_command =
            rows_of(*provenance, subject_names(engine.connection(), subjects), engine.now());
    engine.relations().judge(
        subjects, seen_.signs,
        [&connection = engine.connection(), &zone = engine.zone(), now = engine.now(),
         of_command = std::move(of_command)](std::string_view table) {
            return table == "deed" ? of_command : period_rows(connection, zone, now, table);
        });
}

std::string_view SubjectJudgement::standing_condition() const {
    return " AND m.id IN (SELECT id FROM temp.touched_matter)";
}

template <typename Reads>
std::vector<RuleInForce> SubjectJudgement::concerned_if(Reads reads) const {
    const auto seen = [&](std::string_view words) {
        return words.empty() ||
               any_word(words, [&](std::string_view word) { return seen_.signs.contains(word); });
    };
    std::vector<RuleInForce> rules;
    const auto keys = rule_keys();
    for (std::size_t place = 0; place < keys.size(); ++place) {
        const auto& key = keys[place];
        if (seen_.kinds.contains(key.judges) && seen(key.after) &&
            (seen_.is_command_itself || seen(key.when)) && reads(key))
            rules.push_back({.rule = &regulation_rule(place)});
    }
    std::ranges::copy_if(
        engine().office_rules(), std::back_inserter(rules),
        [&](const RuleInForce& own) { return seen_.concerns(*own.rule) && reads(*own.rule); });
    return rules;
}

std::vector<RuleInForce> SubjectJudgement::concerned() const {
    return concerned_if([](const auto&) { return true; });
}

namespace {

bool reads_any(const RuleKey& rule, const SubjectJudgement::Tables& tables) {
    return any_word(rule.reads, [&](std::string_view word) { return tables.contains(word); });
}

bool reads_any(const Rule& rule, const SubjectJudgement::Tables& tables) {
    return std::ranges::any_of(rule.reads,
                               [&](const auto& table) { return tables.contains(table); });
}

}  // namespace

std::vector<RuleInForce> SubjectJudgement::concerned(const Tables& changed) const {
    return concerned_if([&](const auto& rule) { return reads_any(rule, changed); });
}

Evaluation SubjectJudgement::evaluate(std::span<const RuleInForce> rules,
                                      std::string_view condition) {
    Evaluation all;
    for (const auto& rule : rules)
        all.add(evaluate_one(rule, condition));
    return all;
}

std::string SubjectJudgement::query_of(const Rule& rule) {
    return engine().relations().runnable(rule.sql);
}

void SubjectJudgement::make_known(const std::string& sql) {
    engine().relations().make_known(sql);
}

}  // namespace huiyin::rulebook
