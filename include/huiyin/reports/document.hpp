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
    std::vector<std::vector<Text>> rows;
    Text empty;  ///< what to say where there are no rows
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
    int width = 80;       ///< columns; tables are narrowed to it by shortening the widest cells
    bool colour = false;  ///< bold headings and the like, by ANSI sequences
};

std::string render_text(const Document& document, const TextLayout& layout);
std::string render_markdown(const Document& document, Language language);
/// Every table and every block of figures, one after another, divided by an empty line. A document
/// of one table gives exactly that table, with a header row. CRLF line ends as RFC 4180.
std::string render_csv(const Document& document, Language language);

}  // namespace huiyin::reports
