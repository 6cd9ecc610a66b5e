#include "sheet_charts.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"

namespace huiyin::reports {

namespace {

constexpr lxw_row_t rows_of_a_chart = 16;

/// `='走势'!$B$4:$I$4`; cells are counted from 0.
std::string range(const ChartNumbers& of, std::size_t first_row, std::size_t first_column,
                  std::size_t last_row, std::size_t last_column) {
    std::string name;
    for (const char c : of.sheet)
        name += c == '\'' ? "''" : std::string(1, c);
    const auto cell = [](std::size_t row, std::size_t column) {
        std::string letters;
        for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
        return base::format("${}${}", letters, row + 1);
    };
    return base::format("='{}'!{}:{}", name, cell(first_row, first_column),
                        cell(last_row, last_column));
}

class SheetChart {
  public:
    SheetChart(const SheetLibrary& library, lxw_workbook* book, const ChartNumbers& numbers,
               std::uint8_t type)
        : library_(library), numbers_(numbers), chart_(library.workbook_add_chart(book, type)) {}

    /// A column of amounts for each part; the whole where there is but one.
    void add_columns() {
        const auto first = numbers_.header + 1;
        const auto last = numbers_.header + numbers_.rows;
        for (std::size_t column = numbers_.columns > 2 ? 2 : 1; column < numbers_.columns; ++column)
            add(range(numbers_, first, 0, last, 0), range(numbers_, first, column, last, column),
                range(numbers_, numbers_.header, column, numbers_.header, column));
    }

    void add_row(std::size_t row) {
        const auto at = numbers_.header + 1 + row;
        const auto last = numbers_.columns - 1;
        add(range(numbers_, numbers_.header, 1, numbers_.header, last),
            range(numbers_, at, 1, at, last), range(numbers_, at, 0, at, 0));
    }

    void insert(lxw_worksheet* sheet, lxw_row_t row, Language language) {
        library_.chart_title_set_name(chart_, numbers_.chart->title.in(language).c_str());
        library_.worksheet_insert_chart(sheet, row, 0, chart_);
    }

  private:
    void add(const std::string& names, const std::string& values, const std::string& title) {
        auto* const series = library_.chart_add_series(chart_, names.c_str(), values.c_str());
        library_.chart_series_set_name(series, title.c_str());
        // On grey paper lines are told apart by their marks.
        static constexpr std::array marks{LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
                                          LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_CIRCLE};
        library_.chart_series_set_marker_type(
            series, static_cast<std::uint8_t>(marks.at(count_++ % marks.size())));
    }

    const SheetLibrary& library_;
    const ChartNumbers& numbers_;
    lxw_chart* chart_;
    std::size_t count_ = 0;
};

}  // namespace

void insert_charts(const SheetLibrary& library, lxw_workbook* book, lxw_worksheet* sheet,
                   lxw_row_t row, const std::vector<ChartNumbers>& charts, Language language) {
    bool has_bars = false;
    for (const auto& numbers : charts) {
        const auto* trends = std::get_if<Trends>(&numbers.chart->data);
        if (std::holds_alternative<Bars>(numbers.chart->data) && !std::exchange(has_bars, true)) {
            SheetChart chart(library, book, numbers, LXW_CHART_COLUMN_STACKED);
            chart.add_columns();
            chart.insert(sheet, row, language);
        } else if (trends != nullptr) {
            SheetChart chart(library, book, numbers, LXW_CHART_LINE);
            for (std::size_t i = 0; i < trends->lines.size(); ++i)
                if (trends->lines[i].percent) chart.add_row(i);
            chart.insert(sheet, row, language);
        } else {
            continue;
        }
        row += rows_of_a_chart;
    }
}

}  // namespace huiyin::reports
