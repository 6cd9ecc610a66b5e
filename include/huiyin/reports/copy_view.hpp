#pragma once

#include <filesystem>
#include <vector>

#include "huiyin/gate/backup.hpp"
#include "huiyin/gate/health.hpp"
#include "huiyin/reports/shown.hpp"

/// Copies of the store, and what `doctor` found.
namespace huiyin::reports {

Shown backup_made(const gate::Backup& backup, const std::filesystem::path& file);
Shown restored(const gate::Restored& restored, const std::filesystem::path& store, bool dry_run,
               const base::Zone& zone);
Shown examination(const std::vector<store::Examination>& examinations, Language language);

}  // namespace huiyin::reports
