#pragma once

#include <string_view>

/// What commands and rules both ask of a matter, as SQL that both put into their queries: over `m`,
/// the matter, and `steps`, the steps that had happened by the moment that is asked about.
namespace huiyin::records {

/// Who holds it: whoever it was last assigned to, else who was last dispatched, or told of it
/// first; of a call for help who is on duty (`on_duty`), whoever's it was; or nobody.
inline constexpr std::string_view holder_sql =
    "coalesce((SELECT s.to_staff FROM steps s"
    " WHERE s.matter = m.id AND s.to_staff IS NOT NULL"
    " AND s.what IN (SELECT what FROM step_kind WHERE assigns OR gives)"
    // An order that was called off gives nobody the repair.
    " AND NOT (s.what = 'dispatch' AND EXISTS (SELECT 1 FROM steps c"
    " WHERE c.matter = s.matter AND +c.dispatch_order = s.dispatch_order"
    " AND +c.what = 'cancel'))"
    " ORDER BY s.what IN (SELECT what FROM step_kind WHERE gives), s.at DESC, s.id DESC LIMIT 1),"
    " CASE WHEN m.kind = 'assist' THEN (SELECT d.officer FROM on_duty d) END)";

}  // namespace huiyin::records
