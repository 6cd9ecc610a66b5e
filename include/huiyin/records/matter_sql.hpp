#pragma once

#include <string>
#include <string_view>

/// What commands and rules both ask of a matter stands once, in `src/records/matter.sql`.
namespace huiyin::records {

/// Writes it out in a query: `@holder`, `@reachable(now())`; and, like `with_step_kinds`, what the
/// query asks of kinds of step. Throws Failure{integrity} for a name there is not.
std::string with_matter_sql(std::string_view sql);

}  // namespace huiyin::records
