#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/system_error.hpp"
#include "rendering.hpp"
#include "row_heights.hpp"
#include "sheet_charts.hpp"
#include "sheet_library.hpp"
#include "sheet_text.hpp"

namespace huiyin::reports {

namespace {

using base::Failure;

constexpr int widest_column = 50;
constexpr int narrowest_column = 9;
constexpr int longest_cell = 32'000;  // a sheet takes 32,767 characters

/// A file name of its own that is gone afterwards.
class TemporaryFile {
  public:
    TemporaryFile() {
        const char* folder = std::getenv("TMPDIR");
        path_ = std::string(folder != nullptr ? folder : "/tmp") + "/huiyin-sheet.XXXXXX";
        const int descriptor = mkstemp(path_.data());
        if (descriptor < 0)
            throw Failure(
                base::Exit::failed,
                base::with_system_error(
                    base::compose({"无法写临时文件 {}", "cannot write {}"}, path_), errno));
        ::close(descriptor);
    }
    ~TemporaryFile() { unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& path() const { return path_; }
    std::string content() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::string path_;
};

enum class Look {
    plain,
    head,
    title,
    right_head,
    wrapped,
    right,
    count,
    percent,
    span,
    time,
    box,
    line,
    missed
};

class Workbook {
  public:
    explicit Workbook(const std::string& path)
        : library_(SheetLibrary::open()), book_(library_.workbook_new(path.c_str())) {}
    ~Workbook() {
        if (book_ != nullptr) library_.workbook_close(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    const SheetLibrary& library() const { return library_; }

    lxw_worksheet* add_sheet(const std::string& name) {
        auto* const sheet = library_.workbook_add_worksheet(book_, name.c_str());
        if (sheet == nullptr) throw std::logic_error("a sheet cannot be called " + name);
        return sheet;
    }

    void draw(lxw_worksheet* sheet, lxw_row_t row, const std::vector<ChartNumbers>& charts,
              Language language) {
        insert_charts(library_, book_, sheet, row, charts, language);
    }

    lxw_format* look(Look look) {
        auto& format = formats_[look];
        if (format == nullptr) format = made(look);
        return format;
    }

    void set_properties(const std::string& title, base::Instant made_at) {
        lxw_doc_properties properties{};
        auto name = title;
        properties.title = name.data();
        properties.created = base::seconds(made_at);
        library_.workbook_set_properties(book_, &properties);
    }

    void close() {
        const auto error = library_.workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR)
            throw Failure(base::Exit::failed,
                          base::compose({"不能生成表格文件:{}", "cannot make a sheet: {}"},
                                        library_.lxw_strerror(error)));
    }

  private:
    lxw_format* made(Look look) {
        auto* const format = library_.workbook_add_format(book_);
        library_.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        const auto number = [&](const char* form) { library_.format_set_num_format(format, form); };
        if (look == Look::head || look == Look::title || look == Look::right_head)
            library_.format_set_bold(format);
        if (look == Look::head || look == Look::right_head)
            library_.format_set_bottom(format, LXW_BORDER_THIN);
        if (look == Look::right_head || look == Look::right)
            library_.format_set_align(format, LXW_ALIGN_RIGHT);
        if (look == Look::wrapped || look == Look::right || look == Look::box)
            library_.format_set_text_wrap(format);
        if (look == Look::box) library_.format_set_border(format, LXW_BORDER_THIN);
        if (look == Look::line) library_.format_set_bottom(format, LXW_BORDER_THIN);
        if (look == Look::missed) {
            library_.format_set_bold(format);
            library_.format_set_font_color(format, 0xB3261E);
        }
        if (look == Look::percent) number("0.00%");
        if (look == Look::span) number("[h]:mm:ss");
        if (look == Look::time) number("yyyy-mm-dd hh:mm:ss");
        return format;
    }

    const SheetLibrary& library_;
    lxw_workbook* book_;
    std::map<Look, lxw_format*> formats_;
};

/// Writes the blocks of one section below one another.
class WorksheetWriter {
  public:
    WorksheetWriter(Workbook& book, const std::string& name, bool landscape, Language language)
        : book_(book),
          library_(book.library()),
          sheet_(book.add_sheet(name)),
          language_(language),
          name_(name) {
        library_.worksheet_set_paper(sheet_, 9);  // A4
        if (landscape) library_.worksheet_set_landscape(sheet_);
        library_.worksheet_fit_to_pages(sheet_, 1, 0);
    }

    void add_title(const Document& document) {
        put(0, Text(document.title), Look::title, false);
        ++row_;
        put(0, document.subtitle, Look::plain, false);
        row_ += 2;
    }

    void add(const Block& block) {
        std::visit([this](const auto& content) { add_block(content); }, block);
    }

    /// For a sheet that is passed on by itself: on one page, with the charts below.
    void draw_all(const std::vector<ChartNumbers>& charts) {
        library_.worksheet_fit_to_pages(sheet_, 1, 1);
        book_.draw(sheet_, row_, charts, language_);
    }

    const std::vector<ChartNumbers>& charts() const { return charts_; }

    void finish() {
        const auto width_of = [this](lxw_col_t column) {
            return std::clamp(widths_[column] + 2, narrowest_column, widest_column);
        };
        for (const auto& [column, width] : widths_)
            library_.worksheet_set_column(sheet_, column, column, width_of(column), nullptr);
        heights_.set(sheet_, width_of);
    }

  private:
    void add_block(const Paragraph& paragraph) {
        // Where nothing but prose is on the sheet, its lines end at a column's width; beside tables
        // each has a row of its own.
        const bool alone = widths_.empty();
        if (alone) {
            put(0, paragraph.text, Look::wrapped);
            ++row_;
        } else {
            std::istringstream lines(paragraph.text.in(language_));
            for (std::string line; std::getline(lines, line); ++row_)
                put_words(0, line, Look::plain, false);
        }
        ++row_;
    }

    void add_block(const Highlights& foremost) { add_block(foremost.figures); }
    void add_block(const Figures& figures) {
        if (figures.empty()) return;
        static constexpr std::array heads{Label{"项目", "item"},     Label{"数值", "value"},
                                          Label{"分子", "of which"}, Label{"分母", "of"},
                                          Label{"上期", "before"},   Label{"备注", "remark"}};
        for (std::size_t i = 0; i < heads.size(); ++i)
            put(column(i), heads.at(i), i == 0 || i == 5 ? Look::head : Look::right_head);
        freeze();
        ++row_;
        for (const Figure& figure : figures) {
            put(0, figure.missed ? marked_name(figure) : figure.name,
                figure.missed ? Look::missed : Look::plain);
            put_quantity(1, figure.quantity, figure.value);
            if (const auto* rate = std::get_if<Rate>(&figure.quantity)) {
                put_number(2, static_cast<double>(rate->num), Look::count);
                put_number(3, static_cast<double>(rate->den), Look::count);
            }
            put_quantity(4, figure.before, {});
            put(5, figure.remark, Look::wrapped);
            ++row_;
        }
        ++row_;
    }

    void add_block(const Table& table) {
        if (table.columns.empty()) return;
        if (table.rows.empty()) {
            put(0, empty_text(table), Look::plain, false);
            row_ += 2;
            return;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            put(column(i), table.columns[i].header,
                table.columns[i].align == Align::right ? Look::right_head : Look::head);
        freeze();
        ++row_;
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                put_typed(column(i), std::string(cell(row, i, language_)), table.columns[i]);
            ++row_;
        }
        ++row_;
    }

    void add_block(const Chart& chart) {
        const Table table = as_table(chart, Drawn::numbers);
        if (table.columns.empty() || table.rows.empty()) return;
        put(0, chart.title, Look::title, false);
        ++row_;
        charts_.push_back({.chart = &chart,
                           .sheet = name_,
                           .header = row_,
                           .rows = table.rows.size(),
                           .columns = table.columns.size()});
        add_block(table);
    }

    void add_block(const Boxes& boxes) {
        for (const auto& box : boxes.boxes) {
            put(0, box.label, Look::box);
            put(1, box.value, Look::box);
            ++row_;
        }
        ++row_;
    }

    void add_block(const Code&) {}
    void add_block(const Subheading& heading) { add_block(Paragraph{heading.text}); }
    void add_block(const Folded& folded) { add_block(Paragraph{base::plain(folded.content)}); }
    void add_block(const Story& story) { add_block(Paragraph{as_prose(story)}); }

    /// Values are numbers, so the mark stands before the name.
    static Text marked_name(const Figure& figure) {
        return {base::format("{} {}", missed_mark, figure.name.zh),
                base::format("{} {}", missed_mark, figure.name.en)};
    }

    void add_block(const Signatures& signatures) {
        for (const Text& signer : signatures.signers) {
            put(0, signer, Look::plain);
            library_.worksheet_write_blank(sheet_, row_, 1, book_.look(Look::line));
            put(2, Label{"日期", "Date"}, Look::plain);
            library_.worksheet_write_blank(sheet_, row_, 3, book_.look(Look::line));
            row_ += 2;
        }
    }

    /// The first header of a sheet stays in sight, and heads each sheet of paper.
    void freeze() {
        if (frozen_) return;
        frozen_ = true;
        library_.worksheet_freeze_panes(sheet_, row_ + 1, 0);
        library_.worksheet_repeat_rows(sheet_, row_, row_);
    }

    void put_typed(lxw_col_t column, const std::string& text, const Column& of) {
        if (text.empty()) return;
        if (of.holds == Holds::number)
            if (const auto number = read_number(text))
                return put_number(column, *number, Look::count);
        if (of.holds == Holds::time)
            if (const auto time = read_time(text)) {
                widen(column, text);
                return put_number(column, *time, Look::time);
            }
        put_words(column, text, of.align == Align::right ? Look::right : Look::wrapped, true);
    }

    void put_quantity(lxw_col_t column, const Quantity& quantity, const Text& words) {
        if (const auto* count = std::get_if<std::int64_t>(&quantity))
            return put_number(column, static_cast<double>(*count), Look::count);
        if (const auto* span = std::get_if<base::Seconds>(&quantity))
            return put_number(column, static_cast<double>(span->count()) / seconds_of_day,
                              Look::span);
        if (const auto* rate = std::get_if<Rate>(&quantity); rate != nullptr && rate->den > 0)
            return put_number(column, share_cut(*rate), Look::percent);
        put(column, words, Look::plain);
    }

    void put_number(lxw_col_t column, double value, Look look) {
        library_.worksheet_write_number(sheet_, row_, column, value, book_.look(look));
    }

    void put(lxw_col_t column, const Text& text, Look look, bool widens = true) {
        put_words(column, text.in(language_), look, widens);
    }

    /// Always a string: what begins with `=` is no formula.
    void put_words(lxw_col_t column, std::string_view text, Look look, bool widens) {
        const auto shown = base::shorten(base::escape_terminal(text), longest_cell);
        if (widens) widen(column, shown);
        if (look == Look::wrapped || look == Look::box) heights_.add(row_, column, shown);
        auto written = as_cell_text(shown);
        if (const auto more = written.size() - shown.size(); more > 0)
            written = as_cell_text(base::shorten(shown, longest_cell - static_cast<int>(more)));
        library_.worksheet_write_string(sheet_, row_, column, written.c_str(), book_.look(look));
    }

    void widen(lxw_col_t column, std::string_view text) {
        widths_[column] = std::max(widths_[column], base::display_width(text));
    }

    static lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

    Workbook& book_;
    const SheetLibrary& library_;
    lxw_worksheet* sheet_;
    Language language_;
    std::string name_;
    std::vector<ChartNumbers> charts_;
    lxw_row_t row_ = 0;
    bool frozen_ = false;
    std::map<lxw_col_t, int> widths_;
    RowHeights heights_;
};

}  // namespace

std::string render_xlsx(const Document& document, Language language) {
    const TemporaryFile file;
    {
        Workbook book(file.path());
        book.set_properties(document.title.in(language), document.made_at);
        std::set<std::string> names;
        int place = 0;
        std::optional<WorksheetWriter> first;
        std::vector<ChartNumbers> charts;
        for (const Section& section : document.sections) {
            const auto& wanted = section.heading.empty() ? document.title.in(language)
                                                         : section.heading.in(language);
            WorksheetWriter sheet(book, sheet_name(wanted, ++place, names), document.landscape,
                                  language);
            if (place == 1) sheet.add_title(document);
            for (const Block& block : section.blocks)
                sheet.add(block);
            sheet.finish();
            std::ranges::copy(sheet.charts(), std::back_inserter(charts));
            if (section.foremost && !first) first.emplace(std::move(sheet));
        }
        if (first) first->draw_all(charts);
        book.close();
    }
    return file.content();
}

}  // namespace huiyin::reports
