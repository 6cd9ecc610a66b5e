#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"

namespace huiyin::rulebook {

enum class Severity {
    refuse,             ///< nothing is recorded
    refuse_or_witness,  ///< `refuse*`: recorded as a breach when the step says `--as-happened`
    breach,             ///< recorded, and reported until explained
    notice,
};

/// `refuse`, `refuse*`, `breach`, `notice`.
std::string_view severity_word(Severity severity);

enum class Form {
    finding,  ///< each row breaks the rule
    clock,    ///< each row is a deadline, kept or not
};

/// A test that a rule file brings along.
struct Example {
    std::string title;
    std::string now;  ///< `YYYY-MM-DD HH:MM:SS`, UTC
    int findings = 0;
    std::string severity;  ///< of those findings; empty where it goes without saying
    std::string sql;
};

/// One rule file (docs/rule-format.md).
struct Rule {
    std::string id;
    std::string clause;
    std::vector<std::string> clauses;  ///< `clause`, taken apart
    Severity severity = Severity::breach;
    std::string judges;
    Form form = Form::finding;
    std::string blames;  ///< the table whose row is at fault; refusals only
    std::string limit;   ///< the policy of a clock
    std::string due;     ///< the word for a clock in `due` lists
    bool heals = false;
    base::Text title;
    base::Text message;
    base::Text remedy;
    std::vector<std::string> reads;
    std::string sql;
    std::vector<Example> examples;
};

/// Reads one rule file. Throws Failure{usage} naming every line that is wrong.
Rule parse_rule(std::string_view path, std::string_view text);

/// Every rule of this program, by id.
std::span<const Rule> regulation_rules();
/// Throws Failure{not_found}, naming the nearest id.
const Rule& require_rule(std::string_view id);

}  // namespace huiyin::rulebook
