#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/command.hpp"

/// Tables that were made for something else, with dates and columns of their own.
namespace huiyin::cli {

/// What `--columns` says of headings: by the folded heading the operand or option that it is; empty
/// where the column is to be left out.
class SaidColumns {
  public:
    SaidColumns() = default;
    /// Reads `Created Date=at,Descriptor=text,Agency=`. Throws Failure{usage} for what is no
    /// option of the command, and for a heading without its sign.
    SaidColumns(const Verb& verb, std::string_view typed);

    bool empty() const { return slots_.empty(); }
    /// Nothing where the heading is not among them.
    std::optional<std::string> slot_of(std::string_view heading) const;
    /// Throws Failure{usage} naming what is said of a column that the table does not have.
    void require_in(const std::vector<std::string>& headings) const;

  private:
    std::map<std::string, std::string> slots_;
    std::map<std::string, std::string> as_typed_;
};

/// A date whose parts stand in the order `mdy`, `dmy` or `ymd`, year first; the time behind it, and
/// whatever is no such date, stays. Throws nothing.
std::string with_year_first(std::string_view cell, std::string_view order);

/// That a date begins with the day or the month, 11/05/2026, which may be either; nothing for any
/// other time.
std::optional<base::Problem> date_order_problem(const std::string& shown, std::string_view typed);

}  // namespace huiyin::cli
