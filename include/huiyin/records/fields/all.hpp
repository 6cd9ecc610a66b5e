#pragma once

#include <algorithm>
#include <array>

#include "huiyin/records/fields/callback.hpp"
#include "huiyin/records/fields/complaint.hpp"
#include "huiyin/records/fields/event.hpp"
#include "huiyin/records/fields/matter.hpp"
#include "huiyin/records/fields/office.hpp"
#include "huiyin/records/fields/paper.hpp"
#include "huiyin/records/fields/repair.hpp"
#include "huiyin/records/fields/step.hpp"

namespace huiyin::records {

/// One array after the other. For the compiler: nothing can throw.
template <typename Row, std::size_t... sizes>
constexpr auto joined(const std::array<Row, sizes>&... parts) {
    std::array<Row, (sizes + ...)> all{};
    auto end = all.begin();
    ((end = std::ranges::copy(parts, end).out), ...);
    return all;
}

/// The whole table, where it is wanted while compiling; else `fields()`.
inline constexpr auto all_fields =
    joined(matter_fields, complaint_fields, repair_fields, event_fields, step_fields,
           callback_fields, office_fields);

}  // namespace huiyin::records
