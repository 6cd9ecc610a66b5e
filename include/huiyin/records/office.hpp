#pragma once

#include <string>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::records {

struct Office {
    std::string store_id;  ///< random, for seals and anchors
    std::string name;
    base::Language language = base::Language::chinese;
    std::string timezone;
    base::Instant opened_at;
};

/// Throws Failure{integrity} when the store has no office in it. A language that no command wrote
/// is taken for Chinese.
Office load_office(store::Connection& connection);
/// Throws Failure{failed} where this machine has no such time zone.
base::Zone zone_of(const Office& office);
/// The first row of a new store; a second office is SQLite::Exception.
void found_office(store::Connection& connection, const Office& office);

}  // namespace huiyin::records
