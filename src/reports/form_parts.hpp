#pragma once

#include <initializer_list>

#include "huiyin/reports/form_view.hpp"
#include "matter_parts.hpp"

/// The columns and boxes of each form, the same whether it is filled in or blank. Private to this
/// directory.
namespace huiyin::reports {

const FormName& name_of(FormKind kind);

/// A register without its lines.
Table empty_register(FormKind kind);

/// A form's boxes with these values; a form without values is blank.
using Values = std::vector<Text>;
Boxes order_boxes(const Values& values);
Boxes event_boxes(const Values& values);
Boxes receipt_boxes(const Values& values);
/// The body of a letter that answers a complaint.
Boxes reply_boxes(const Values& values);
/// The head of one shift in the duty log.
Boxes shift_boxes(const Values& values);
Table shift_table(std::string_view of);

Signatures order_signatures();
Signatures event_signatures();
Signatures shift_signatures();
Signatures receipt_signatures();
Signatures reply_signatures();

/// A member of staff as paper names them: 陈静.
Text staff_name(const View& view, records::StaffId staff);
Text staff_name(const View& view, const std::string& login);

}  // namespace huiyin::reports
