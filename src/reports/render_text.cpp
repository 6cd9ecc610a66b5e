#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cell_words.hpp"
#include "huiyin/base/display.hpp"
#include "rendering.hpp"

namespace huiyin::reports {
namespace {

constexpr int narrowest_page = 20;
constexpr int section_indent = 2;

// How far columns are narrowed before the next kind of column has to give way.
constexpr int comfortable_prose = 12;
constexpr int narrowest_prose = 10;  // a date, with its time below
constexpr int narrowest_word = 6;
constexpr int narrowest_column = 1;

enum class Style { plain, bold, dim };

std::string repeat(std::string_view mark, int times) {
    std::string line;
    for (int i = 0; i < times; ++i)
        line += mark;
    return line;
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

/// A tab is as wide as the terminal likes; four spaces are not.
std::string without_tabs(std::string_view line) {
    std::string out;
    for (const char byte : line)
        out += byte == '\t' ? std::string_view{"    "} : std::string_view{&byte, 1};
    return out;
}

/// A command on a line of its own is neither broken nor cut, so that it can be copied.
bool is_command(std::string_view line) {
    return line.starts_with("  huiyin ");
}

/// The lines of the report. Whatever is asked of it, no line but a command gets wider than the page
/// or ends in blanks, and the page neither begins nor ends with an empty line.
class Page {
  public:
    explicit Page(const TextLayout& layout)
        : width_(std::max(layout.width, narrowest_page)), colour_(layout.colour) {}

    void indent(int columns) { indent_ = columns; }
    int room() const { return width_ - indent_; }

    /// Asks for an empty line before whatever comes next.
    void gap() { owed_ = std::max(owed_, 1); }

    void line(std::string_view text, Style style = Style::plain) {
        std::string fitted = is_command(text) ? std::string(text) : base::shorten(text, room());
        trim_end(fitted);
        if (fitted.empty()) {
            ++owed_;
            return;
        }
        if (!out_.empty()) out_.append(static_cast<std::size_t>(owed_), '\n');
        owed_ = 0;
        out_ += spaces(indent_) + styled(fitted, style) + '\n';
    }

    std::string take() && { return std::move(out_); }

  private:
    std::string styled(const std::string& text, Style style) const {
        if (!colour_ || style == Style::plain) return text;
        return (style == Style::bold ? "\x1b[1m" : "\x1b[2m") + text + "\x1b[0m";
    }

    int width_;
    bool colour_;
    int indent_ = 0;
    int owed_ = 0;
    std::string out_;
};

/// A table on its way to the page: cells are ready to show, columns know their widths.
class Grid {
  public:
    Grid(const Table& table, Language language, int room) : brief_(table.brief) {
        for (const Column& column : table.columns) {
            columns_.push_back({.align = column.align});
            header_.push_back(shown(column.header.in(language)));
        }
        widen(header_);
        for (const std::vector<Text>& row : table.rows) {
            Cells cells;
            for (std::size_t column = 0; column < columns_.size(); ++column)
                cells.push_back(shown(cell(row, column, language)));
            measure(cells);
            rows_.push_back(std::move(cells));
        }
        for (GridColumn& column : columns_)
            column.natural = column.width;
        fit(room);
    }

    /// `TS-2026-0001` in two halves is no number any more, nor can a command be copied so.
    bool breaks_words() const {
        return std::ranges::any_of(columns_, [](const GridColumn& column) {
            if (column.width < column.record_number) return true;
            return column.prose ? column.width < column.longest_word
                                : column.number && column.width < column.natural;
        });
    }

    /// No list is so brief that its numbers can go.
    bool cuts_numbers() const {
        return std::ranges::any_of(
            columns_, [](const GridColumn& column) { return column.width < column.record_number; });
    }

    void put_header(Page& page) const {
        put(page, header_, Style::bold);
        Cells rules;
        for (const GridColumn& column : columns_)
            rules.emplace_back(repeat("─", column.width));
        put(page, rules, Style::dim);
    }

    void put_rows(Page& page) const {
        for (const Cells& row : rows_)
            put(page, row, Style::plain);
    }

  private:
    using Cells = std::vector<Shown>;

    struct GridColumn {
        Align align = Align::left;
        int width = 0;
        int natural = 0;  ///< the width that it would take
        int longest_word = 0;
        int record_number = 0;  ///< the width of the longest
        bool prose = false;
        bool number = false;
    };

    static Shown shown(std::string_view text) {
        return Shown(base::escape_terminal(one_line(text), false));
    }

    void widen(const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            columns_[i].width = std::max(columns_[i].width, cells[i].width);
    }

    /// What a column holds is told by its cells: a heading is a word whatever stands below.
    void measure(const Cells& cells) {
        widen(cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& text = cells[i].text;
            columns_[i].prose |= is_prose(text);
            columns_[i].number |= has_digit(text);
            columns_[i].longest_word = std::max(columns_[i].longest_word, longest_word(text));
            columns_[i].record_number =
                std::max(columns_[i].record_number, longest_record_number(text));
        }
    }

    /// Narrows what is too wide, in the order of what is lost by it: prose can wrap, words can be
    /// shortened, a number that is cut would be a lie.
    void fit(int room) {
        const int gaps = static_cast<int>(columns_.size()) - 1;
        const auto prose = [](const GridColumn& column) {
            return column.prose && column.align == Align::left;
        };
        const auto word = [](const GridColumn& column) {
            return column.align == Align::left && !column.prose && !column.number;
        };
        // No column can use more than the page; this also bounds the work of `shrink`.
        for (GridColumn& column : columns_)
            column.width = std::min(column.width, room);
        if (shrink(room - 2 * gaps, comfortable_prose, prose)) return;
        gap_ = 1;
        shrink(room - gaps, narrowest_prose, prose);
        shrink(room - gaps, narrowest_word, word);
        shrink(room - gaps, narrowest_word,
               [](const GridColumn& column) { return column.align == Align::left; });
        shrink(room - gaps, narrowest_column, [](const GridColumn&) { return true; });
    }

    /// Takes columns off the widest that `may_shrink`, one by one, until all fit into `room` or
    /// each is as narrow as `floor`, or as its longest word where there is room for words. True if
    /// they fit.
    template <typename Predicate>
    bool shrink(int room, int floor, Predicate may_shrink) {
        const int longest_kept = floor >= narrowest_prose ? room / 4 : 0;
        int taken = 0;
        for (const GridColumn& column : columns_)
            taken += column.width;
        for (; taken > room; --taken) {
            const auto rank = [&](const GridColumn& column) {
                const int least = std::max({floor, std::min(column.longest_word, longest_kept),
                                            floor > narrowest_column ? column.record_number : 0});
                return may_shrink(column) && column.width > least ? column.width : 0;
            };
            const auto widest = std::ranges::max_element(columns_, {}, rank);
            if (widest == columns_.end() || rank(*widest) == 0) return false;
            --widest->width;
        }
        return true;
    }

    void put(Page& page, const Cells& cells, Style style) const {
        std::vector<Cells> stacks;
        std::size_t height = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            stacks.push_back(cell_lines(cells[i], columns_[i].width, brief_));
            height = std::max(height, stacks.back().size());
        }
        for (std::size_t level = 0; level < height; ++level) {
            std::string line;
            for (std::size_t i = 0; i < stacks.size(); ++i) {
                if (i > 0) line += spaces(gap_);
                static const Shown nothing("");
                const auto& cell = level < stacks[i].size() ? stacks[i][level] : nothing;
                const auto blanks = spaces(columns_[i].width - cell.width);
                line += columns_[i].align == Align::right ? blanks + cell.text : cell.text + blanks;
            }
            page.line(line, style);
        }
    }

    std::vector<GridColumn> columns_;
    Cells header_;
    std::vector<Cells> rows_;
    int gap_ = 2;
    bool brief_;
};

class TextRenderer {
  public:
    explicit TextRenderer(const TextLayout& layout) : language_(layout.language), page_(layout) {}

    std::string render(const Document& document) && {
        put_title(document.title.in(language_));
        put_wrapped(document.subtitle.in(language_), Style::plain);
        for (const Section& section : document.sections)
            put(section);
        return std::move(page_).take();
    }

  private:
    void put_title(const std::string& title) {
        const std::vector<std::string> lines = wrapped(one_line(title));
        int widest = 0;
        for (const std::string& line : lines) {
            page_.line(line, Style::bold);
            widest = std::max(widest, base::display_width(line));
        }
        page_.line(repeat("═", std::min(widest, page_.room())), Style::dim);
    }

    void put(const Section& section) {
        page_.gap();
        const std::string& heading = section.heading.in(language_);
        put_wrapped(one_line(heading), Style::bold);
        if (!heading.empty()) page_.indent(section_indent);
        for (const Block& block : section.blocks) {
            std::visit([this](const auto& content) { put(content); }, block);
            page_.gap();
        }
        page_.indent(0);
    }

    void put(const Paragraph& paragraph) {
        put_wrapped(paragraph.text.in(language_), Style::plain);
    }

    void put(const Figures& figures) {
        Grid{as_table(figures, Remarks::where_present), language_, page_.room()}.put_rows(page_);
    }

    void put(const Highlights& foremost) { put(foremost.figures); }

    void put(const Chart& chart) {
        const Table table = as_table(chart, Drawn::blocks);
        if (table.columns.empty() || table.rows.empty()) return;
        put_wrapped(chart.title.in(language_), Style::bold);
        const Grid grid{table, language_, page_.room()};
        if (!is_headless(table)) grid.put_header(page_);
        grid.put_rows(page_);
        put_wrapped(chart.note.in(language_), Style::dim);
    }

    void put(const Boxes& boxes) {
        static const std::string line = repeat("_", 30);
        Grid{as_table(boxes, {line, line}), language_, page_.room()}.put_rows(page_);
    }

    void put(const Code&) {}

    void put(const Subheading& heading) {
        put_wrapped(one_line(heading.text.in(language_)), Style::bold);
    }

    void put(const Folded& folded) {
        put_wrapped(folded.summary.in(language_), Style::dim);
        put_wrapped(folded.content, Style::plain);
    }

    void put(const Story& story) { put_wrapped(as_prose(story).in(language_), Style::plain); }

    void put(const Signatures& signatures) {
        for (const Text& signer : signatures.signers)
            put_wrapped(signer.in(language_) + Text(sign_here).in(language_), Style::plain);
    }

    void put(const Table& table) {
        if (table.columns.empty()) return;
        if (table.rows.empty()) {
            put_wrapped(empty_text(table).in(language_), Style::plain);
            return;
        }
        if (table.one_by_one) return put_one_by_one(table);
        const Grid grid{table, language_, page_.room()};
        if (table.brief ? grid.cuts_numbers() : grid.breaks_words()) return put_one_by_one(table);
        if (!is_headless(table)) grid.put_header(page_);
        grid.put_rows(page_);
    }

    void put_one_by_one(const Table& table) {
        for (const auto& row : table.rows) {
            Boxes boxes;
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                boxes.boxes.push_back(
                    {table.columns[column].header, column < row.size() ? row[column] : Text{}});
            // A blank form is all lines to write on; a filled one leaves out what it has not.
            if (!row.empty())
                std::erase_if(boxes.boxes, [](const Boxes::Box& box) { return box.value.empty(); });
            put(boxes);
            page_.gap();
        }
    }

    std::vector<std::string> wrapped(std::string_view text) const {
        std::vector<std::string> lines;
        for_each_line(text, [&](std::string_view line) {
            const std::string shown = base::escape_terminal(without_tabs(line), false);
            std::vector<std::string> parts = is_command(shown) ? std::vector<std::string>{shown}
                                                               : base::wrap(shown, page_.room());
            if (parts.empty()) parts.emplace_back();
            std::ranges::move(parts, std::back_inserter(lines));
        });
        return lines;
    }

    void put_wrapped(std::string_view text, Style style) {
        for (const std::string& line : wrapped(text))
            page_.line(line, style);
    }

    Language language_;
    Page page_;
};

}  // namespace

std::string render_text(const Document& document, const TextLayout& layout) {
    return TextRenderer{layout}.render(document);
}

}  // namespace huiyin::reports
