#pragma once

#include <optional>
#include <string>

#include "huiyin/base/time.hpp"
#include "huiyin/cli/options.hpp"
#include "huiyin/gate/gate.hpp"

/// What the commands of headquarters share.
namespace huiyin::cli::shared {

inline constexpr Declared<Takes::word> hq{
    "hq",
    {"总部的 PostgreSQL(默认取 HUIYIN_HQ)", "headquarters' PostgreSQL (default: HUIYIN_HQ)"},
    "URL"};

/// The address that was typed, else that of the environment. Throws Failure{usage} for neither.
std::string url_of(const std::optional<std::string>& typed);
/// No one office: times are told as the machine's own clock shows them.
base::Zone company_zone();
/// Headquarters has no staff of its own: whom PostgreSQL lets in may. Throws Failure{usage} for
/// `--as`.
void require_own_name(const gate::Session& session);

}  // namespace huiyin::cli::shared
