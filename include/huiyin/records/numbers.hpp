#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/writing.hpp"

namespace huiyin::records {

/// The next number of a series, without gaps: `TS-2026-0001`. The year is that of recording, by the
/// office's calendar. A command that is taken back gives its number back.
std::string next_number(const Writing& writing, std::string_view prefix);

/// Whether numbers of some kind begin so: `TS`.
bool is_prefix(std::string_view word);

/// Whether what was typed is a number of the kind that begins so, in any spelling.
bool is_number_of(std::string_view typed, std::string_view prefix);

/// Any spelling of a number as the full one: `ts-1` and `ts1` are this year's `TS-2026-0001`.
/// Throws Failure{usage} for what is no number.
std::string full_number(std::string_view typed, int this_year);

/// The same, with everything else as it was typed: logins, weeks, policy keys and rules are named
/// too.
std::string full_number_or_as_typed(std::string_view typed, int this_year);

/// Whether only digits were typed: enough where a command takes one kind of record.
bool is_bare(std::string_view typed);
/// They are not, where several kinds may stand: Failure{usage}, naming those on file that it can
/// be.
base::Failure says_too_little(store::Connection& connection, std::string_view typed, int this_year,
                              std::initializer_list<std::string_view> prefixes);

}  // namespace huiyin::records
