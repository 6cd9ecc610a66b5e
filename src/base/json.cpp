#include "huiyin/base/json.hpp"

#include "huiyin/base/json_text.hpp"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace huiyin::base {

std::string one_line(const Json& json) {
    constexpr int not_indented = -1;
    constexpr bool only_ascii = false;
    return json.dump(not_indented, ' ', only_ascii, Json::error_handler_t::replace);
}

}  // namespace huiyin::base
