#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "candidates.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/field.hpp"

/// What somebody at a terminal is asked for a command, and what is wrong with an answer.
namespace huiyin::cli {

/// Whether the command cannot be recorded without an answer, as far as its own words tell.
bool lacks_something(const Arguments& arguments);

/// Whether it is a correction that names a record and nothing to correct.
bool corrects_nothing(const Arguments& arguments);
/// Whether a command, `duty start`, takes an option.
bool command_takes(std::string_view command, std::string_view option);
/// Whether a field that every matter has is nothing that one of this kind is told: a shift has no
/// home.
bool is_foreign(std::string_view kind, const records::Field& field);
/// What of a record its viewer may correct, in the order of the table; empty where there is no such
/// record.
std::vector<const Option*> correctable(const Verb& verb, const std::string& record,
                                       gate::Reading& reading);

/// The steps of an order, which has nothing else to be corrected: each by its number, with what it
/// was; empty for any other record.
std::vector<Candidate> steps_to_correct(const std::string& record, gate::Reading& reading,
                                        base::Language language);
/// What of a step of an order its viewer may correct; empty where it has no such step.
std::vector<const Option*> correctable_in_step(const Verb& verb, const std::string& order,
                                               const std::string& seq, gate::Reading& reading);

/// What broken rules are about, each option once, if each of them can be mended so.
std::vector<std::string_view> asked_again(const Arguments& arguments, const gate::Refusal& refusal);

/// Whether a rule would refuse the command for want of it. Who records it as it happened knows.
bool is_wanted(const Option& option, const Arguments& arguments);

/// Whether it is asked for though the command goes without: where it is, and how somebody can be
/// reached.
bool is_worth_asking(const Option& option, const Arguments& arguments);

/// The options of a command that a broken rule is about; empty where none would mend it.
std::vector<std::string_view> options_of_rule(const Verb& verb, std::string_view rule);

/// Whether people write sentences there, in an editor if they like.
bool is_free_text(const Option& option);

/// Whether what was given already makes another answer needless: of the acts of reception all four.
bool is_needless(std::string_view option, const Arguments& arguments);

/// What is wrong with a value that only the store can tell: a login, a number or a category that
/// nobody knows. `offered`: what may stand there.
std::optional<base::Problem> problem_on_file(const Place& place, const std::string& shown,
                                             const std::string& value, gate::Reading& reading);

}  // namespace huiyin::cli
