#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/query.hpp"
#include "row.hpp"
#include "rule_key.hpp"
#include "signs.hpp"

namespace huiyin::rulebook {

/// What the gate asks in the place of a rule's query: a SELECT about one matter, whose facts are
/// its parameters (`:no`, `:reply_at`). It gives the rows of the query, wherever none of the signs
/// is seen that its file names.
class GateForm {
  public:
    GateForm(std::string sql, std::string_view unless);
    explicit GateForm(const RuleKey& key) : GateForm(std::string(key.gate), key.gate_unless) {}

    const std::string& sql() const { return sql_; }
    /// The names of its facts, in the order of their places.
    const std::vector<std::string>& names() const { return names_; }
    bool speaks(const Signs& seen) const;
    void bind(store::Query& query, const Facts& facts) const;
    /// Those of its rows, asked of SQLite once.
    const Columns& columns(const store::Query& query) const;

  private:
    std::string sql_;
    std::string_view unless_;
    std::vector<std::string> names_;
    mutable Columns columns_;
};

/// Whether a rule is about matters of that kind, and such as stand.
bool is_about(const Rule& rule, const Facts& facts);

}  // namespace huiyin::rulebook
