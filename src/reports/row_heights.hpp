#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "sheet_library.hpp"

namespace huiyin::reports {

/// How high rows have to be for the words that wrap in their cells: not every program that opens a
/// sheet sees to it.
class RowHeights {
  public:
    void add(lxw_row_t row, lxw_col_t column, std::string_view words);
    /// Once it is known how many characters a column takes.
    void set(lxw_worksheet* sheet, const std::function<int(lxw_col_t)>& width) const;

  private:
    struct Words {
        lxw_row_t row;
        lxw_col_t column;
        std::vector<int> lines;  ///< how wide each is
    };
    std::vector<Words> words_;
};

}  // namespace huiyin::reports
