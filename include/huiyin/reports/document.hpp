#pragma once

#include <string>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"

namespace huiyin::reports {

using base::Label;
using base::Language;
using base::Text;

enum class Align { left, right };

struct Column {
    Text header;
    Align align = Align::left;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Text>> rows;  ///< a row shorter than `columns` is filled up
    bool brief = false;  ///< a list to look through: long cells are cut; else they are shown whole
    Text empty;          ///< what to say where there are no rows
};

/// A named value: `答复及时率 3/4 75 %`, with a remark such as its limit or last week's value.
struct Figure {
    Text name;
    Text value;
    Text remark;
};

using Figures = std::vector<Figure>;

/// A run of prose; keeps its own line breaks.
struct Paragraph {
    Text text;
};

using Block = std::variant<Paragraph, Figures, Table>;

struct Section {
    Text heading;
    std::vector<Block> blocks;
};

/// What a command has to show, without a format: titles, figures, tables, prose in both languages.
struct Document {
    Text title;
    Text subtitle;
    std::vector<Section> sections;
};

/// How a document is laid out for a terminal.
struct TextLayout {
    Language language = Language::chinese;
    int width = 80;       ///< no line is wider; less than 20 is taken for 20
    bool colour = false;  ///< bold headings and the like, by ANSI sequences
};

/// Stored text is made safe for the terminal. Where a table is too wide, prose wraps over up to
/// three lines, then the widest columns are shortened, numbers last.
std::string render_text(const Document& document, const TextLayout& layout);
std::string render_markdown(const Document& document, Language language);
/// Every table and every block of figures, one after another, divided by an empty line. A document
/// of one table gives exactly that table, with a header row; figures are rows of name, value and
/// remark without one. Prose is left out. CRLF line ends as RFC 4180.
std::string render_csv(const Document& document, Language language);

}  // namespace huiyin::reports
