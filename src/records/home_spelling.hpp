#pragma once

#include <string>

#include "huiyin/store/connection.hpp"

/// The ways homes are typed, each beside the form in which it is compared. Private to this
/// directory.
namespace huiyin::records {

/// Of a matter's home or one of the register's, before its row is written.
void note_spelling(store::Connection& connection, const std::string& unit);
/// Once nothing is written so any more: spellings are those in use, no more, so that the audit can
/// hold one against the other.
void forget_spelling(store::Connection& connection, const std::string& unit);

}  // namespace huiyin::records
