#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/rulebook/rule.hpp"

/// The regulation's table of contents: what rules and commands may cite. Throws nothing: what names
/// no clause is the answer.
namespace huiyin::rulebook {

/// One of the regulation's seven parts, numbered as its clauses begin.
struct System {
    int number;
    base::Label title;
};

struct Clause {
    std::string_view id;
    base::Label title;   ///< in our words, not the regulation's
    base::Label reason;  ///< why no rule or no command is needed; empty where it has both

    constexpr int system() const { return id.front() - '0'; }
};

std::span<const System> systems();

/// Every clause, in the regulation's order.
std::span<const Clause> clauses();
bool is_clause(std::string_view id);

/// `6.1–6.4, 3.4.1` as the clauses it names, a range by each of its members. What names no clause
/// stays as it is written.
std::vector<std::string> clauses_of(std::string_view cited);

/// Those of the rules that cite the clause.
std::vector<const Rule*> rules_of(const Clause& clause, const std::vector<const Rule*>& rules);

}  // namespace huiyin::rulebook
