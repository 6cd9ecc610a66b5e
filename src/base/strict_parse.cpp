#include "strict_parse.hpp"

#include <date/date.h>

#include <algorithm>
#include <sstream>

namespace huiyin::base {

namespace {

char as_shape(char c) {
    return c >= '0' && c <= '9' ? '0' : c;
}

bool same_shape(const std::string& left, const std::string& right) {
    return std::ranges::equal(left, right, {}, as_shape, as_shape);
}

}  // namespace

std::optional<CivilTime> read_exactly(const std::string& text, const char* format) {
    date::sys_seconds value{};
    // The library computes with unset numbers where digits are missing, so it sees none of that.
    if (!same_shape(text, date::format(format, value))) return std::nullopt;

    std::istringstream stream{text};
    stream >> date::parse(format, value);
    if (stream.fail() || date::format(format, value) != text) return std::nullopt;
    return CivilTime{value.time_since_epoch()};
}

}  // namespace huiyin::base
