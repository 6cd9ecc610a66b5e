#pragma once

#include <xlsxwriter.h>

/// libxlsxwriter, opened when a sheet is asked for: linked, it would make every command load the
/// cryptography library it depends on. Private to this directory.
namespace huiyin::reports {

struct SheetLibrary {
    decltype(&::workbook_new) workbook_new;
    decltype(&::workbook_add_worksheet) workbook_add_worksheet;
    decltype(&::workbook_add_format) workbook_add_format;
    decltype(&::workbook_set_properties) workbook_set_properties;
    decltype(&::workbook_close) workbook_close;
    decltype(&::worksheet_write_string) worksheet_write_string;
    decltype(&::worksheet_write_number) worksheet_write_number;
    decltype(&::worksheet_write_blank) worksheet_write_blank;
    decltype(&::worksheet_set_column) worksheet_set_column;
    decltype(&::worksheet_set_row) worksheet_set_row;
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
    decltype(&::worksheet_set_landscape) worksheet_set_landscape;
    decltype(&::worksheet_set_paper) worksheet_set_paper;
    decltype(&::worksheet_fit_to_pages) worksheet_fit_to_pages;
    decltype(&::worksheet_repeat_rows) worksheet_repeat_rows;
    decltype(&::format_set_bold) format_set_bold;
    decltype(&::format_set_num_format) format_set_num_format;
    decltype(&::format_set_text_wrap) format_set_text_wrap;
    decltype(&::format_set_align) format_set_align;
    decltype(&::format_set_border) format_set_border;
    decltype(&::format_set_bottom) format_set_bottom;
    decltype(&::format_set_font_name) format_set_font_name;
    decltype(&::workbook_add_chart) workbook_add_chart;
    decltype(&::worksheet_insert_chart) worksheet_insert_chart;
    decltype(&::chart_add_series) chart_add_series;
    decltype(&::chart_series_set_name) chart_series_set_name;
    decltype(&::chart_series_set_marker_type) chart_series_set_marker_type;
    decltype(&::chart_title_set_name) chart_title_set_name;
    decltype(&::format_set_font_color) format_set_font_color;
    decltype(&::lxw_strerror) lxw_strerror;

    /// Throws Failure{failed} where it is not installed.
    static const SheetLibrary& open();
};

}  // namespace huiyin::reports
