#include "row.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/step_kind.hpp"

namespace huiyin::rulebook {

namespace {

bool is_time(std::string_view column) {
    static constexpr std::array names{"since", "started", "due", "met", "stopped"};
    return column.ends_with("_at") || std::ranges::find(names, column) != names.end();
}

bool is_span(std::string_view column) {
    return column.ends_with("_for");
}

/// Names the engine itself reads, which say nothing to people.
bool is_internal(std::string_view column) {
    static constexpr std::array names{"subject",  "since",    "row",    "pardonable", "limit_key",
                                      "limit_at", "mendable", "blamed", "rated",      "avoidable"};
    return std::ranges::find(names, column) != names.end();
}

/// A listed word by its name in its place, in Chinese; in English it says itself what it means.
base::Text listed(std::span<const records::ListedWord> words, const std::string& word) {
    const auto found = std::ranges::find(words, word, &records::ListedWord::word);
    return {found == words.end() ? word : std::string(found->title.zh), word};
}

std::string fill_one(std::string_view sentence, const Row& row, const base::Zone& zone,
                     base::Language language) {
    std::string filled;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos) break;
        const auto name = sentence.substr(open + 1, close - open - 1);
        filled += sentence.substr(0, open);
        filled += row.shown(name == "late" ? "late_for" : name, zone).in(language);
        sentence.remove_prefix(close + 1);
    }
    return filled += sentence;
}

}  // namespace

const Row::Value* Row::find(std::string_view column) const {
    const auto found = std::ranges::find(values_, column, &std::pair<std::string, Value>::first);
    return found == values_.end() ? nullptr : &found->second;
}

void Row::set(std::string_view column, Value value) {
    const auto found = std::ranges::find(values_, column, &std::pair<std::string, Value>::first);
    if (found == values_.end())
        values_.emplace_back(column, std::move(value));
    else
        found->second = std::move(value);
}

const Row::Value& Row::value(std::string_view column) const {
    static const Value null = nullptr;
    const auto* found = find(column);
    return found == nullptr ? null : *found;
}

std::string Row::text(std::string_view column) const {
    const auto* found = find(column);
    if (found == nullptr) return {};
    if (const auto* number = std::get_if<std::int64_t>(found)) return base::format("{}", *number);
    const auto* words = std::get_if<std::string>(found);
    return words != nullptr ? *words : std::string{};
}

std::optional<std::int64_t> Row::integer(std::string_view column) const {
    const auto* found = find(column);
    const auto* number = found == nullptr ? nullptr : std::get_if<std::int64_t>(found);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::optional<base::Instant> Row::time(std::string_view column) const {
    const auto number = integer(column);
    return number ? std::optional(base::instant(*number)) : std::nullopt;
}

std::map<std::string, std::string> Row::details(const base::Zone& zone) const {
    std::map<std::string, std::string> shown;
    for (const auto& [column, value] : values_) {
        if (is_internal(column) || std::holds_alternative<std::nullptr_t>(value)) continue;
        const auto when = is_time(column) ? time(column) : std::nullopt;
        shown.emplace(column, when ? base::iso(*when, zone) : text(column));
    }
    return shown;
}

base::Text Row::shown(std::string_view column, const base::Zone& zone) const {
    const auto number = integer(column);
    if (number && is_time(column)) return base::plain(base::readable(base::instant(*number), zone));
    if (number && is_span(column)) return base::spoken(base::Seconds{*number});
    const auto words = text(column);
    if (column == "what") return records::step_title(words);
    if (column == "sort") return records::conduct_title(words);
    if (column == "method") return listed(records::words::method, words);
    if (column == "fault") return listed(records::words::fault, words);
    return base::plain(words);
}

bool names_somebody(std::string_view column) {
    static constexpr std::array names{"person",   "officer",  "receiver", "first",  "other",
                                      "sender",   "recorder", "login",    "caller", "relief",
                                      "rostered", "writer",   "decider",  "proper", "from_login"};
    return std::ranges::find(names, column) != names.end();
}

Columns columns_of(const store::Query& rows) {
    Columns columns;
    for (int index = 0; index < rows.column_count(); ++index)
        columns.push_back(rows.column_name(index));
    return columns;
}

Row read_row(const store::Query& rows, const Columns& columns) {
    Row row;
    row.reserve(columns.size());
    for (int index = 0; const auto& column : columns) {
        if (rows.is_null(index))
            row.set(column, nullptr);
        else if (rows.is_integer(index))
            row.set(column, rows.integer(index));
        else
            row.set(column, rows.text(index));
        ++index;
    }
    return row;
}

base::Text fill(const base::Text& sentence, const Row& row, const base::Zone& zone) {
    return {fill_one(sentence.zh, row, zone, base::Language::chinese),
            fill_one(sentence.en, row, zone, base::Language::english)};
}

}  // namespace huiyin::rulebook
