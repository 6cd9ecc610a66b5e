#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/language.hpp"

/// Rule files (docs/rule-format.md), and those of the regulation, which are inside the program.
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

/// Whose breach it is (docs/rule-format.md); `blame.hpp` says whom that means.
enum class Blamed {
    unsaid,  ///< the file does not say: who did the step, else the holder
    doer,
    holder,
    registrar,
    sender,
    technician,
    officer,
    rostered,
    concerned,
    nobody,
};

/// A test that a rule file brings along.
struct Example {
    std::string title;
    std::string now;  ///< `YYYY-MM-DD HH:MM:SS`, UTC
    int findings = 0;
    std::string severity;  ///< of those findings; empty where it goes without saying
    std::string since;   ///< of one of those findings, as `now`; empty where it goes without saying
    std::string blamed;  ///< login of whose breach one of them is; or empty
    std::vector<std::string> says;  ///< each is said by one of them or its remedy, in some language
    std::vector<std::string> unsaid;  ///< what none of them says, nor its remedy
    std::string sql;
    int line = 0;  ///< of the file, where it begins
};

/// Changes of a rule's query after which it says the same, or that no example can show, and why
/// (rulebook/mutants.hpp).
struct Equivalence {
    std::vector<std::string> changes;
    std::string because;
    int line = 0;  ///< of the file, where it begins
};

/// One rule file (docs/rule-format.md).
struct Rule {
    std::string id;
    std::string clause;
    std::vector<std::string> clauses;  ///< `clause`, taken apart
    Severity severity = Severity::breach;
    std::string judges;
    /// Kinds of step: about a matter with none of these on file it finds nothing. Empty where it
    /// may.
    std::vector<std::string> after;
    /// What has to be so of a matter, or one of it, for the rule to say anything about it
    /// (rulebook/signs.hpp). Empty where it always may.
    std::vector<std::string> when;
    Form form = Form::finding;
    std::string blames;  ///< the table whose row is at fault; refusals only
    Blamed blamed = Blamed::unsaid;
    std::string limit;  ///< the policy of a deadline
    std::string due;    ///< the word for a deadline in `due` lists
    bool heals = false;
    base::Text title;
    base::Text message;
    base::Text remedy;
    std::vector<std::string> reads;
    std::string written;  ///< the query as the file has it
    std::string sql;      ///< and with what it asks of the catalogue written out
    int sql_line = 0;     ///< of the file, where the query begins
    std::vector<Example> examples;
    std::vector<Equivalence> equivalences;
};

/// A rule file as far as it could be read.
struct RuleFile {
    Rule rule;
    std::map<std::string, int, std::less<>> lines;  ///< where each key of the header stands
    std::vector<base::Problem> problems;            ///< everything that is wrong with its form
};
/// Throws nothing: `problems` has what is wrong. `path` is for messages.
RuleFile read_rule(std::string_view path, std::string_view text);

/// Reads one rule file. Throws Failure{usage} naming every line that is wrong.
Rule parse_rule(std::string_view path, std::string_view text);

/// What is wrong at a line of a rule file: `path:line: …`.
base::Problem problem_at(std::string_view path, int line, const base::Text& what);

/// Every rule of this program, by id; without what follows the query (`whole_rule`).
std::span<const Rule> regulation_rules();
/// The one at that place of them; the others need not be read for it.
const Rule& regulation_rule(std::size_t place);
/// One of them, by its title in either language, which no other has; null where there is none.
const Rule* rule_titled(std::string_view title);
/// One of them, by its id or its title. Throws Failure{not_found}, naming the nearest id.
const Rule& require_rule(std::string_view id);
/// The rule with all that its file has: of the regulation's, what follows the query is read when
/// somebody asks.
Rule whole_rule(const Rule& rule);
/// The Failure{not_found} that there is none of that id among these.
base::Failure no_such_rule(std::string_view id, const std::vector<std::string>& ids);

}  // namespace huiyin::rulebook
