#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/week_figures.hpp"

/// What was there, what came, what went, and how old the rest is. Throws nothing of its own.
namespace huiyin::records {

/// What was carried over, so that before + received = closed + voided + after. It alone counts what
/// is void, until it was voided; what was voided after it was closed counts as closed.
struct Carry {
    std::int64_t before = 0;
    std::int64_t received = 0;
    std::int64_t closed = 0;
    std::int64_t voided = 0;
    std::int64_t after = 0;
};
Carry count_carry(store::Connection& connection, MatterKind kind, const Window& window);

/// An upper bound of ages, the last one without end.
struct AgeBound {
    std::string_view key;
    base::Label title;
    std::optional<base::Seconds> most;
};
inline constexpr std::array age_bounds{
    AgeBound{"24h", {"24 小时内", "up to 24 h"}, std::chrono::hours{24}},
    AgeBound{"72h", {"72 小时内", "up to 72 h"}, std::chrono::hours{72}},
    AgeBound{"7d", {"7 天内", "up to 7 d"}, std::chrono::days{7}},
    AgeBound{"30d", {"30 天内", "up to 30 d"}, std::chrono::days{30}},
    AgeBound{"older", {"30 天以上", "older"}, {}},
};
/// How many are within each bound and beyond the one before.
using Ages = std::array<std::int64_t, age_bounds.size()>;

/// A matter of the regulation (TS, JY, QZ, BX, ZD) that was open at the window's end.
struct OpenMatter {
    MatterId id = 0;
    MatterKind kind = MatterKind::complaint;
    base::Instant at;  ///< when it came
    std::optional<StaffId> holder;
};
/// At the window's end or the moment it is seen from, if that is earlier.
std::vector<OpenMatter> open_matters(store::Connection& connection, const Window& window);

/// By when each came, up to the window's end or the moment it is seen from.
Ages ages_of(const std::vector<OpenMatter>& open, MatterKind kind, const Window& window);

/// Whether any matter had come by then.
bool had_any_matter(store::Connection& connection, base::Instant by);

}  // namespace huiyin::records
