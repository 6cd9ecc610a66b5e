#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "huiyin/base/embedded.hpp"

/// What decides at the gate whether a rule is run at all. It is read from the rule's file when the
/// program is built; the rest of a file is read once the rule is to be run.
namespace huiyin::rulebook {

struct RuleKey {
    std::string_view id;
    const base::EmbeddedFile* file = nullptr;
    std::string_view judges;
    std::string_view after;  ///< words, as the file has them
    std::string_view when;
    std::string_view reads;
    std::string_view gate;         ///< the gate form; empty for none
    std::string_view gate_unless;  ///< words: where one of them is seen the query itself is asked
};

/// What stands between the query and the first example, behind a line of its own.
constexpr void read_gate_form(RuleKey& key) {
    constexpr std::string_view mark = "\n-- gate: ";
    constexpr std::string_view unless = "unless ";
    auto text = key.file->text.substr(0, key.file->text.find("\n-- example: "));
    const auto begin = text.find(mark);
    if (begin == text.npos) return;
    text.remove_prefix(begin + mark.size());
    const auto words = text.substr(0, text.find('\n'));
    if (words.starts_with(unless)) key.gate_unless = words.substr(unless.size());
    text.remove_prefix(words.size() + 1);
    key.gate = text.substr(0, text.rfind(';'));
}

constexpr RuleKey key_of(const base::EmbeddedFile& file) {
    RuleKey key{.file = &file};
    auto text = file.text;
    while (text.starts_with("-- ")) {
        const auto line = text.substr(3, text.find('\n') - 3);
        const auto colon = line.find(": ");
        text.remove_prefix(line.size() + 4);
        if (colon == line.npos) continue;
        const auto name = line.substr(0, colon);
        const auto value = line.substr(colon + 2);
        if (name == "id") key.id = value;
        if (name == "judges") key.judges = value;
        if (name == "after") key.after = value;
        if (name == "when") key.when = value;
        if (name == "reads") key.reads = value;
    }
    read_gate_form(key);
    return key;
}

/// Those of all files, by id.
template <std::size_t Count>
constexpr std::array<RuleKey, Count> keys_of(const std::array<base::EmbeddedFile, Count>& files) {
    std::array<RuleKey, Count> keys{};
    std::ranges::transform(files, keys.begin(), key_of);
    std::ranges::sort(keys, {}, &RuleKey::id);
    return keys;
}
std::span<const RuleKey> rule_keys();  // made by the build

struct Rule;
/// That of a rule of the regulation as it is kept; null for any other, and for a copy.
const RuleKey* key_of_rule(const Rule& rule);

/// Whether `is_so` holds of one of the words.
template <typename Predicate>
bool any_word(std::string_view words, Predicate is_so) {
    while (!words.empty()) {
        const auto end = words.find(' ') == words.npos ? words.size() : words.find(' ');
        if (end > 0 && is_so(words.substr(0, end))) return true;
        words.remove_prefix(end == words.size() ? end : end + 1);
    }
    return false;
}

}  // namespace huiyin::rulebook
