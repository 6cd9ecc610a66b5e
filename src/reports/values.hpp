#pragma once

#include <optional>
#include <string>

#include "huiyin/base/json.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/rulebook/rule.hpp"

/// Values as cells and as JSON: such as may be missing, words in both languages.
namespace huiyin::reports {

using base::Json;

inline Text plain(const std::optional<std::string>& words) {
    return plain(words.value_or(""));
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

/// Words in both languages, as JSON has them.
inline Json both(const Text& text) {
    return {{"zh", text.zh}, {"en", text.en}};
}

/// What a rule of this severity does; English has the words of the rule files.
Text severity_title(rulebook::Severity severity);

}  // namespace huiyin::reports
