#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/json.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/rate.hpp"
#include "values.hpp"

/// What the views of every kind of matter have in common.
namespace huiyin::reports {

/// Residents' names for those who work with residents; the first character for the others.
std::optional<std::string> shown_name(const std::optional<std::string>& name, const View& view);
/// Numbers are masked for everyone, unless the view reveals them.
std::optional<std::string> shown_phone(const std::optional<std::string>& phone, const View& view);
/// Free text as it may be read: phone numbers in it are masked.
std::string shown_words(const std::string& words, const View& view);
std::optional<std::string> shown_words(const std::optional<std::string>& words, const View& view);
/// What somebody said in a field: a name, a number or free text.
std::string shown_said(const records::Field& field, const std::string& words, const View& view);
std::string login(const View& view, records::StaffId staff);
/// One of us as people know them, by name beside login: 陈静(chen).
std::string person(const View& view, records::StaffId staff);
/// The same by login; what is nobody's is as it is.
std::string person(const View& view, const std::string& login);

Json or_null(const std::optional<base::Instant>& value, const View& view);

/// A moment in a list: in short for people, in full for a sheet. Such a column `Holds` times.
Text when(const View& view, const std::optional<base::Instant>& at);

/// What a correction corrected, by the option that takes it: 房号 for `unit`.
Text corrected_title(std::string_view option);
/// What it was corrected to, as people say it: 来访 for `visit`.
Text corrected_value(std::string_view option, const std::string& value);

/// How a thing was done, or what it came to: 上门, 正常.
Text method_title(std::string_view word);

std::string_view state_of(const records::Matter& matter);
Text state_title(const records::Matter& matter);
/// `open`, `closed`
Text state_title(std::string_view state);

/// Marks what is not as it was recorded first.
Text if_corrected(Text text, const std::optional<base::Instant>& corrected_at);

/// Marks what is void as such, wherever it is named.
Text unless_void(Text text, const std::optional<base::Instant>& voided_at);

/// What every matter has; its kind adds its own.
class FieldPresenter;
FieldPresenter matter_fields(const records::Matter& matter, const View& view);
Json step_json(const records::Step& step, const View& view);

/// Leaves out the columns in which no row says anything; a table without rows stays as it is.
void drop_empty_columns(Table& table);

Table steps_table(const std::vector<records::Step>& steps, const View& view);

}  // namespace huiyin::reports
