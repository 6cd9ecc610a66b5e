#include "rule_engine.hpp"

#include <algorithm>

namespace huiyin::rulebook {

RuleEngine::RuleEngine(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : connection_(connection),
      functions_(connection, zone, now),
      scope_(connection),
      maker_(functions_),
      recent_words_(connection),
      office_rules_(office_rules_until(connection, now)) {}

const std::vector<RuleInForce>& RuleEngine::rules() {
    if (rules_.empty()) rules_ = rules_until(connection_, now());
    return rules_;
}

const GateForm* RuleEngine::gate_form_of(const Rule& rule) {
    const auto* key = key_of_rule(rule);
    if (key == nullptr || key->gate.empty()) return nullptr;
    return &gate_forms_.try_emplace(key, *key).first->second;
}

const std::vector<std::size_t>& RuleEngine::rules_about(const Signs& kinds, const Tables& tables) {
    const auto known = std::ranges::find_if(rules_about_, [&](const RulesAbout& one) {
        return one.kinds == kinds && one.tables == tables;
    });
    if (known != rules_about_.end()) return known->rules;
    auto& about = rules_about_.emplace_back(RulesAbout{kinds, tables});
    const auto reads_one = [&](std::string_view word) { return tables.contains(word); };
    const auto keys = rule_keys();
    for (std::size_t place = 0; place < keys.size(); ++place)
        if (kinds.contains(keys[place].judges) && any_word(keys[place].reads, reads_one))
            about.rules.push_back(place);
    return about.rules;
}

void RuleEngine::read_again() {
    functions_.read_policies_again();
    office_rules_ = office_rules_until(connection_, now());
    rules_.clear();
}

}  // namespace huiyin::rulebook
