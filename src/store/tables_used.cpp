#include "huiyin/store/tables_used.hpp"

#include <sqlite3.h>

#include "huiyin/store/changes.hpp"

namespace huiyin::store {

TablesUsed tables_used(Connection& connection, std::string_view sql) {
    TablesUsed used;
    const auto look = [](void* context, int action, const char* table, const char*, const char*,
                         const char*) {
        auto& found = *static_cast<TablesUsed*>(context);
        if (table == nullptr || !is_journaled(table)) return SQLITE_OK;
        if (action == SQLITE_READ) found.read.insert(table);
        if (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE)
            found.written.insert(table);
        return SQLITE_OK;
    };
    sqlite3_set_authorizer(connection.handle(), look, &used);
    try {
        connection.execute(sql);
    } catch (...) {
        sqlite3_set_authorizer(connection.handle(), nullptr, nullptr);
        throw;
    }
    sqlite3_set_authorizer(connection.handle(), nullptr, nullptr);
    return used;
}

}  // namespace huiyin::store
