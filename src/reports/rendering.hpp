#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/document.hpp"

/// What the renderers share. Private to this directory.
namespace huiyin::reports {

/// Puts lambdas together into one visitor for `std::visit`.
template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
// clang 16, which builds the fuzz targets, deduces none for an aggregate.
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// Said of a table without rows that brought no words of its own.
inline constexpr Label no_rows{"（无）", "(none)"};

/// What follows the name of someone who is to sign.
inline constexpr Label sign_here{":____________________  日期:____________",
                                 ": ____________________  Date: ____________"};

/// A value with the mark of what missed its limit, for those who see letters only.
inline Text marked(const Figure& figure) {
    if (!figure.missed) return figure.value;
    return {base::format("{} {}", missed_mark, figure.value.zh),
            base::format("{} {}", missed_mark, figure.value.en)};
}

enum class Remarks { where_present, always };

/// Figures as a table of names, values and remarks, without headers. The column of remarks may be
/// left out where no figure has one.
inline Table as_table(const Figures& figures, Remarks remarks) {
    const bool remarked =
        remarks == Remarks::always || !std::ranges::all_of(figures, &Text::empty, &Figure::remark);
    Table table;
    table.columns.resize(remarked ? 3 : 2);
    for (const Figure& figure : figures)
        table.rows.push_back({figure.name, marked(figure), figure.remark});
    return table;
}

/// How a table of a chart shows amounts: drawn with block characters, or as numbers.
enum class Drawn { blocks, numbers };

/// A chart in rows and columns; without columns where the figures beside it say the same.
Table as_table(const Chart& chart, Drawn drawn);

/// The boxes of a form as names and values, without headers.
inline Table as_table(const Boxes& boxes, const Text& blank) {
    Table table;
    table.columns.resize(2);
    for (const auto& box : boxes.boxes)
        table.rows.push_back({box.label, box.value.empty() ? blank : box.value});
    return table;
}

/// One cell of a row; what a short row leaves out is empty.
inline std::string_view cell(const std::vector<Text>& row, std::size_t column, Language language) {
    return column < row.size() ? std::string_view{row[column].in(language)} : std::string_view{};
}

/// A story's moments as lines of prose.
inline Text as_prose(const Story& story) {
    Text prose = story.title;
    const auto add = [&](const Text& line) {
        prose.zh += (prose.zh.empty() ? "" : "\n") + line.zh;
        prose.en += (prose.en.empty() ? "" : "\n") + line.en;
    };
    for (const auto& moment : story.moments)
        add({base::format("{}{}{}", moment.at.zh, moment.at.empty() ? "" : " ", moment.what.zh),
             base::format("{}{}{}", moment.at.en, moment.at.empty() ? "" : " ", moment.what.en)});
    add({"→ " + story.ending.zh, "→ " + story.ending.en});
    return prose;
}

/// Whether its columns have no names: it goes on from a part before, or needs none.
inline bool is_headless(const Table& table) {
    return std::ranges::all_of(table.columns,
                               [](const Column& column) { return column.header.empty(); });
}

/// What a table without rows says.
inline Text empty_text(const Table& table) {
    return table.empty.empty() ? Text{no_rows} : table.empty;
}

/// Titles and cells have one line: each run of line breaks and tabs becomes one space.
inline std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    bool in_break = false;
    for (const char byte : text) {
        const bool breaks = byte == '\n' || byte == '\r' || byte == '\t';
        if (!breaks) line += byte;
        if (breaks && !in_break) line += ' ';
        in_break = breaks;
    }
    return line;
}

/// Calls `act` with every line of `text`, its line break left off. A break at the very end of the
/// text ends its last line and does not begin another.
template <typename Action>
void for_each_line(std::string_view text, Action act) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        act(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Takes blanks off the end, the ideographic space of Chinese text included.
inline void trim_end(std::string& line) {
    static constexpr std::string_view ideographic_space = "\u3000";
    for (;;) {
        if (line.ends_with(' ') || line.ends_with('\t'))
            line.pop_back();
        else if (line.ends_with(ideographic_space))
            line.erase(line.size() - ideographic_space.size());
        else
            return;
    }
}

}  // namespace huiyin::reports
