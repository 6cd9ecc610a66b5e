#pragma once

#include <string>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/reports/chart.hpp"
#include "huiyin/reports/rate.hpp"

/// What a command has to show, in no format yet, and the formats it is handed over in. Both
/// languages are in it; times are written in the office's zone already. Only `render_xlsx` throws.
namespace huiyin::reports {

using base::Label;
using base::Language;
using base::plain;
using base::Text;

enum class Align { left, right };

/// The type of a column's cells in a workbook: a whole or decimal number; a time as
/// `base::readable` or `readable_minute` writes it; anything else is words.
enum class Holds { words, number, time };

struct Column {
    Text header;
    Align align = Align::left;
    Holds holds = Holds::words;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Text>> rows;  ///< a row shorter than `columns` is filled up
    bool brief = false;  ///< a list to look through: long cells are cut; else they are shown whole
    bool one_by_one = false;  ///< too wide for a terminal: there each row is a list of its cells
    Text empty;               ///< what is shown where there are no rows
    std::size_t printed_rows = 0;  ///< how many rows an HTML page prints; 0 for all
};

/// What a figure is as a number, where a sheet can calculate with it.
using Quantity = std::variant<std::monostate, std::int64_t, Rate, base::Seconds>;

/// A named value: `答复及时率 3/4 75 %`, with a remark such as its limit or last week's value.
struct Figure {
    Text name;
    Text value;
    Text remark;
    Quantity quantity = {};
    Quantity before = {};  ///< of the period before, if the remark has it
    bool missed = false;   ///< the target was missed: marked by a sign, then by colour
};

using Figures = std::vector<Figure>;

/// What stands before a figure that missed what is asked for: a sign, since colour is seen by some
/// only, and on no grey paper.
inline constexpr std::string_view missed_mark = "▲";

/// The few figures to be seen first.
struct Highlights {
    Figures figures;
};

/// A run of prose; keeps its own line breaks.
struct Paragraph {
    Text text;
};

/// The boxes of a paper form; an empty one is to be written in.
struct Boxes {
    struct Box {
        Text label;
        Text value;
        bool wide = false;  ///< has a line of its own
    };
    std::vector<Box> boxes;
};

/// Where people sign by hand.
struct Signatures {
    std::vector<Text> signers;
};

/// A QR code. Only the HTML page shows it; its content is printed elsewhere too.
struct Code {
    Text title;
    std::string content;
};

/// A heading inside a section.
struct Subheading {
    Text text;
};

/// What is there for whoever asks, such as a query: a page folds it away, paper leaves it out.
struct Folded {
    Text summary;
    std::string content;  ///< keeps its own line breaks and blanks
};

/// What happened, told in the order of time, and how it ended.
struct Story {
    struct Moment {
        Text at;  ///< a time; empty where it happened with the one before
        Text what;
    };
    Text title;
    std::vector<Moment> moments;
    Text ending;
    bool went_wrong = false;
};

using Block = std::variant<Paragraph, Figures, Highlights, Table, Chart, Boxes, Signatures, Code,
                           Subheading, Folded, Story>;

struct Section {
    Text heading;
    std::vector<Block> blocks;
    bool wide = false;      ///< on a page as wide as the page, not half of it
    bool new_page = false;  ///< begins a sheet of paper
    bool foremost = false;  ///< to be read first: a workbook has these on its first sheet
};

/// What a command has to show, without a format: titles, figures, tables, prose in both languages.
struct Document {
    Text title;
    Text subtitle;
    std::vector<Section> sections;
    bool landscape = false;   ///< how paper lies: registers are wider than high
    bool booklet = false;     ///< to be read from cover to cover: contents, numbered pages of A5
    bool paper_form = false;  ///< to be signed or written on: ruled, in a size for pens
    double print_points = 0;  ///< size of print on paper, where it is not the usual one
    base::Instant made_at;    ///< the creation time written into a workbook
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
/// Markdown with tables, in UTF-8; marks in stored text are escaped.
std::string render_markdown(const Document& document, Language language);
/// One page without network or script: light and dark, readable on a phone, printable on A4. Stored
/// text is escaped.
std::string render_html(const Document& document, Language language);
/// The bytes of a workbook with a sheet for each section, frozen headers, numbers and times as
/// such; whatever anybody wrote is text, never a formula. Throws Failure{failed} where
/// libxlsxwriter is not installed or cannot write its temporary file.
std::string render_xlsx(const Document& document, Language language);
/// Every table, chart, form and block of figures, one after another, divided by an empty line. A
/// document of one table gives exactly that table, with a header row; figures are rows of name,
/// value and remark without one. Prose is left out. CRLF line ends as RFC 4180; no byte order mark;
/// no cell is a formula (`base::csv_cell`).
std::string render_csv(const Document& document, Language language);

}  // namespace huiyin::reports
