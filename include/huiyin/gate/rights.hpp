#pragma once

#include <string_view>

#include "huiyin/base/language.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/connection.hpp"

/// Who may give which commands: the table of roles, in one place. A denial is the gate's to throw;
/// nothing here does, but `may` of a person as `records::staff_as_of`.
namespace huiyin::gate {

/// What a command asks leave for. Each command of the table names one; options may ask for more.
enum class Right {
    open,               ///< asks nobody: `version`, `audit verify`, `init`
    read,               ///< see records, check, print
    compare_people,     ///< see the figures of others than oneself
    warn,               ///< report a major event, note an alarm: nobody is kept from it
    field_work,         ///< orders, repairs, duty, notes
    office_work,        ///< complaints, suggestions, callbacks, assigning, the weekly report
    supervise,          ///< void, conduct, rosters, corrections that change what rules judge
    explain,            ///< explain a breach
    comfort,            ///< the head's own acts
    manage_readiness,   ///< key areas and plans
    seal,               ///< sign the journal
    export_everything,  ///< export everything
    administer,         ///< staff, policies, office rules, backup, erasing a person
};

/// Whether a role has a right.
bool may(records::Role role, Right right);

/// Whether somebody has it at `now`, by their own role or by that of one for whom they stand in
/// (clauses 5.3, 7.4).
bool may(store::Connection& connection, const records::StaffEdition& person, Right right,
         base::Instant now);

/// Who may, for messages: `文员、主管…`.
base::Text who_may(Right right);

}  // namespace huiyin::gate
