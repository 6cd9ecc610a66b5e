#pragma once

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Nothing new leans on what is void: throws Failure{usage}.
void require_not_void(const Matter& matter);

}  // namespace huiyin::records
