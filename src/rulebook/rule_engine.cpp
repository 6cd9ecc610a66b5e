#include "rule_engine.hpp"

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

void RuleEngine::read_again() {
    functions_.read_policies_again();
    office_rules_ = office_rules_until(connection_, now());
    rules_.clear();
}

}  // namespace huiyin::rulebook
