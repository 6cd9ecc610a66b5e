#pragma once

#include "huiyin/base/formatting.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// Everything people read, in both languages. Nothing here throws; that both patterns of a sentence
/// fit its values is seen by the compiler.
namespace huiyin::base {

/// The two languages of the product. Chinese is what the office reads first.
enum class Language { chinese, english };

/// Reads `zh-CN`, `zh`, `en`, `en_US.UTF-8` and the like, in either case; nothing for anything
/// else.
std::optional<Language> parse_language(std::string_view tag);

/// The tag under which a language is stored and typed: `zh-CN` or `en`.
std::string_view language_tag(Language language);

/// A fixed phrase in both languages, for tables written at compile time.
struct Label {
    std::string_view zh;
    std::string_view en;

    constexpr std::string_view in(Language language) const {
        return language == Language::chinese ? zh : en;
    }
    constexpr bool empty() const { return zh.empty() && en.empty(); }
};

/// A sentence in both languages that was put together while the program ran.
struct Text {
    std::string zh;
    std::string en;

    Text() = default;
    Text(std::string chinese, std::string english)
        : zh(std::move(chinese)), en(std::move(english)) {}
    Text(const Label& label) : zh(label.zh), en(label.en) {}  // NOLINT: a label is a text

    const std::string& in(Language language) const {
        return language == Language::chinese ? zh : en;
    }
    bool empty() const { return zh.empty() && en.empty(); }
};

/// What needs no translation: a number, a name, a time.
inline Text plain(std::string words) {
    return {words, words};
}
inline Text plain(std::integral auto number) {
    return plain(base::format("{}", number));
}

/// Both format strings of one sentence; the compiler checks each against the arguments.
template <typename... Args>
struct Pattern {
    fmt::format_string<Args...> zh;
    fmt::format_string<Args...> en;
};

/// Fills both languages of a sentence: `compose({"限 {}", "limit {}"}, limit)`.
template <typename... Args>
Text compose(Pattern<std::type_identity_t<Args>...> pattern, Args&&... args) {
    const auto values = fmt::make_format_args(args...);
    return {base::vformat(pattern.zh, values), base::vformat(pattern.en, values)};
}

}  // namespace huiyin::base
