#pragma once

#include <string>
#include <vector>

#include "huiyin/reports/document.hpp"
#include "sheet_library.hpp"

/// Charts that a workbook draws itself from the numbers on its sheets. Private to this directory.
namespace huiyin::reports {

/// Where the numbers of a chart lie: a header row, and below it a row for each name.
struct ChartNumbers {
    const Chart* chart = nullptr;
    std::string sheet;
    lxw_row_t header = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
};

/// Draws those on a sheet from a row on, one below the other: amounts side by side, and rates over
/// time. Others stand as numbers only.
void insert_charts(const SheetLibrary& library, lxw_workbook* book, lxw_worksheet* sheet,
                   lxw_row_t row, const std::vector<ChartNumbers>& charts, Language language);

}  // namespace huiyin::reports
