#pragma once

#include "huiyin/base/json.hpp"
#include "huiyin/reports/document.hpp"

namespace huiyin::reports {

/// The same for people and for scripts. Its JSON has a schema in docs/schema, as whatever a command
/// prints.
struct Presentation {
    Document document;
    nlohmann::ordered_json json;
};

}  // namespace huiyin::reports
