#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Which matters of a kind a list shows. Times are half open: from ≤ at < to.
struct MatterFilter {
    MatterKind kind = MatterKind::complaint;
    bool open_only = false;
    std::optional<base::Instant> from = {};
    std::optional<base::Instant> to = {};
    std::optional<std::string> holder = {};  ///< a login
    std::optional<std::string> category = {};
    std::optional<std::string> unit = {};   ///< in any spelling
    std::optional<std::string> phone = {};  ///< in any spelling
    std::optional<std::int64_t> complaint_class = {};
    std::optional<std::vector<std::string>> numbers = {};  ///< only these
    std::optional<std::int64_t> limit = {};  ///< of those that meet the rest, the oldest so many
};

/// Their ids, oldest first. Throws as `require_staff` for the holder.
std::vector<MatterId> find_matters(store::Connection& connection, const MatterFilter& filter);

/// Every matter from one home, however it was typed, of whatever kind, oldest first.
std::vector<MatterId> matters_of_unit(store::Connection& connection, std::string_view unit);

}  // namespace huiyin::records
