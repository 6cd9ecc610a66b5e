#include <algorithm>
#include <sstream>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/gate/seal.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Label;
using Json = nlohmann::json;

namespace {

constexpr std::size_t hash_digits = 64;

bool is_hash(std::string_view word) {
    return word.size() == hash_digits && std::ranges::all_of(word, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

/// `huiyin-seal-1 STORE ENTRIES HEAD AT KEY SIGNATURE`, the words in any layout.
std::optional<Seal> seal_of_words(const std::vector<std::string>& words) {
    if (words.size() != 7 || words[0] != "huiyin-seal-1" || !is_hash(words[3])) return {};
    const auto entries = base::parse_whole(words[2]);
    const auto at = base::parse_whole(words[4]);
    if (!entries || !at) return {};
    return Seal{.store_id = words[1],
                .head = {*entries, words[3]},
                .at = base::instant(*at),
                .public_key = base::from_base64(words[5]).value_or(""),
                .signature = base::from_base64(words[6]).value_or("")};
}

/// A seal as JSON: the statement that was signed, the key, the signature.
std::optional<Seal> seal_of_json(const Json& json) {
    std::vector<std::string> words{"huiyin-seal-1"};
    const auto word = [&json](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string{};
    };
    const auto said = words_of(word("statement"));
    // name and value in turn, after the line that says what it is
    if (said.size() != 9) return {};
    for (std::size_t at = 2; at < said.size(); at += 2)
        words.push_back(said[at]);
    words.push_back(word("public_key"));
    words.push_back(word("signature"));
    return seal_of_words(words);
}

std::optional<Anchor> anchor_of_head(const Json& json) {
    if (!json.is_object() || !json.contains("entries") || !json.contains("head")) return {};
    const auto& entries = json["entries"];
    const auto& head = json["head"];
    if (!entries.is_number_integer() || !head.is_string() || !is_hash(head.get<std::string>()))
        return {};
    return Anchor{
        .head = {entries.get<std::int64_t>(), head.get<std::string>()}, .store_id = {}, .seal = {}};
}

Anchor anchor_of_seal(Seal seal) {
    Anchor anchor{.head = seal.head, .store_id = seal.store_id, .seal = {}};
    anchor.seal = std::move(seal);
    return anchor;
}

std::optional<Anchor> anchor_of_json(const Json& json) {
    if (!json.is_object()) return {};
    if (json.contains("statement"))
        if (auto seal = seal_of_json(json)) return anchor_of_seal(std::move(*seal));
    if (json.contains("journal")) return anchor_of_head(json["journal"]);
    return anchor_of_head(json);
}

/// What people copied off a screen or a sheet of paper: a count in a line that says so, and a hash.
/// Of several such pairs, as a weekly report and the seal it names, the one with most entries.
std::optional<Anchor> anchor_of_text(std::string_view text) {
    Head highest;
    Head begun;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const bool counts = line.find("entries") != line.npos || line.find("条") != line.npos;
        for (const auto& word : words_of(line)) {
            if (is_hash(word)) begun.hash = word;
            if (const auto number = base::parse_whole(word); counts && number)
                begun.entries = *number;
        }
        if (begun.entries == 0 || begun.hash.empty()) continue;
        if (begun.entries > highest.entries) highest = begun;
        begun = {};
    }
    if (highest.entries == 0) return {};
    return Anchor{.head = highest, .store_id = {}, .seal = {}};
}

std::optional<Anchor> anchor_in(std::string_view text) {
    if (const auto json = Json::parse(text, nullptr, false); !json.is_discarded())
        return anchor_of_json(json);
    // JSON that was damaged: what is left of it may name an older entry.
    if (base::trimmed(text).starts_with("{")) return {};
    if (auto seal = seal_of_words(words_of(text))) return anchor_of_seal(std::move(*seal));
    return anchor_of_text(text);
}

}  // namespace

Anchor parse_anchor(std::string_view text) {
    auto anchor = anchor_in(text);
    if (anchor && anchor->head.entries > 0) return std::move(*anchor);
    throw Failure(
        Exit::failed,
        Label{"锚点文件里没有日志条数与校验值", "the anchor file has no entry count and hash"},
        Label{"可用 huiyin audit seal 或 audit head 的输出(--json),或周报的 JSON",
              "use what huiyin audit seal or audit head printed (--json), or a weekly report's "
              "JSON"});
}

}  // namespace huiyin::gate
