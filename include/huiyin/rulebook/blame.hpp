#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

/// Whose breach a finding is: for `check explain` (nobody explains their own), `check --who` and
/// reports by person. Throws nothing of its own: whom nothing on file tells is nobody.
namespace huiyin::rulebook {

/// A word of a rule file's `blamed:`.
struct BlamedName {
    Blamed blamed;
    std::string_view word;
    base::Label title;
    bool by_column;  ///< whom it means only the query can say, in its column `blamed`
};

std::span<const BlamedName> blamed_names();
const BlamedName& name_of(Blamed blamed);

/// What a rule found in one row, as far as it says whose breach it is.
struct Fault {
    std::string_view subject;
    base::Instant since;                        ///< the instant it fell due
    std::int64_t row = 0;                       ///< the row at fault; 0 where it names none
    std::optional<records::StaffId> said = {};  ///< the query's column `blamed`
};

/// Whose breach it is: whom the query says; else, by the rule's `blamed` and what is on file, who
/// did the step, whom the matter is about, who held it when it fell due, who registered it.
/// Nobody's of weeks and months.
std::optional<records::StaffId> blamed_for(store::Connection& connection, const Rule& rule,
                                           const Fault& fault);

}  // namespace huiyin::rulebook
