// A few subjects: what is seen of them, and the rules that may speak of them.

#include <algorithm>
#include <span>
#include <utility>

#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "rule_key.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

/// The words by which rules say what they judge, and after which steps. Weeks and posts to be taken
/// are judged in an audit only.
Seen seen_of(const RuleEngine& engine, const SubjectJudgement::Subjects& subjects,
             bool is_command_itself, std::vector<Facts>& facts) {
    Seen seen{.is_command_itself = is_command_itself};
    for (const auto& [kind, id] : subjects) {
        if (std::ranges::find(touched_kinds, kind) == touched_kinds.end()) continue;
        seen.kinds.insert(kind);
        if (kind == "matter")
            facts.push_back(facts_of(engine.connection(), id, engine.now(), seen.signs));
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
      seen_(seen_of(engine, subjects, provenance.has_value(), facts_)) {
    engine.scope().use(Scope::Over::nothing);
    std::vector<Relations::Cells> of_command;
    if (provenance)
        of_command =
            rows_of(*provenance, subject_names(engine.connection(), subjects), engine.now());
    tell_ = [this, subjects, of_command = std::move(of_command)](Relations& relations) {
        relations.judge(subjects, seen_.signs,
                        [&connection = this->engine().connection(), &zone = this->engine().zone(),
                         now = this->engine().now(), of_command](std::string_view table) {
                            return table == "deed" ? of_command
                                                   : period_rows(connection, zone, now, table);
                        });
    };
}

Relations& SubjectJudgement::relations() const {
    auto& relations = engine().relations();
    if (const auto tell = std::exchange(tell_, nullptr)) tell(relations);
    return relations;
}

std::string_view SubjectJudgement::standing_condition() const {
    relations();  // which have the table
    return " AND m.id IN (SELECT id FROM temp.touched_matter)";
}

namespace {

constexpr std::string_view echo = "echo";
constexpr std::string_view listing = "listing";

}  // namespace

/// Two signs cost a query of their own, and are looked for only where a rule asks for them.
void SubjectJudgement::look_for(std::string_view sign) {
    if ((sign != echo && sign != listing) || looked_for_.contains(sign)) return;
    looked_for_.insert(sign);
    if (sign == echo)
        look_for_echo();
    else if (store::find_integer(engine().connection(), "SELECT 1 FROM main.home LIMIT 1"))
        seen_.signs.emplace(listing);
}

void SubjectJudgement::look_for_echo() {
    auto& recent = engine().recent_words();
    // Where something was corrected it may have been another home.
    if (seen_.signs.contains("amend")) {
        recent.forget();
        seen_.signs.emplace(echo);
    }
    for (const auto& matter : facts_)
        if (recent.echo(matter)) seen_.signs.emplace(echo);
}

bool SubjectJudgement::shows(std::string_view words) {
    return words.empty() || any_word(words, [&](std::string_view word) {
               look_for(word);
               return seen_.signs.contains(word);
           });
}

template <typename Reads>
std::vector<RuleInForce> SubjectJudgement::concerned_of(std::span<const std::size_t> places,
                                                        Reads reads) {
    std::vector<RuleInForce> rules;
    const auto keys = rule_keys();
    for (const auto place : places) {
        const auto& key = keys[place];
        if (shows(key.after) && (seen_.is_command_itself || shows(key.when)))
            rules.push_back({.rule = &regulation_rule(place)});
    }
    for (const auto& own : engine().office_rules()) {
        if (!reads(*own.rule)) continue;
        for (const auto& word : own.rule->when)
            look_for(word);
        if (seen_.concerns(*own.rule)) rules.push_back(own);
    }
    return rules;
}

std::vector<RuleInForce> SubjectJudgement::concerned() {
    std::vector<std::size_t> places;
    const auto keys = rule_keys();
    for (std::size_t place = 0; place < keys.size(); ++place)
        if (seen_.kinds.contains(keys[place].judges)) places.push_back(place);
    return concerned_of(places, [](const Rule&) { return true; });
}

std::vector<RuleInForce> SubjectJudgement::concerned(const Tables& changed) {
    return concerned_of(engine().rules_about(seen_.kinds, changed), [&](const Rule& rule) {
        return std::ranges::any_of(rule.reads,
                                   [&](const auto& table) { return changed.contains(table); });
    });
}

Evaluation SubjectJudgement::evaluate(std::span<const RuleInForce> rules,
                                      std::string_view condition) {
    Evaluation all;
    for (const auto& rule : rules)
        all.add(evaluate_one(rule, condition));
    return all;
}

std::string SubjectJudgement::query_of(const Rule& rule) {
    return relations().runnable(rule.sql);
}

Judgement::Question SubjectJudgement::question_of(const Rule& rule) {
    const auto* form = engine().gate_form_of(rule);
    if (form == nullptr || !form->speaks(seen_.signs)) return Judgement::question_of(rule);
    Question question{form->sql(), form};
    for (const auto& facts : facts_)
        if (is_about(rule, facts)) question.facts.push_back(&facts);
    return question;
}

void SubjectJudgement::make_known(const std::string& sql) {
    relations().make_known(sql);
}

}  // namespace huiyin::rulebook
