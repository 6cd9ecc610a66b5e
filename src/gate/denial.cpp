#include "denial.hpp"

#include <syslog.h>

#include "huiyin/base/formatting.hpp"
#include "transaction.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;

void require_rights(store::Connection& connection, const records::StaffEdition& actor,
                    const std::vector<Right>& rights, base::Instant now) {
    for (const Right right : rights) {
        if (may(connection, actor, right, now)) continue;
        const auto& role = records::name_of(actor.role).title;
        const auto allowed = who_may(right);
        const bool may_act_for_others = may(actor.role, Right::administer);
        throw Failure(
            Exit::not_permitted,
            {base::format("{}({})是{},无权这样做", actor.name, actor.login, role.zh),
             base::format("{} ({}), {}, may not do this", actor.name, actor.login, role.en)},
            {base::format("可由以下角色操作:{}{}", allowed.zh,
                          may_act_for_others ? ";系统管理员可代其操作:--as 登录名" : ""),
             base::format(
                 "it is for: {}{}", allowed.en,
                 may_act_for_others ? "; an administrator may act for one: --as LOGIN" : "")});
    }
}

void note_in_system_log(const Session& session, std::string_view what, const std::string& line) {
    openlog("huiyin", LOG_PID, LOG_AUTH);
    syslog(LOG_NOTICE, "%s",
           base::format("{} {} (uid {}) on {}: {}", what, session.identity.os_user,
                        session.identity.uid, session.store.string(), line)
               .c_str());
    closelog();
}

void note_denial(const Session& session, const std::string& line,
                 const std::optional<std::string>& acting_as) {
    if (session.dry_run) return;
    try {
        Transaction transaction(store::open_to_write(session.store), session);
        transaction.journal_denial(line, acting_as);
        transaction.commit();
    } catch (const std::exception&) {
        note_in_system_log(session, "denied to", line);
    }
}

}  // namespace huiyin::gate
