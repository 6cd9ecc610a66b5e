#include "rule_engine.hpp"

namespace huiyin::rulebook {

RuleEngine::RuleEngine(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : connection_(connection),
      functions_(connection, zone, now),
      scope_(connection),
      relations_(connection),
      maker_(functions_),
      office_rules_(office_rules_until(connection, now)) {}

const std::vector<RuleInForce>& RuleEngine::rules() {
    if (rules_.empty()) rules_ = rules_until(connection_, now());
    return rules_;
}

void RuleEngine::read_again() {
    functions_.read_policies_again();
    office_rules_ = office_rules_until(connection_, now());
    rules_.clear();
}

}  // namespace huiyin::rulebook
