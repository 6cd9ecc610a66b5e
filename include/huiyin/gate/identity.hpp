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
    std::optional<std::string> sudo_uid;  ///< who called sudo, as the environment has it: a hint
    std::string host;
    std::optional<std::string> acting_as;  ///< `--as`
};

/// Reads the system's own records; of the environment nothing but SUDO_UID, which decides nothing.
/// Throws nothing: what the system does not say is left out.
Identity identify(std::optional<std::string> acting_as);

/// The staff member whose rights a command has, as of `now`.
/// Throws Failure{not_permitted} for someone not on the staff, someone who has left, or `--as`
/// where neither an administrator nor a shared desk types; for the login of `--as` what
/// `records::require_staff` throws.
records::StaffEdition acting_staff(store::Connection& connection, const Identity& identity,
                                   base::Instant now);

}  // namespace huiyin::gate
