#include "sheet_library.hpp"

#include <dlfcn.h>

#include <array>
#include <string>

#include "huiyin/base/failure.hpp"

namespace huiyin::reports {

namespace {

/// By the name that this build found it under, then by those of the releases we know: between them
/// nothing changed of what is called here, so a program built on one makes its sheets on the other.
constexpr std::array file_names{HUIYIN_SHEET_LIBRARY, "libxlsxwriter.so.8", "libxlsxwriter.so.4"};

base::Failure unusable(const std::string& why) {
    return {base::Exit::failed,
            base::compose({"不能生成表格文件:{}", "cannot make a sheet: {}"}, why),
            base::Label{"安装 libxlsxwriter8(Debian 12 上是 libxlsxwriter4),或用 --format csv",
                        "install libxlsxwriter8 (on Debian 12: libxlsxwriter4), or use "
                        "--format csv"}};
}

void* open_library() {
    std::string why;
    for (const auto* name : file_names) {
        if (auto* const library = dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
        if (why.empty()) why = dlerror();
    }
    throw unusable(why);
}

SheetLibrary load() {
    void* const library = open_library();
    SheetLibrary functions{};
    const auto find = [&](auto& function, const char* name) {
        function =
            reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
        if (function == nullptr) throw unusable(dlerror());
    };
    find(functions.workbook_new, "workbook_new");
    find(functions.workbook_add_worksheet, "workbook_add_worksheet");
    find(functions.workbook_add_format, "workbook_add_format");
    find(functions.workbook_set_properties, "workbook_set_properties");
    find(functions.workbook_close, "workbook_close");
    find(functions.worksheet_write_string, "worksheet_write_string");
    find(functions.worksheet_write_number, "worksheet_write_number");
    find(functions.worksheet_write_blank, "worksheet_write_blank");
    find(functions.worksheet_set_column, "worksheet_set_column");
    find(functions.worksheet_set_row, "worksheet_set_row");
    find(functions.worksheet_freeze_panes, "worksheet_freeze_panes");
    find(functions.worksheet_set_landscape, "worksheet_set_landscape");
    find(functions.worksheet_set_paper, "worksheet_set_paper");
    find(functions.worksheet_fit_to_pages, "worksheet_fit_to_pages");
    find(functions.worksheet_repeat_rows, "worksheet_repeat_rows");
    find(functions.format_set_bold, "format_set_bold");
    find(functions.format_set_num_format, "format_set_num_format");
    find(functions.format_set_text_wrap, "format_set_text_wrap");
    find(functions.format_set_align, "format_set_align");
    find(functions.format_set_border, "format_set_border");
    find(functions.format_set_bottom, "format_set_bottom");
    find(functions.format_set_font_name, "format_set_font_name");
    find(functions.workbook_add_chart, "workbook_add_chart");
    find(functions.worksheet_insert_chart, "worksheet_insert_chart");
    find(functions.chart_add_series, "chart_add_series");
    find(functions.chart_series_set_name, "chart_series_set_name");
    find(functions.chart_series_set_marker_type, "chart_series_set_marker_type");
    find(functions.chart_title_set_name, "chart_title_set_name");
    find(functions.format_set_font_color, "format_set_font_color");
    find(functions.lxw_strerror, "lxw_strerror");
    return functions;
}

}  // namespace

const SheetLibrary& SheetLibrary::open() {
    static const SheetLibrary functions = load();
    return functions;
}

}  // namespace huiyin::reports
