#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"

/// What is typed where a phone or a home belongs (clause 3.3.6): much of it is neither. Nothing
/// here throws: what is wrong is the answer, for whoever reads the option.
namespace huiyin::base {

/// 无, 不详, `-`, `/`, N/A, or nothing but marks: whoever typed it left the contact out.
bool says_none(std::string_view typed);

/// A phone or home without what a spreadsheet adds to a number: `13800008000.0` is 13800008000.
std::string without_fraction(std::string typed);

/// Why no number can be dialled from this, with the likely value. A number has 7 to 15 digits in
/// any spelling; one of 3 to 6 passes here and is the office's to judge (`internal_number`). Words
/// in brackets and an extension may stand with it.
std::optional<Problem> phone_problem(std::string_view typed);

/// Why this is no home, with the likely value or place: a date that was one or its number of days,
/// a phone, a shortened number, a name, two homes.
std::optional<Problem> home_problem(std::string_view typed);

/// What is to be told of a home that is taken: one or two digits alone, 1, say no building.
std::optional<Text> home_remark(std::string_view typed);

/// Why this is nobody's name, with where it belongs: a phone, a home, a date that was one, digits.
std::optional<Problem> name_problem(std::string_view typed);

/// What a register keeps in one column: 王小明 3-502, 5-101/李芳.
struct NameAndHome {
    std::string name;
    std::string home;
};
/// Either may be empty. What cannot be told apart is all taken for the name, where `name_problem`
/// finds it.
NameAndHome name_and_home(std::string_view typed);

/// The digits of a number of 3 to 6 digits, as houses have their own; nothing for a longer one.
/// For what `phone_problem` let pass: fewer than 3 digits it gives back, too.
std::optional<std::string> internal_number(std::string_view typed);

}  // namespace huiyin::base
