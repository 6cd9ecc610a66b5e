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
                                     base::Language language, const base::Zone& zone);
reports::Presentation what_was_ingested(const std::vector<Ingested>& results,
                                        base::Language language);

}  // namespace huiyin::headquarters
