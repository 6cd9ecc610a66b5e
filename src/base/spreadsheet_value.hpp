#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"

/// What spreadsheets make of numbers and homes. Private to this directory.
namespace huiyin::base {

/// The digits of a text, whatever their width.
std::string digits_of(std::string_view text);

/// 1.38E+10, as a spreadsheet shortens 13800008000: the digits that are left of it.
std::optional<std::string> shortened_number(std::string_view folded);
Problem shortened_problem(std::string_view typed, const std::string& digits);

/// The home or number that a spreadsheet took for a date: 10-Mar, 3月10日, 2026-03-10 were 3-10.
std::optional<std::string> taken_for_a_date(std::string_view folded);
/// The home that a date was, where its cell shows the number of days: 45361 was 3-10.
std::optional<std::string> taken_for_a_day_number(std::string_view folded);
Problem date_problem(std::string_view typed, const std::string& likely);

}  // namespace huiyin::base
