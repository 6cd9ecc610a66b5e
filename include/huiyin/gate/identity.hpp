#pragma once

#include <optional>
#include <string>

#include "huiyin/base/time.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Who sits at the machine, as the operating system knows it, and whom they say they act for.
struct Identity {
    std::string os_user;
    unsigned uid = 0;
    std::optional<unsigned> login_uid;    ///< who logged in, whatever `su` did since
    std::optional<std::string> sudo_uid;  ///< who called sudo
    std::string host;
    std::optional<std::string> acting_as;  ///< `--as`
};

/// Reads the system's own records, never what the environment claims.
Identity identify(std::optional<std::string> acting_as);

/// The staff member whose rights a command has, as of `now`.
/// Throws Failure{not_permitted} for someone not on the staff, someone who has left, or `--as`
/// where neither an administrator nor a shared desk types; Failure{not_found} for an unknown login.
records::StaffEdition acting_staff(store::Connection& connection, const Identity& identity,
                                   base::Instant now);

}  // namespace huiyin::gate
