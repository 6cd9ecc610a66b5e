#pragma once

#include <array>

#include "huiyin/base/language.hpp"

namespace huiyin::reports {

/// As heads of columns, Monday first.
inline constexpr std::array weekdays{base::Label{"周一", "Mon"}, base::Label{"周二", "Tue"},
                                     base::Label{"周三", "Wed"}, base::Label{"周四", "Thu"},
                                     base::Label{"周五", "Fri"}, base::Label{"周六", "Sat"},
                                     base::Label{"周日", "Sun"}};

}  // namespace huiyin::reports
