#include "huiyin/base/language.hpp"

#include <algorithm>

namespace huiyin::base {

namespace {

constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, ascii_lower, ascii_lower);
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find_first_of("-_.@"));
    if (same_ignoring_case(primary, "zh")) return Language::chinese;
    if (same_ignoring_case(primary, "en")) return Language::english;
    return std::nullopt;
}

std::string_view language_tag(Language language) {
    return language == Language::chinese ? "zh-CN" : "en";
}

}  // namespace huiyin::base
