#pragma once

#include <string>

#include "huiyin/store/connection.hpp"

/// What searching and the keeping of its index share. Private to this directory.
namespace huiyin::records {

/// Where words are looked for, as an SQL list: in steps, in matters.
std::string places_of_steps();
std::string places_of_matters();

/// A copy of an older store may have no index yet.
bool is_indexed(store::Connection& connection);

}  // namespace huiyin::records
