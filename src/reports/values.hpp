#pragma once

#include <optional>
#include <string>

#include "huiyin/base/json.hpp"
#include "huiyin/reports/document.hpp"

/// Values that may be missing, as cells and as JSON.
namespace huiyin::reports {

using base::Json;

inline Text plain(const std::optional<std::string>& words) {
    return plain(words.value_or(""));
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

}  // namespace huiyin::reports
