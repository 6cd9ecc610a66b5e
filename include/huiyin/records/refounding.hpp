#pragma once

#include <optional>
#include <string>

#include "huiyin/records/writing.hpp"

namespace huiyin::records {

/// Where an export is recorded anew: gives this office the name and language of the old one, and
/// weeks to report since it was opened, which is the command's now. Throws Failure{usage} where
/// matters are on file already, or the zone is another.
WriteResult refound_office(const Writing& writing, const std::string& name,
                           const std::optional<std::string>& language,
                           const std::optional<std::string>& timezone);

}  // namespace huiyin::records
