#pragma once

#include <string>
#include <string_view>

#include "huiyin/headquarters/company.hpp"
#include "server.hpp"

/// What changes the register. Private to this directory.
namespace huiyin::headquarters {

/// While it is held no other program registers an office or makes tables.
inline constexpr const char* hold_register = "SELECT pg_advisory_xact_lock(7526757)";

/// One transaction of the register, which nobody else changes meanwhile.
void in_register(Server& server, const auto& work) {
    server.script("BEGIN");
    server.script(hold_register);
    work();
    server.script("COMMIT");
}

/// A line of the register's own journal, in the transaction of what it tells of.
void put_change(Server& server, std::int64_t office, const Company::By& by, std::string_view what,
                const std::string& before, const std::string& after);

}  // namespace huiyin::headquarters
