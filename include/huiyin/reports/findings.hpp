#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"

/// What the checker found, for people and for scripts (docs/schema). Throws nothing of its own.
namespace huiyin::reports {

/// `{rule, clause, severity, subject, since, blamed, unit, detail, message, remedy, explained}` for
/// each, messages in one language; of an explained one also `explanation {text, by, at}`.
nlohmann::ordered_json findings_json(const std::vector<rulebook::Finding>& findings,
                                     const base::Zone& zone, Language language);
/// `{what, clause, by, subject}` for each.
nlohmann::ordered_json due_json(const std::vector<rulebook::Deadline>& deadlines,
                                const base::Zone& zone);

/// What `check` shows: findings with what to do, and deadlines that come up.
Document check_document(const std::vector<rulebook::Finding>& findings,
                        const std::vector<rulebook::Deadline>& due, const View& view);

/// What `why` shows: every deadline with its arithmetic.
Document why_document(const std::string& subject, const std::vector<rulebook::Deadline>& deadlines,
                      const std::vector<rulebook::Finding>& findings, const View& view);
nlohmann::ordered_json why_json(const std::string& subject,
                                const std::vector<rulebook::Deadline>& deadlines,
                                const base::Zone& zone, base::Instant now);

/// `start + limit (policy, edition) = due`, and what became of it: met early, late, missed.
Text arithmetic(const rulebook::Deadline& deadline, const base::Zone& zone);
Text outcome_of(const rulebook::Deadline& deadline, base::Instant now);

/// What is due next, a line each.
std::vector<Text> due_lines(const std::vector<rulebook::Deadline>& deadlines,
                            const base::Zone& zone, base::Instant now);

/// Why it happened, who said so and when; empty where nobody did. Phones in it are masked.
Text explanation_text(const rulebook::Finding& finding, const base::Zone& zone);

/// A finding's message for a line that is already headed by its subject.
std::string without_subject(const std::string& message, const std::string& subject);

}  // namespace huiyin::reports
