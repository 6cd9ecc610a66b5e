#include <algorithm>
#include <sstream>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Label;
using Json = nlohmann::json;

namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::string_view origin_mark = "huiyin/";

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

Anchor anchor_of(Head head) {
    return {.head = std::move(head), .store_id = {}, .seal = {}, .checkpoint = {}};
}

std::optional<Anchor> anchor_of_head(const Json& json) {
    if (!json.is_object() || !json.contains("entries") || !json.contains("head")) return {};
    const auto& entries = json["entries"];
    const auto& head = json["head"];
    if (!entries.is_number_integer() || !head.is_string() || !is_hash(head.get<std::string>()))
        return {};
    return anchor_of({entries.get<std::int64_t>(), head.get<std::string>()});
}

Anchor anchor_of_seal(Seal seal) {
    auto anchor = anchor_of(seal.head);
    anchor.store_id = seal.store_id;
    anchor.seal = std::move(seal);
    return anchor;
}

/// Of a checkpoint as it was handed out, or read off a code and saved by some other program.
Anchor anchor_of_note(std::string_view text) {
    std::string note(base::trimmed(text));
    std::erase(note, '\r');
    note += "\n";
    const auto checkpoint = parse_note(note).checkpoint;
    auto anchor = anchor_of({checkpoint.size, {}});
    // Between the mark and, of a copy that was put back, which one it is.
    auto store = std::string_view(checkpoint.origin);
    if (store.starts_with(origin_mark)) store.remove_prefix(origin_mark.size());
    anchor.store_id = store.substr(0, store.find('/'));
    anchor.checkpoint = std::move(note);
    return anchor;
}

std::optional<Anchor> anchor_of_json(const Json& json) {
    if (!json.is_object()) return {};
    if (json.contains("statement"))
        if (auto seal = seal_of_json(json)) {
            auto anchor = anchor_of_seal(std::move(*seal));
            if (const auto note = json.find("checkpoint"); note != json.end() && note->is_string())
                anchor.checkpoint = anchor_of_note(note->get<std::string>()).checkpoint;
            return anchor;
        }
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
        std::ranges::replace(line, ',', ' ');  // of a table
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
    return anchor_of(std::move(highest));
}

/// A page's words, a line for each of its lines.
std::string words_of_page(std::string_view page) {
    std::string words;
    bool in_tag = false;
    for (const char c : page) {
        if (c == '<') in_tag = true;
        if (!in_tag || c == '\n') words += c;
        if (c == '>') {
            in_tag = false;
            words += ' ';
        }
    }
    return words;
}

std::optional<Anchor> anchor_in(std::string_view text) {
    if (const auto json = Json::parse(text, nullptr, false); !json.is_discarded())
        return anchor_of_json(json);
    // JSON that was damaged: what is left of it may name an older entry.
    if (base::trimmed(text).starts_with("{")) return {};
    if (base::trimmed(text).starts_with(origin_mark)) return anchor_of_note(text);
    if (base::trimmed(text).starts_with("<!DOCTYPE")) return anchor_of_text(words_of_page(text));
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
        Label{"可用 huiyin audit seal 或 audit head 的输出(--json)、检查点,或周报的 JSON",
              "use what huiyin audit seal or audit head printed (--json), a checkpoint, or a "
              "weekly report's JSON"});
}

bool agrees(store::Connection& connection, const Anchor& anchor, std::string_view schema) {
    const auto entries = anchor.head.entries;
    store::Query row(connection, base::format("SELECT hash FROM {}.journal WHERE seq = ?", schema),
                     entries);
    if (!row.next()) return false;
    if (!anchor.head.hash.empty() && base::hex(row.blob(0)) != anchor.head.hash) return false;
    if (!anchor.checkpoint) return true;
    const auto checkpoint = parse_note(*anchor.checkpoint).checkpoint;
    return checkpoint.size == entries &&
           JournalTree(connection, schema).root(entries) == checkpoint.root;
}

}  // namespace huiyin::gate
