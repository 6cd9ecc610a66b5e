#include "huiyin/base/money.hpp"

#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::base {

std::optional<Money> Money::parse(std::string_view typed) {
    const auto point = std::min(typed.find('.'), typed.size());
    const auto yuan = parse_whole(typed.substr(0, point));
    if (!yuan) return {};
    if (point == typed.size()) return Money(*yuan, 0);
    const auto below = typed.substr(point + 1);
    const bool digits = below.find_first_not_of("0123456789") == std::string_view::npos;
    if (below.empty() || below.size() > 2 || !digits) return {};
    const int tens = below[0] - '0';
    const int ones = below.size() == 2 ? below[1] - '0' : 0;
    return Money(*yuan, 10 * tens + ones);
}

std::string Money::text() const {
    return fen_ == 0 ? base::format("{}", yuan_) : base::format("{}.{:02}", yuan_, fen_);
}

}  // namespace huiyin::base
