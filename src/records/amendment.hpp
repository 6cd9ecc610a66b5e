#pragma once

#include <string>
#include <string_view>

#include "huiyin/records/step.hpp"

namespace huiyin::records {

/// Puts a correction on file as a step; the corrected row itself is the caller's to change.
inline StepId add_amendment(const Writing& writing, MatterId id, std::string_view field,
                            const std::string& value, const std::string& reason) {
    return add_step(
        writing, id,
        {.what = "amend", .field = std::string(field), .text = value, .reason = reason});
}

}  // namespace huiyin::records
