#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "finding_maker.hpp"
#include "functions.hpp"
#include "gate_form.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "recent_words.hpp"
#include "relations.hpp"
#include "scope.hpp"

namespace huiyin::rulebook {

/// What running rules needs, for as long as a checker lives: functions, views and tables on its
/// connection, and the rules there are. What is judged with it says a Judgement, one at a time.
class RuleEngine {
  public:
    using Tables = std::set<std::string, std::less<>>;

    RuleEngine(store::Connection& connection, const base::Zone& zone, base::Instant now);
    ~RuleEngine() = default;
    RuleEngine(const RuleEngine&) = delete;
    RuleEngine& operator=(const RuleEngine&) = delete;

    store::Connection& connection() const { return connection_; }
    base::Instant now() const { return functions_.now(); }
    const base::Zone& zone() const { return functions_.zone(); }
    const records::Policies& policies() const { return functions_.policies(); }
    FindingMaker& maker() { return maker_; }

    /// All there are: the regulation's by id, then the office's own.
    const std::vector<RuleInForce>& rules();
    const std::vector<RuleInForce>& office_rules() const { return office_rules_; }
    /// Which of `rule_keys()` judge one of these kinds and read one of these tables. Of the
    /// commands of a batch many are alike in both.
    const std::vector<std::size_t>& rules_about(const Signs& kinds, const Tables& tables);
    /// Policies and rules, once a command has changed some.
    void read_again();

    /// The views of an audit; none at the gate.
    Scope& scope() { return scope_; }
    /// The tables of the gate, once a query asks for them; hidden by an audit's views.
    Relations& relations() { return relations_ ? *relations_ : relations_.emplace(connection_); }

    /// What the gate asks of one matter in the place of the rule's query; nothing where it asks
    /// that.
    const GateForm* gate_form_of(const Rule& rule);

    RecentWords& recent_words() { return recent_words_; }

    /// Whether a statement of the office's own was prepared under guard.
    bool is_prepared(const std::string& sql) const { return prepared_.contains(sql); }
    void note_prepared(const std::string& sql) { prepared_.insert(sql); }

  private:
    store::Connection& connection_;
    Functions functions_;
    Scope scope_;
    std::optional<Relations> relations_;
    FindingMaker maker_;
    RecentWords recent_words_;
    std::vector<RuleInForce> office_rules_;
    std::vector<RuleInForce> rules_;  ///< all, once somebody asked for them
    std::set<std::string> prepared_;
    std::map<const RuleKey*, GateForm> gate_forms_;
    struct RulesAbout {
        Signs kinds;
        Tables tables;
        std::vector<std::size_t> rules = {};
    };
    std::deque<RulesAbout> rules_about_;  ///< of a few shapes
};

}  // namespace huiyin::rulebook
