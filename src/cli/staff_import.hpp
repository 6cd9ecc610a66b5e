#pragma once

#include <vector>

#include "huiyin/records/staff.hpp"
#include "table_input.hpp"

namespace huiyin::cli {

/// The people of a table with the columns of `staff add`, superiors before those that report to
/// them; of a loop, which a rule refuses, in the order of the table. A superior is a login, or a
/// name that one row or one colleague has. Throws Failure{usage} with everything that is wrong in
/// the file.
std::vector<records::NewStaff> read_staff_table(const TableInput& input,
                                                store::Connection& connection);

}  // namespace huiyin::cli
