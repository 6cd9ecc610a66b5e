#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/policy.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/presentation.hpp"
#include "huiyin/rulebook/office_rules.hpp"

/// The regulation as a book for people who do not program: each clause with its wording, its
/// reading, its rules in a sentence, their limits in force, what became of them here this year, and
/// their examples as what happened.
namespace huiyin::reports {

/// All of it, or one clause. Judges this year, and tells every rule's examples. Throws what the
/// Checker throws.
Presentation rule_book(const View& view, const std::string& office,
                       const std::optional<std::string>& clause = {});

}  // namespace huiyin::reports
