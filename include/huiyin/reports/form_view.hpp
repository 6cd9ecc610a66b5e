#pragma once

#include <vector>

#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/period.hpp"

/// The office's paper forms: registers (clauses 2.2.7, 4.3), orders (4.1), callbacks (3.3.2), the
/// duty log (1.6), filled in from the records or blank. What takes a View throws as
/// `view_matter` does.
namespace huiyin::reports {

enum class FormKind {
    complaint_register,
    repair_register,
    callback_record,
    duty_log,
    dispatch_order,
    event_report,
    receipt,
    reply,
    duty_roster
};

struct FormName {
    FormKind kind;
    std::string_view word;  ///< as typed
    base::Label title;
    bool blank = true;  ///< whether it is of use before anything is written on it
};
std::span<const FormName> form_names();

/// The lines of a register that happened in the period: complaints, repairs, callbacks or shifts,
/// void ones marked as such. `kind` is one of these four.
Document register_form(FormKind kind, const std::string& office, const Period& period,
                       const View& view);
/// One order, and one event: a sheet to be signed (4.2, 7.3).
Document dispatch_order_form(const std::string& office, const records::Order& order,
                             const View& view);
Document event_report_form(const std::string& office, const records::Event& event,
                           const View& view);

/// What a resident takes away from bringing a complaint or a repair: its number, what to expect by
/// when, whom to call.
Document receipt_form(const std::string& office, const records::Matter& matter, const View& view);
/// The reply to a complaint as a letter: facts, opinion, what was done and is still to come, where
/// to go if not content. Throws Failure{not_found} where it has not been replied to.
Document reply_form(const std::string& office, const records::Matter& matter, const View& view);
/// A month of the roster on one sheet: for each day who answers and who is with them.
Document roster_form(const std::string& office, const base::Month& month, const View& view);

/// Forms to be filled in by hand: so many lines of a register, or so many sheets of the others.
/// `count` is no more than `limits::blank_form`; who reads the option sees to it.
Document blank_form(FormKind kind, const std::string& office, std::int64_t count);

/// `{"schema", "form", "title", "sheets": [{"title", "fields": {…}, "rows": [{…}]}]}`, keyed by
/// the English titles of what the form prints, in every language; values are in `language`.
nlohmann::ordered_json form_json(const Document& document, FormKind kind, Language language);

}  // namespace huiyin::reports
