#include <qrcodegen/qrcodegen.hpp>

#include <kainjow/mustache.hpp>
#include <span>

#include "drawing.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"
#include "rendering.hpp"

namespace huiyin::reports {

std::span<const base::EmbeddedFile> page_files();  // made by the build

namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;
using kainjow::mustache::partial;

/// A cell of so little is never broken.
bool is_short(std::string_view text) {
    return base::display_width(text) <= 18;
}

std::string page_file(std::string_view name) {
    for (const auto& file : page_files())
        if (file.path.ends_with(name)) return std::string(file.text);
    throw std::logic_error("no page file " + std::string(name));
}

std::string number(double value) {
    return base::format("{:.1f}", value);
}

/// Turns one document into what the templates read. The templates escape whatever they are given.
class PageData {
  public:
    explicit PageData(Language language) : language_(language) {}

    data page(const Document& document) {
        list sections;
        for (const Section& section : document.sections)
            sections.push_back(this->section(section));
        std::string style = page_file("page.css");
        if (document.paper_form) style += page_file("form.css");
        if (document.booklet) style += page_file("booklet.css");
        if (document.landscape) style += page_file("landscape.css");
        if (document.print_points > 0)
            style += base::format("@media print {{ :root {{ font-size: {}pt; }} }}\n",
                                  number(document.print_points));
        return object{{"language", std::string(base::language_tag(language_))},
                      {"title", words(document.title)},
                      {"subtitle", if_any(words(document.subtitle))},
                      {"style", style},
                      {"look", document.paper_form ? "form"
                               : document.booklet  ? "booklet"
                                                   : "page"},
                      {"contents", document.booklet ? contents(document) : data(false)},
                      {"sections", sections},
                      {"grid", partial([] { return page_file("grid.html"); })},
                      {"drawing", partial([] { return page_file("drawing.svg"); })}};
    }

  private:
    std::string words(std::string_view text) const { return base::escape_terminal(text); }
    std::string words(const Text& text) const { return words(text.in(language_)); }
    std::string words(Label label) const { return words(label.in(language_)); }

    /// The headings, each leading to its section.
    data contents(const Document& document) const {
        list entries;
        int number = 0;
        for (const auto& section : document.sections) {
            ++number;
            if (section.heading.empty()) continue;
            entries.push_back(object{{"id", base::format("part-{}", number)},
                                     {"name", words(section.heading)},
                                     {"class", std::string(section.new_page ? "chapter" : "")}});
        }
        return object{{"title", words(Label{"目录", "Contents"})}, {"entries", entries}};
    }

    /// False where there is nothing: a template takes an empty string for something.
    data if_any(std::string shown) const { return shown.empty() ? data(false) : data(shown); }

    data section(const Section& section) {
        list blocks;
        for (const Block& block : section.blocks)
            blocks.push_back(
                std::visit([&](const auto& content) { return data(show(content)); }, block));
        const bool wide = section.wide;
        heading_ = words(section.heading);
        return object{{"heading", if_any(heading_)},
                      {"id", base::format("part-{}", ++sections_)},
                      {"layout", base::format("{}{}{}", wide ? "wide" : "half",
                                              section.new_page ? " new-page" : "",
                                              section.foremost ? " foremost" : "")},
                      {"blocks", blocks}};
    }

    object show(const Paragraph& paragraph) const { return {{"paragraph", words(paragraph.text)}}; }

    list rows_of(const Figures& figures) const {
        list rows;
        for (const Figure& figure : figures)
            rows.push_back(object{{"name", words(figure.name)},
                                  {"value", words(figure.value)},
                                  {"missed", figure.missed},
                                  {"mark", std::string(missed_mark)},
                                  {"remark", words(figure.remark)},
                                  {"short", is_short(figure.value.in(language_))}});
        return rows;
    }

    object show(const Figures& figures) const {
        return {{"figures", object{{"rows", rows_of(figures)}}}};
    }

    object show(const Highlights& highlights) const {
        return {{"highlights", object{{"rows", rows_of(highlights.figures)}}}};
    }

    object show(const Table& table) const {
        if (table.columns.empty()) return {};
        if (table.rows.empty()) return {{"empty", words(empty_text(table))}};
        auto shown = grid(table, heading_);
        // More columns than a phone is wide: there each row is a list of its cells.
        constexpr std::size_t most_columns = 5;
        shown["many"] = table.columns.size() > most_columns;
        return {{"table", shown}};
    }

    object grid(const Table& table, const std::string& caption) const {
        list columns;
        for (const Column& column : table.columns)
            columns.push_back(
                object{{"name", words(column.header)}, {"right", column.align == Align::right}});
        list rows;
        const auto printed = table.printed_rows == 0 ? table.rows.size() : table.printed_rows;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            list cells;
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                const auto text = words(cell(table.rows[row], column, language_));
                const char* const style = table.columns[column].align == Align::right ? "right"
                                          : is_short(text)                            ? "short"
                                                                                      : "";
                cells.push_back(object{{"text", text},
                                       {"class", style},
                                       {"name", words(table.columns[column].header)}});
            }
            rows.push_back(object{{"cells", cells}, {"screen", row >= printed}});
        }
        object shown{{"caption", caption}, {"columns", columns}, {"rows", rows}, {"many", false}};
        if (table.rows.size() > printed)
            shown["left_out"] =
                words(base::compose({"另有 {} 行,见屏幕上的全文", "{} more rows are on the screen"},
                                    table.rows.size() - printed));
        return shown;
    }

    object show(const Chart& chart) const {
        const auto drawing = draw(chart, language_);
        if (!drawing) return {};
        object figure{{"title", words(chart.title)}, {"picture", shapes(*drawing, chart)}};
        // The legend of the hours says what the note says for those who see letters only.
        if (!std::holds_alternative<Hours>(chart.data)) figure["note"] = if_any(words(chart.note));
        if (!drawing->legend.empty()) {
            list entries;
            for (const auto& entry : drawing->legend)
                entries.push_back(object{{"class", entry.style}, {"name", words(entry.name)}});
            figure["legend"] = object{{"entries", entries}};
        }
        const Table table = as_table(chart, Drawn::numbers);
        if (!table.columns.empty() && !table.rows.empty()) {
            auto grid_data = grid(table, words(chart.title));
            grid_data["summary"] = words(Label{"数据", "the numbers"});
            figure["data"] = grid_data;
        }
        return {{"chart", figure}};
    }

    object shapes(const Drawing& drawing, const Chart& chart) const {
        list lines;
        for (const auto& line : drawing.lines)
            lines.push_back(object{{"class", line.style},
                                   {"x1", number(line.x1)},
                                   {"y1", number(line.y1)},
                                   {"x2", number(line.x2)},
                                   {"y2", number(line.y2)}});
        list rects;
        for (const auto& rect : drawing.rects)
            rects.push_back(object{{"class", rect.style},
                                   {"x", number(rect.x)},
                                   {"y", number(rect.y)},
                                   {"width", number(rect.width)},
                                   {"height", number(rect.height)},
                                   {"tip", if_any(words(rect.tip))}});
        list paths;
        for (const auto& path : drawing.paths) {
            std::string points;
            for (const auto& [x, y] : path.points)
                points += base::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x, y);
            paths.push_back(object{{"class", path.style}, {"points", points}});
        }
        list dots;
        for (const auto& dot : drawing.dots)
            dots.push_back(object{{"class", dot.style},
                                  {"x", number(dot.x)},
                                  {"y", number(dot.y)},
                                  {"r", number(dot.radius)}});
        list texts;
        for (const auto& text : drawing.words)
            texts.push_back(object{{"class", text.style},
                                   {"x", number(text.x)},
                                   {"y", number(text.y)},
                                   {"text", words(text.text)}});
        const auto& note = chart.note.in(language_);
        return {{"width", number(Drawing::width)},
                {"height", number(drawing.height)},
                {"label", words(chart.title) + (note.empty() ? "" : ": " + words(note))},
                {"lines", lines},
                {"rects", rects},
                {"paths", paths},
                {"dots", dots},
                {"texts", texts}};
    }

    object show(const Boxes& boxes) const {
        list rows;
        list line;
        const auto end_line = [&] {
            if (!line.empty()) rows.push_back(object{{"cells", std::exchange(line, {})}});
        };
        const auto& all = boxes.boxes;
        for (std::size_t i = 0; i < all.size(); ++i) {
            // One that would stand alone in its line takes all of it.
            const bool next_is_wide = i + 1 == all.size() || all[i + 1].wide;
            const bool wide = all[i].wide || (line.empty() && next_is_wide);
            if (wide) end_line();
            line.push_back(object{
                {"label", words(all[i].label)}, {"value", words(all[i].value)}, {"wide", wide}});
            if (wide || line.size() == 2) end_line();
        }
        end_line();
        return {{"boxes", object{{"rows", rows}}}};
    }

    object show(const Code& code) const {
        const auto drawn =
            qrcodegen::QrCode::encodeText(code.content.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int size = drawn.getSize();
        std::string dark;
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                if (drawn.getModule(x, y)) dark += base::format("M{} {}h1v1h-1z", x, y);
        // The standard asks for four light modules all round.
        constexpr int margin = 4;
        return {
            {"code", object{{"title", words(code.title)},
                            {"box", base::format("{0} {0} {1} {1}", -margin, size + 2 * margin)},
                            {"size", base::format("{}", size + 2 * margin)},
                            {"margin", base::format("{}", -margin)},
                            {"dark", dark}}}};
    }

    object show(const Subheading& heading) const { return {{"subheading", words(heading.text)}}; }

    object show(const Folded& folded) const {
        return {{"folded", object{{"summary", words(folded.summary)},
                                  {"content", base::escape_terminal(folded.content)}}}};
    }

    object show(const Story& story) const {
        list moments;
        for (const auto& [at, what] : story.moments)
            moments.push_back(object{{"at", words(at)}, {"what", words(what)}});
        return {
            {"story", object{{"title", if_any(words(story.title))},
                             {"moments", moments},
                             {"ending", words(story.ending)},
                             {"class", std::string(story.went_wrong ? "wrong" : "right-way")}}}};
    }

    object show(const Signatures& signatures) const {
        list rows;
        for (const Text& signer : signatures.signers)
            rows.push_back(object{{"name", words(signer)}, {"date", words(Label{"日期", "Date"})}});
        return {{"signatures", object{{"rows", rows}}}};
    }

    Language language_;
    std::string heading_;
    int sections_ = 0;
};

}  // namespace

std::string render_html(const Document& document, Language language) {
    mustache page(page_file("page.html"));
    return page.render(PageData(language).page(document));
}

}  // namespace huiyin::reports
