#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "huiyin/base/display.hpp"
#include "rendering.hpp"

namespace huiyin::reports {
namespace {

constexpr std::string_view line_end = "\r\n";

/// Gathers blocks of rows and keeps one empty line between them.
class CsvWriter {
  public:
    explicit CsvWriter(Language language) : language_(language) {}

    enum class Headings { always, where_present };

    void add(const Table& table, Headings headings) {
        const bool has_headings = headings == Headings::always || !is_headless(table);
        if (table.columns.empty() || (table.rows.empty() && !has_headings)) return;
        begin_block();
        if (has_headings)
            add_row(table.columns.size(), [&](std::size_t column) -> std::string_view {
                return table.columns[column].header.in(language_);
            });
        add_rows(table);
    }

    /// Figures have no header row: each row already leads with what it is called.
    void add(const Figures& figures) {
        if (figures.empty()) return;
        begin_block();
        add_rows(as_table(figures, Remarks::always));
    }

    void add(const Boxes& boxes) {
        begin_block();
        add_rows(as_table(boxes, {}));
    }

    std::string take() && { return std::move(out_); }

  private:
    void begin_block() {
        if (!out_.empty()) out_ += line_end;
    }

    void add_rows(const Table& table) {
        for (const std::vector<Text>& row : table.rows)
            add_row(table.columns.size(),
                    [&](std::size_t column) { return cell(row, column, language_); });
    }

    template <typename CellAt>
    void add_row(std::size_t columns, CellAt cell_at) {
        const std::size_t begin = out_.size();
        for (std::size_t column = 0; column < columns; ++column) {
            if (column > 0) out_ += ',';
            out_ += base::csv_cell(cell_at(column));
        }
        // A lone empty cell would read as the empty line that divides blocks.
        if (out_.size() == begin) out_ += R"("")";
        out_ += line_end;
    }

    Language language_;
    std::string out_;
};

}  // namespace

std::string render_csv(const Document& document, Language language) {
    CsvWriter sheet{language};
    const Overloaded add_data{
        [](const Paragraph&) {},  // prose is no data
        [&](const Figures& figures) { sheet.add(figures); },
        [&](const Highlights& foremost) { sheet.add(foremost.figures); },
        [&](const Table& table) { sheet.add(table, CsvWriter::Headings::where_present); },
        [&](const Chart& chart) {
            sheet.add(as_table(chart, Drawn::numbers), CsvWriter::Headings::always);
        },
        [&](const Boxes& boxes) { sheet.add(boxes); },
        [](const Signatures&) {},
        [](const Code&) {},
        [](const Subheading&) {},
        [](const Folded&) {},
        [](const Story&) {},
    };
    for (const Section& section : document.sections)
        for (const Block& block : section.blocks)
            std::visit(add_data, block);
    return std::move(sheet).take();
}

}  // namespace huiyin::reports
