#pragma once

#include <filesystem>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/reports/presentation.hpp"

/// What the commands of headquarters show. Throws nothing of its own.
namespace huiyin::headquarters {

reports::Presentation bundle_made(const BundleMade& made, const std::filesystem::path& file,
                                  const base::Zone& zone);
reports::Presentation office_register(const std::vector<RegisteredOffice>& offices,
                                      const base::Zone& zone);
reports::Presentation office_registered(const RegisteredOffice& office, const base::Zone& zone);
reports::Presentation company_status(const std::vector<OfficeState>& states,
                                     const std::vector<Stray>& strays, base::Language language,
                                     const base::Zone& zone);
reports::Presentation what_was_ingested(const std::vector<Ingested>& results,
                                        base::Language language);

/// Both branches of an office, and what was decided between them.
reports::Presentation forked_office(const Forked& forked, const base::Zone& zone);
reports::Presentation office_verified(const Verified& verified);
reports::Presentation office_replayed(const Replayed& replayed);
/// Sums, each office's row, who is missing.
reports::Presentation company_report(const CompanyReport& report, const base::Zone& zone);
reports::Presentation company_findings(const CompanyFindings& all, const base::Zone& zone);
reports::Presentation company_search(const FoundTexts& all);

}  // namespace huiyin::headquarters
