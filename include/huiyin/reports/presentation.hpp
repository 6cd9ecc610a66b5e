#pragma once

#include "huiyin/base/json.hpp"
#include "huiyin/reports/document.hpp"

namespace huiyin::reports {

/// The same for people and for scripts.
struct Presentation {
    Document document;
    nlohmann::ordered_json json;
};

}  // namespace huiyin::reports
