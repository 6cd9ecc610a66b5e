#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a phone number is, in whatever way it is written: the one recogniser that taking it in,
/// masking, erasing and searching share. Takes any bytes and throws nothing.
namespace huiyin::base {

/// A number in a text: from the byte `begin` up to, not including, `end`, the country's code and
/// brackets around its digits with it, an extension without.
struct PhonePlace {
    std::size_t begin;
    std::size_t end;
    std::string digits;  ///< as `plain_phone`
};

/// The phone numbers that stand in a text: mobiles, landlines with their area, numbers with + or 00
/// before them, 400-810-1234; seven or eight digits alone only behind 电话, 打, 来电, 拨, 座机,
/// 联系 and their like. Digits may be Chinese numerals, or letters that look like them. Between
/// them may stand blanks, line breaks, dashes, dots, brackets and, between groups of three, commas,
/// colons, stars, bars and quotation marks; dates, times, amounts, lists, meters and other long
/// numbers are none.
std::vector<PhonePlace> find_phones(std::string_view text);

/// Whether it is a mobile's number in figures and nothing else, as nearly everybody types it: there
/// is one number in it, and nothing wrong with that.
bool is_plain_mobile(std::string_view text);

/// The digits of a phone number in the one form in which numbers are compared: ASCII, without the
/// country's code and the extension, a landline with the 0 of its area. +86 10 1234 5678-801 and
/// 010-12345678 are equal. Empty for a text without digits.
std::string plain_phone(std::string_view typed);

/// Whether one folded character may stand between the digits of one number: a blank or line break,
/// a dash, dot, slash, bracket, comma, colon, star, bar or quotation mark, and what folds to
/// nothing.
bool parts_digits(std::string_view folded);

}  // namespace huiyin::base
