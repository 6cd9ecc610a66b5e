#include "sheet_text.hpp"

#include <charconv>
#include <string_view>

#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"

namespace huiyin::reports {

namespace {

/// Whether a text begins with a character as sheets write it: `_x000A_`; some take `_xA_` for one,
/// too.
bool begins_with_written_character(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    if (!text.starts_with("_x")) return false;
    const auto digits = text.substr(2, most_digits + 1);
    const auto end = digits.find_first_not_of("0123456789abcdefABCDEF");
    return end != digits.npos && end > 0 && digits[end] == '_';
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::optional<double> read_time(const std::string& text) {
    try {
        const auto typed = base::parse_time(text);
        const auto* civil = std::get_if<base::CivilTime>(&typed.form);
        if (civil == nullptr) return {};
        constexpr double unix_epoch = 25'569;
        return static_cast<double>(civil->time_since_epoch().count()) / seconds_of_day + unix_epoch;
    } catch (const base::Failure&) {
        return {};
    }
}

std::string as_cell_text(std::string_view text) {
    std::string written;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (begins_with_written_character(text.substr(at))) written += "_x005F";
        written += text[at];
    }
    return written;
}

std::string sheet_name(std::string wanted, int place, std::set<std::string>& taken) {
    constexpr int longest_name = 31;
    std::erase_if(wanted, [](char byte) {
        return std::string_view("[]:*?/\\'").find(byte) != std::string_view::npos ||
               static_cast<unsigned char>(byte) < 0x20;
    });
    auto name = base::shorten(wanted, longest_name);
    if (name.empty() || !taken.insert(name).second) {
        name = base::format("{} {}", base::shorten(wanted, longest_name - 4), place);
        taken.insert(name);
    }
    return name;
}

}  // namespace huiyin::reports
