#include "huiyin/base/formatting.hpp"

namespace huiyin::base {

std::string vformat(fmt::string_view pattern, fmt::format_args values) {
    return fmt::vformat(pattern, values);
}

}  // namespace huiyin::base
