#include "huiyin/gate/identity.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <limits>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::gate {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

std::string name_of_user(uid_t uid) {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16384> buffer{};
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return entry.pw_name;
    return base::format("uid-{}", uid);
}

std::optional<unsigned> audit_login_uid() {
    unsigned uid = 0;
    std::ifstream file("/proc/self/loginuid");
    const bool known = static_cast<bool>(file >> uid);
    return known && uid != std::numeric_limits<unsigned>::max() ? std::optional(uid) : std::nullopt;
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::optional<records::StaffEdition> staff_with_login(store::Connection& connection,
                                                      std::string_view login, base::Instant now) {
    const auto id = records::find_staff(connection, login);
    return id ? std::optional(records::staff_as_of(connection, *id, now)) : std::nullopt;
}

bool is_shared_desk(store::Connection& connection, const std::string& os_user, base::Instant now) {
    const auto shared = records::Policies::load(connection).list("identity.shared_logins", now);
    return std::ranges::find(shared, os_user) != shared.end();
}

records::StaffEdition require_present(records::StaffEdition person) {
    if (!person.has_left) return person;
    throw Failure(Exit::not_permitted,
                  compose({"{}({})已离职", "{} ({}) has left"}, person.name, person.login),
                  Label{"离职者不能再操作", "someone who has left can no longer act"});
}

}  // namespace

Identity identify(std::optional<std::string> acting_as) {
    Identity identity;
    identity.uid = getuid();
    identity.os_user = name_of_user(identity.uid);
    identity.login_uid = audit_login_uid();
    // Only digits: the environment is anybody's to write, and the journal keeps what it says.
    if (const char* sudo = std::getenv("SUDO_UID"); sudo != nullptr && base::parse_whole(sudo))
        identity.sudo_uid = sudo;
    identity.host = host_name();
    identity.acting_as = std::move(acting_as);
    return identity;
}

records::StaffEdition acting_staff(store::Connection& connection, const Identity& identity,
                                   base::Instant now) {
    const auto self = staff_with_login(connection, identity.os_user, now);
    if (!identity.acting_as || identity.acting_as == identity.os_user) {
        if (self) return require_present(*self);
        throw Failure(
            Exit::not_permitted,
            compose({"系统用户 {} 不在职工名单中", "the OS user {} is not on the staff"},
                    identity.os_user),
            compose(
                {"请管理员登记:huiyin staff add {0} …;共用电脑用 --as 登录名",
                 "ask an administrator: huiyin staff add {0} …; at a shared desk use --as LOGIN"},
                identity.os_user));
    }
    const bool is_admin = self && !self->has_left && self->role == records::Role::admin;
    if (!is_admin && !is_shared_desk(connection, identity.os_user, now))
        throw Failure(
            Exit::not_permitted,
            compose({"系统用户 {} 不能用 --as 代人操作", "the OS user {} may not use --as"},
                    identity.os_user),
            Label{"只有系统管理员,或 identity.shared_logins 所列的共用账号可以",
                  "only an administrator may, or an account that identity.shared_logins names"});
    const auto id = records::require_staff(connection, *identity.acting_as);
    return require_present(records::staff_as_of(connection, id, now));
}

}  // namespace huiyin::gate
