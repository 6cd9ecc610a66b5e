#include "sheet_library.hpp"

#include <dlfcn.h>

#include "huiyin/base/failure.hpp"

namespace huiyin::reports {

namespace {

constexpr const char* file_name = "libxlsxwriter.so.4";

base::Failure unusable(const char* why) {
    return {base::Exit::failed,
            base::compose({"不能生成表格文件:{}", "cannot make a sheet: {}"}, why),
            base::Label{"安装 libxlsxwriter4(apt-get install libxlsxwriter4),或用 --format csv",
                        "install libxlsxwriter4 (apt-get install libxlsxwriter4), or use "
                        "--format csv"}};
}

SheetLibrary load() {
    void* const library = dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw unusable(dlerror());
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
    find(functions.lxw_strerror, "lxw_strerror");
    return functions;
}

}  // namespace

const SheetLibrary& SheetLibrary::open() {
    static const SheetLibrary functions = load();
    return functions;
}

}  // namespace huiyin::reports
