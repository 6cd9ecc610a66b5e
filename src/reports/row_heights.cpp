#include "row_heights.hpp"

#include <algorithm>
#include <map>

#include "huiyin/base/display.hpp"

namespace huiyin::reports {

void RowHeights::add(lxw_row_t row, lxw_col_t column, std::string_view words) {
    Words added{.row = row, .column = column, .lines = {}};
    for (bool more = true; more;) {
        const auto end = words.find('\n');
        more = end != words.npos;
        added.lines.push_back(base::display_width(words.substr(0, end)));
        if (more) words.remove_prefix(end + 1);
    }
    words_.push_back(std::move(added));
}

void RowHeights::set(lxw_worksheet* sheet, const std::function<int(lxw_col_t)>& width) const {
    constexpr double line_height = 15;  // points, of the library's own font
    constexpr double highest = 409;     // that a sheet takes
    std::map<lxw_row_t, int> lines;
    for (const auto& words : words_) {
        int count = 0;
        for (const int line : words.lines)
            count += std::max(1, (line + width(words.column) - 1) / width(words.column));
        lines[words.row] = std::max(lines[words.row], count);
    }
    for (const auto& [row, count] : lines)
        if (count > 1)
            SheetLibrary::open().worksheet_set_row(sheet, row,
                                                   std::min(highest, count * line_height), nullptr);
}

}  // namespace huiyin::reports
