#include "home_spelling.hpp"

#include "huiyin/base/home.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

void note_spelling(store::Connection& connection, const std::string& unit) {
    store::run(connection, "INSERT OR IGNORE INTO home_spelling (unit, home) VALUES (?, ?)", unit,
               base::home_key(unit));
}

void forget_spelling(store::Connection& connection, const std::string& unit) {
    store::run(connection,
               "DELETE FROM home_spelling WHERE unit = ?1"
               " AND NOT EXISTS (SELECT 1 FROM matter WHERE unit = ?1)"
               " AND NOT EXISTS (SELECT 1 FROM home WHERE unit = ?1)",
               unit);
}

}  // namespace huiyin::records
