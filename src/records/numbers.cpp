#include "huiyin/records/numbers.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;

namespace {

/// What people call the kinds that have numbers.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kinds_in_chinese{{
    {"投诉", "TS"},
    {"建议", "JY"},
    {"意见", "JY"},
    {"求助", "QZ"},
    {"报修", "BX"},
    {"派工单", "PG"},
    {"派工", "PG"},
    {"回访", "HF"},
    {"公开信", "GX"},
    {"问卷", "WJ"},
    {"值班", "ZB"},
    {"重大事项", "ZD"},
    {"排班", "PB"},
}};

}  // namespace

bool is_prefix(std::string_view word) {
    static constexpr std::array<std::string_view, 12> prefixes{"TS", "JY", "QZ", "BX", "PG", "HF",
                                                               "GX", "WJ", "ZB", "ZD", "CL", "PB"};
    return std::ranges::find(prefixes, word) != prefixes.end();
}

std::string next_number(const Writing& writing, std::string_view prefix) {
    const int year = writing.year();
    auto& connection = writing.connection();
    // In one statement that also answers SQLite would keep the answer in a table of its own.
    const auto last = store::find_integer(
        connection, "SELECT last FROM number_series WHERE prefix = ? AND year = ?", prefix, year);
    const auto number = last.value_or(0) + 1;
    if (last)
        store::run(connection, "UPDATE number_series SET last = ? WHERE prefix = ? AND year = ?",
                   number, prefix, year);
    else
        store::run(connection, "INSERT INTO number_series (prefix, year, last) VALUES (?, ?, ?)",
                   prefix, year, number);
    return base::format("{}-{}-{:04}", prefix, year, number);
}

namespace {

/// What input methods and word processors make of the dash of a number.
constexpr std::array<std::string_view, 9> other_dashes{"—", "–", "－", "−", "‐",
                                                       "‑", "―", "_",  "ー"};

/// The same number with the letters and dashes of its form, its kind by its letters: 投诉1 as
/// `TS-1`, TS—1 as `TS-1`, TS20260001 as `TS-2026-0001`.
std::string with_plain_marks(std::string_view typed) {
    auto plain = base::half_width(base::trimmed(typed));
    for (const auto dash : other_dashes)
        for (auto at = plain.find(dash); at != plain.npos; at = plain.find(dash, at + 1))
            plain.replace(at, dash.size(), "-");
    std::erase(plain, ' ');
    for (const auto& [word, prefix] : kinds_in_chinese)
        if (plain.starts_with(word)) plain.replace(0, word.size(), prefix);
    while (plain.find("--") != plain.npos)
        plain.erase(plain.find("--"), 1);
    constexpr std::size_t year_at = 2;
    constexpr std::size_t running_at = 6;
    constexpr std::size_t shortest = 10;
    const bool figures_alone =
        plain.size() >= shortest && plain.find_first_not_of("0123456789", year_at) == plain.npos;
    if (figures_alone && plain.substr(year_at, 2) == "20")
        plain.insert(running_at, "-").insert(year_at, "-");
    return plain;
}

}  // namespace

bool is_number_of(std::string_view typed, std::string_view prefix) {
    const auto plain = with_plain_marks(typed);
    return plain.size() > prefix.size() &&
           std::ranges::equal(std::string_view(plain).substr(0, prefix.size()), prefix,
                              [](char left, char right) {
                                  return std::toupper(static_cast<unsigned char>(left)) == right;
                              });
}

std::string full_number(std::string_view typed, int this_year) {
    const auto unreadable = [&] {
        return Failure(
            Exit::usage, compose({"「{}」不是编号", "'{}' is not the number of a record"}, typed),
            base::Label{"编号形如 TS-2026-0001,今年的可简写 ts-1",
                        "numbers look like TS-2026-0001; this year's can be typed as ts-1"});
    };
    constexpr std::size_t prefix_size = 2;
    auto spelled = with_plain_marks(typed);
    if (spelled.size() > prefix_size &&
        std::isdigit(static_cast<unsigned char>(spelled[prefix_size])))
        spelled.insert(prefix_size, "-");
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= spelled.size();) {
        const auto end = std::min(spelled.find('-', start), spelled.size());
        parts.push_back(spelled.substr(start, end - start));
        start = end + 1;
    }
    if (parts.size() < 2 || parts.size() > 3 || parts.front().size() != prefix_size)
        throw unreadable();

    std::string prefix = parts.front();
    std::ranges::transform(prefix, prefix.begin(), [](unsigned char letter) {
        return static_cast<char>(std::toupper(letter));
    });
    if (!is_prefix(prefix)) throw unreadable();

    // Leading zeros are part of how numbers are written, not of what they say.
    const auto whole = [&](std::string_view digits) {
        while (digits.size() > 1 && digits.front() == '0')
            digits.remove_prefix(1);
        const auto value = base::parse_whole(digits);
        if (!value) throw unreadable();
        return *value;
    };
    if (parts.back().empty()) throw unreadable();
    const auto year = parts.size() == 3 && !parts[1].empty() ? whole(parts[1]) : this_year;
    if (parts.size() == 3 && parts[1].empty()) throw unreadable();
    return base::format("{}-{}-{:04}", prefix, year, whole(parts.back()));
}

std::string full_number_or_as_typed(std::string_view typed, int this_year) {
    try {
        return full_number(typed, this_year);
    } catch (const Failure&) {
        return std::string(typed);
    }
}

bool is_bare(std::string_view typed) {
    return base::parse_whole(typed).has_value();
}

Failure says_too_little(store::Connection& connection, std::string_view typed, int this_year,
                        std::initializer_list<std::string_view> prefixes) {
    std::vector<std::string> on_file;
    std::vector<std::string> shorter;
    for (const auto prefix : prefixes) {
        auto no = full_number(base::format("{}-{}", prefix, typed), this_year);
        if (!store::find_integer(connection, "SELECT id FROM matter WHERE no = ?", no)) continue;
        on_file.push_back(std::move(no));
        std::string word(prefix);
        std::ranges::transform(word, word.begin(), [](unsigned char letter) {
            return static_cast<char>(std::tolower(letter));
        });
        shorter.push_back(base::format("{}-{}", word, typed));
    }
    const auto what = compose(
        {"只写「{}」看不出是哪一类编号", "'{}' alone does not say which kind of record"}, typed);
    if (on_file.empty())
        return {Exit::usage, what,
                compose({"写作 {1}-{0} 的样子;今年还没有 {0} 号",
                         "write it like {1}-{0}; no record has the number {0} this year yet"},
                        typed, *prefixes.begin())};
    return {Exit::usage,
            what,
            {base::format("今年有 {};写 {}", fmt::join(on_file, "、"), fmt::join(shorter, " 或 ")),
             base::format("on file this year: {}; type {}", fmt::join(on_file, ", "),
                          fmt::join(shorter, " or "))}};
}

}  // namespace huiyin::records
