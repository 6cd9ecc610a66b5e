#include "huiyin/store/functions.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <new>
#include <string>

#include "huiyin/base/home.hpp"
#include "huiyin/base/phone.hpp"

namespace huiyin::store {

namespace {

using Rewrite = std::string (*)(std::string_view);

struct Function {
    const char* name;
    Rewrite rewrite;  ///< of a text; of NULL it is NULL
};

constexpr std::array functions{
    Function{"home_of", base::home_key},
    Function{"phone_of", base::plain_phone},
};

/// No exception crosses SQLite's C code.
void call(sqlite3_context* context, int, sqlite3_value** values) noexcept {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    try {
        const auto& function = *static_cast<const Function*>(sqlite3_user_data(context));
        const void* bytes = sqlite3_value_text(values[0]);
        const auto answer =
            function.rewrite({static_cast<const char*>(bytes),
                              static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
        sqlite3_result_text64(context, answer.data(), answer.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

}  // namespace

void define_functions(Connection& connection) {
    for (const auto& function : functions) {
        const int code = sqlite3_create_function_v2(
            connection.handle(), function.name, 1,
            SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
            const_cast<Function*>(&function),  // read only, whatever SQLite's type says
            call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) throw SQLite::Exception(connection.handle(), code);
    }
}

bool defines_function(std::string_view name) {
    return std::ranges::any_of(functions, [&](const Function& one) { return one.name == name; });
}

}  // namespace huiyin::store
