#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"

/// Callbacks (clause 3). Whatever is given the number of a matter throws as `require_matter` does;
/// that of a callback, as `require_callback`.
namespace huiyin::records {

/// A callback as it is logged (clause 3).
struct NewCallback {
    std::string method;                    ///< visit, phone, letter, open-letter
    bool reached = true;                   ///< false: an attempt
    std::optional<std::string> satisfied;  ///< yes, partly, no
    std::optional<std::string> note;
    std::optional<std::string> signed_by;
    std::optional<std::string> signed_as;  ///< self, thumb, family
    std::optional<std::string> form_no;
    std::optional<std::string> raised;         ///< what the resident raised anew
    std::optional<std::string> settled;        ///< how it was settled on the spot
    std::optional<base::Instant> appointment;  ///< when it is to be answered
    std::optional<std::string> resolved;       ///< yes, no: asked apart from satisfaction
    std::optional<MatterKind> opens;  ///< what was raised becomes a complaint or suggestion too
};

/// A callback on file.
struct Callback {
    StepId step = 0;
    std::string no;
    std::string matter;                              ///< its number
    NewCallback said;                                ///< its appointment is the one in force
    int rearranged = 0;                              ///< how often that was moved
    std::optional<base::Instant> first_appointment;  ///< as it was given in the callback
    base::Instant at;
    StaffId doer = 0;
    std::optional<int> ordinal;  ///< among those that reached someone; open letters have none
    std::optional<base::Instant> answered_at;
    std::optional<std::string> as_happened;
    std::optional<base::Instant> voided_at;  ///< it was never made, or its matter is void
    std::optional<base::Instant> corrected_at;
};

/// The complaint, suggestion or repair of this number. Throws Failure{usage} for any other kind of
/// matter: nothing else is called back.
Matter require_called_back(const Writing& writing, std::string_view number);

/// Logs a callback or an attempt; answers with its own number, HF. Throws as `require_called_back`.
WriteResult log_callback(const Writing& writing, std::string_view matter,
                         const NewCallback& callback);

/// Keeps the appointment given in a callback (clause 3.3.3a). Throws Failure{usage} where none was
/// given.
WriteResult answer_callback(const Writing& writing, std::string_view callback,
                            const std::string& text, const std::optional<std::string>& method);

/// Moves the appointment given in a callback (clause 3.3.3a). Whether it may still be moved is the
/// rules' to say. Throws Failure{usage} where none was given.
WriteResult rearrange_callback(const Writing& writing, std::string_view callback,
                               base::Instant appointment, const std::string& reason);

/// Says that a callback or an attempt was never made. Throws Failure{usage} for the share of an
/// open letter, which is void as soon as the letter is.
WriteResult void_callback(const Writing& writing, std::string_view callback,
                          const std::string& reason);

/// Of one matter, or of all, made in from ≤ at < until; oldest first. Void ones are among them.
std::vector<Callback> list_callbacks(store::Connection& connection,
                                     std::optional<MatterId> matter = {},
                                     base::Instant from = base::instant(0),
                                     base::Instant until = base::Instant::max());
/// The callback of this number, in any spelling. Throws Failure{not_found} where there is none, and
/// Failure{usage} for what is no number.
Callback require_callback(store::Connection& connection, std::string_view number, int this_year);

}  // namespace huiyin::records
