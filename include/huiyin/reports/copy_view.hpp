#pragma once

#include <filesystem>
#include <vector>

#include "huiyin/gate/backup.hpp"
#include "huiyin/gate/health.hpp"
#include "huiyin/reports/presentation.hpp"

/// Copies of the store, and what `doctor` found. Throws nothing: what is shown was read before.
namespace huiyin::reports {

Presentation backup_made(const gate::Backup& backup, const std::filesystem::path& file);
Presentation restored(const gate::Restored& restored, const std::filesystem::path& store,
                      bool dry_run, const base::Zone& zone);
Presentation examination(const std::vector<store::Examination>& examinations, Language language);

}  // namespace huiyin::reports
