#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "huiyin/base/display.hpp"
#include "rendering.hpp"

namespace huiyin::reports {
namespace {

constexpr std::array figure_headers{
    Label{"项目", "Item"},
    Label{"数值", "Value"},
    Label{"备注", "Remark"},
};

/// Text as it stands, whatever marks are in it; line breaks become `<br>`.
std::string plain(std::string_view text) {
    return base::markdown_cell(base::escape_terminal(text));
}

/// The same for text that has a line of its own: no breaks in it, no blanks around it.
std::string plain_line(std::string_view text) {
    std::string line = one_line(text);
    trim_end(line);
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
    return plain(line);
}

/// Number signs at the end of a heading would be taken for decoration and dropped.
std::string heading_line(std::string_view text) {
    std::string line = plain_line(text);
    if (line.ends_with('#')) line.insert(line.size() - 1, 1, '\\');
    return line;
}

/// A line of prose must not turn into a heading, a list or a rule by how it begins. The other marks
/// that could do such a thing are already escaped wherever they stand.
std::string prose_line(std::string_view text) {
    static constexpr std::string_view digits = "0123456789";
    static constexpr std::string_view marks = "#+-=:";

    std::string line = plain_line(text);
    const std::size_t number = std::min(line.find_first_not_of(digits), line.size());
    const std::string_view rest = std::string_view{line}.substr(number);
    if (number > 0 && (rest.starts_with('.') || rest.starts_with(')')))
        line.insert(number, 1, '\\');
    else if (!line.empty() && marks.find(line.front()) != std::string_view::npos)
        line.insert(0, 1, '\\');
    return line;
}

/// Gathers blocks and keeps one empty line between them.
class MarkdownWriter {
  public:
    explicit MarkdownWriter(Language language) : language_(language) {}

    void add_heading(std::string_view marks, const Text& text) {
        const std::string line = heading_line(text.in(language_));
        if (line.empty()) return;
        begin_block();
        out_.append(marks).append(" ").append(line).append("\n");
    }

    void add(const Text& prose) {
        bool in_paragraph = false;
        for_each_line(prose.in(language_), [&](std::string_view raw) {
            const std::string line = prose_line(raw);
            if (line.empty()) {
                in_paragraph = false;
                return;
            }
            // A line break that stays a line break is written as a backslash: two blanks at the
            // end of a line would do as well, but nobody can see them.
            if (in_paragraph)
                out_.insert(out_.size() - 1, 1, '\\');
            else
                begin_block();
            out_.append(line).append("\n");
            in_paragraph = true;
        });
    }

    void add(const Paragraph& paragraph) { add(paragraph.text); }

    void add(const Figures& figures) {
        if (figures.empty()) return;
        Table table = as_table(figures, Remarks::where_present);
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            table.columns[column].header = figure_headers.at(column);
        add(table);
    }

    void add(const Highlights& foremost) { add(foremost.figures); }

    void add(const Chart& chart) {
        const Table table = as_table(chart, Drawn::numbers);
        if (table.columns.empty() || table.rows.empty()) return;
        add_heading("###", chart.title);
        add(table);
        add(chart.note);
    }

    void add(const Boxes& boxes) {
        Table table = as_table(boxes, {});
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            table.columns[column].header = figure_headers.at(column);
        add(table);
    }

    void add(const Code&) {}

    void add(const Subheading& heading) { add_heading("###", heading.text); }

    /// In a fence longer than any inside it.
    void add(const Folded& folded) {
        add(folded.summary);
        std::string fence = "```";
        while (folded.content.find(fence) != std::string::npos)
            fence += '`';
        begin_block();
        out_.append(fence).append("\n");
        for_each_line(base::escape_terminal(folded.content),
                      [&](std::string_view line) { out_.append(line).append("\n"); });
        out_.append(fence).append("\n");
    }

    void add(const Story& story) {
        add(story.title);
        begin_block();
        for (const auto& [at, what] : story.moments)
            out_.append("- ")
                .append(plain_line(at.in(language_)))
                .append(at.empty() ? "" : " ")
                .append(plain_line(what.in(language_)))
                .append("\n");
        out_.append("- **").append(plain_line(story.ending.in(language_))).append("**\n");
    }

    void add(const Signatures& signatures) {
        for (const Text& signer : signatures.signers) {
            const Text here{sign_here};
            add({signer.zh + here.zh, signer.en + here.en});
        }
    }

    void add(const Table& table) {
        if (table.columns.empty()) return;
        if (table.rows.empty()) {
            add(empty_text(table));
            return;
        }
        begin_block();
        add_row(table.columns, [&](std::size_t column) {
            return plain(table.columns[column].header.in(language_));
        });
        add_row(table.columns, [&](std::size_t column) -> std::string {
            return table.columns[column].align == Align::right ? "---:" : "---";
        });
        for (const std::vector<Text>& row : table.rows)
            add_row(table.columns,
                    [&](std::size_t column) { return plain(cell(row, column, language_)); });
    }

    std::string take() && { return std::move(out_); }

  private:
    void begin_block() {
        if (!out_.empty()) out_ += '\n';
    }

    template <typename CellAt>
    void add_row(const std::vector<Column>& columns, CellAt cell_at) {
        out_ += '|';
        for (std::size_t column = 0; column < columns.size(); ++column)
            out_.append(" ").append(cell_at(column)).append(" |");
        out_ += '\n';
    }

    Language language_;
    std::string out_;
};

}  // namespace

std::string render_markdown(const Document& document, Language language) {
    MarkdownWriter sheet{language};
    sheet.add_heading("#", document.title);
    sheet.add(document.subtitle);
    for (const Section& section : document.sections) {
        sheet.add_heading("##", section.heading);
        for (const Block& block : section.blocks)
            std::visit([&](const auto& content) { sheet.add(content); }, block);
    }
    return std::move(sheet).take();
}

}  // namespace huiyin::reports
