#pragma once

#include <optional>
#include <string>

#include "huiyin/base/time.hpp"
#include "huiyin/base/typed_period.hpp"
#include "huiyin/gate/gate.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/reports/report.hpp"

/// Filing the weekly report (clause 5.5): when a week gets an edition, and when it has one already.
namespace huiyin::reports {

/// A week's report before it is filed.
struct WeeklyDraft {
    base::Week week;
    base::Zone zone;
    bool week_is_over = false;
    int newest_edition = 0;  ///< of the week, when the figures were taken; 0: none
    std::string viewer;      ///< who asked, by login
    bool sees_everybody = false;
    Report report;
    bool is_new_edition = false;  ///< which `file_week` wrote
};

/// The last whole week unless one is named. The figures are of one moment, for which
/// nobody waits unless that cannot be had (`gate::open_at_one_moment`). Throws what
/// `gate::open_to_read` does.
WeeklyDraft draft_week(const gate::Session& session, const std::string& line,
                       const std::optional<base::TypedWeek>& week,
                       std::optional<std::string> summary);
/// The same inside a transaction, as a line of a batch has it. Throws what `compute_report` does.
WeeklyDraft draft_week(const records::Writing& writing, const std::optional<base::TypedWeek>& week,
                       std::optional<std::string> summary);

/// Files the week unless it is not over, or its newest edition says the same already; then nothing
/// is written. Takes the figures again where somebody else filed the week meanwhile: older figures
/// are never a newer edition. The draft's report gets its edition, and what changed since the one
/// before. Throws what `compute_report` does.
records::WriteResult file_week(const records::Writing& writing, WeeklyDraft& draft);

}  // namespace huiyin::reports
