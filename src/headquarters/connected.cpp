#include "connected.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/lock.hpp"
#include "tables.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// A server that restarts is back within this.
constexpr int most_attempts = 8;
constexpr std::chrono::milliseconds first_pause{200};

Failure no_rights(const std::string& message) {
    return {
        Exit::not_permitted,
        compose({"连接总部用的 PostgreSQL 角色没有权限:{}",
                 "the PostgreSQL role that connects to headquarters has no right to do so: {}"},
                message),
        Label{"请建库的角色授权:huiyin hq init --ingester 角色(收包),或 --reader "
              "角色(只看);hq init 要由建库的角色来运行",
              "have the role that owns the tables grant them: huiyin hq init --ingester ROLE (to "
              "take bundles) or --reader ROLE (to look); hq init is for that role alone"}};
}

/// What to do where the server lets nobody in, by what it says; each server says it in its own
/// language, so that what it says nothing known of is told of all.
base::Text way_in(std::string_view message) {
    const auto says = [&](std::string_view word) { return message.find(word) != message.npos; };
    if (says("Peer authentication") || says("peer authentication") || says("Ident authentication"))
        return Label{
            "本机连接时角色名就是系统登录名:用同名的系统用户运行(runuser -u 角色 -- huiyin "
            "hq status),或在 pg_hba.conf 里给这个角色加一行:local huiyin 角色 scram-sha-256",
            "a local connection's role is the system's login: run it as the user of that "
            "name (runuser -u ROLE -- huiyin hq status), or give the role a line in pg_hba.conf: "
            "local huiyin ROLE scram-sha-256"};
    if (says("role \"") && says("does not exist"))
        return Label{
            "本机连接时角色名就是系统登录名。先建角色:createuser 登录名;再由建库的角色授权:"
            "huiyin hq init --ingester 登录名(收包)或 --reader 登录名(只看)",
            "a local connection's role is the system's login. Make it: createuser LOGIN; "
            "then the tables' owner lets it in: huiyin hq init --ingester LOGIN (to take "
            "bundles) or --reader LOGIN (to look)"};
    if (says("database \"") && says("does not exist"))
        return Label{
            "先建库:createdb --encoding UTF8 --template template0 huiyin;再 huiyin hq init",
            "make it first: createdb --encoding UTF8 --template template0 huiyin; then "
            "huiyin hq init"};
    if (says("Connection refused") || says("No such file or directory"))
        return Label{
            "服务器没有开,或不在那里:先 systemctl start postgresql;再核对 --hq 或 "
            "HUIYIN_HQ,如 postgresql:///huiyin?host=/run/postgresql",
            "the server is not running, or not there: systemctl start postgresql first; "
            "then look at --hq or HUIYIN_HQ: postgresql:///huiyin?host=/run/postgresql"};
    return Label{
        "核对 --hq 或 HUIYIN_HQ,如 postgresql:///huiyin?host=/run/postgresql;服务器是否开着:"
        "systemctl status postgresql;角色名是系统登录名,或在 pg_hba.conf 里有一行",
        "look at --hq or HUIYIN_HQ: postgresql:///huiyin?host=/run/postgresql; whether the "
        "server runs: systemctl status postgresql; whether the role is the system's login, "
        "or has a line in pg_hba.conf"};
}

}  // namespace

std::string bytes_of_hex(const std::string& digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes.push_back(static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16)));
    return bytes;
}

Failure explain(const ServerError& error) {
    if (error.is("55P03") || error.is("40P01"))
        return {Exit::busy,
                Label{"总部正在收这个办公室的另一个上报包",
                      "headquarters is taking another bundle of this office"},
                Label{"稍后再试", "try again in a while"}};
    if (error.is_of_class("53"))
        return {Exit::failed,
                compose({"总部的 PostgreSQL 空间或资源不足:{}",
                         "headquarters' PostgreSQL is out of space or other means: {}"},
                        error.message),
                Label{"腾出空间后重来一遍:没有收下半个包",
                      "make room and run it again: nothing was taken by half"}};
    if (error.is("42501")) return no_rights(error.message);
    if (error.is("3F000") || error.is("42P01"))
        return {Exit::failed, Label{"总部的库还没有建", "headquarters' store is not set up"},
                Label{"先运行 huiyin hq init", "run huiyin hq init first"}};
    if (error.is("42703"))
        return {Exit::failed,
                Label{"总部的库是较早的程序所建", "headquarters' store is of an earlier program"},
                Label{"运行一次 huiyin hq init", "run huiyin hq init once"}};
    return {Exit::failed, compose({"总部的 PostgreSQL 不答应:{}({})",
                                   "headquarters' PostgreSQL refused: {} ({})"},
                                  error.message, error.state)};
}

Failure explain_lost(const ConnectionLost& lost) {
    return {
        Exit::failed,
        compose({"与总部 PostgreSQL 的连接断了:{}",
                 "the connection to headquarters' PostgreSQL was lost: {}"},
                lost.message),
        Label{"重来一遍即可:每个包只收一次", "run it again: each bundle is taken exactly once"}};
}

Failure explain_unreachable(const Unreachable& away) {
    return {Exit::failed,
            compose({"连不上总部的 PostgreSQL:{}", "cannot reach headquarters' PostgreSQL: {}"},
                    away.message),
            way_in(away.message)};
}

bool may_try_again(int attempt) {
    if (attempt >= most_attempts) return false;
    auto pause = first_pause * (1 << std::min(attempt, 4));
    for (; pause > std::chrono::milliseconds{0}; pause -= first_pause) {
        store::require_not_interrupted();
        std::this_thread::sleep_for(first_pause);
    }
    return true;
}

Server& Company::Connected::server() {
    if (!server_) server_.emplace(url_);
    return *server_;
}

std::int64_t Company::Connected::schema_of(Server& server) {
    try {
        const auto schema = server.run("SELECT schema FROM company");
        return schema.rows() == 0 ? 0 : schema.integer(0, 0);
    } catch (const ServerError& error) {
        // Of what somebody may not see PostgreSQL says that it is not there.
        if (!error.is("42P01")) throw;
        const auto hidden = server.run(
            "SELECT current_user FROM pg_namespace WHERE nspname = 'huiyin' AND NOT "
            "has_schema_privilege(oid, 'USAGE')");
        if (hidden.rows() > 0) throw no_rights(hidden.text(0, 0));
        throw;
    }
}

Server& Company::Connected::ready() {
    auto& server = this->server();
    if (checked_) return server;
    const auto version = schema_of(server);
    if (version > schema_version())
        throw Failure(
            Exit::failed,
            Label{"总部的库是更新的程序所建", "headquarters' store is of a later program"},
            Label{"更新 huiyin", "bring huiyin up to date"});
    if (version < schema_version())
        throw Failure(
            Exit::failed,
            Label{"总部的库是较早的程序所建", "headquarters' store is of an earlier program"},
            Label{"运行一次 huiyin hq init", "run huiyin hq init once"});
    checked_ = true;
    return server;
}

Office read_office(const Answer& answer, int row) {
    Office office;
    office.number = answer.integer(row, 0);
    office.name = answer.text(row, 1);
    office.store_id = answer.text(row, 2);
    office.public_key = bytes_of_hex(answer.text(row, 3));
    office.status = answer.text(row, 4);
    office.head = {answer.integer(row, 5), answer.text(row, 6)};
    office.schema = answer.integer(row, 7);
    office.share = answer.maybe_text(row, 8);
    if (answer.maybe_text(row, 9)) office.made_at = base::instant(answer.integer(row, 9));
    office.seen = {answer.integer(row, 10), answer.text(row, 11)};
    office.seen_root = answer.text(row, 12);
    if (answer.maybe_text(row, 13)) office.taken_at = base::instant(answer.integer(row, 13));
    office.receipt_at = base::instant(answer.integer(row, 14));
    office.seen_schema = answer.integer(row, 15);
    if (answer.maybe_text(row, 16)) office.findings_at = base::instant(answer.integer(row, 16));
    // Nothing was migrated yet, whatever an earlier program kept here of an office's figures.
    if (office.head.entries == 0) office.schema = 0;
    return office;
}

std::vector<Office> all_offices(Server& server) {
    const auto answer =
        server.run(base::format("SELECT {} FROM office_head ORDER BY office", office_columns));
    std::vector<Office> offices;
    for (int row = 0; row < answer.rows(); ++row)
        offices.push_back(read_office(answer, row));
    return offices;
}

}  // namespace huiyin::headquarters
