#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "register_changes.hpp"
#include "tables.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// False where it was so already.
bool set_status(Server& server, const Office& office, std::string_view status) {
    return server
               .run(
                   "UPDATE office_head SET status = CASE WHEN $2 = 'active' AND EXISTS (SELECT "
                   "FROM office_fork f WHERE f.office = $1::int) THEN 'quarantined' ELSE $2 END "
                   "WHERE office = $1::int AND status <> $2",
                   office.number, status)
               .affected() > 0;
}

/// Whether anything of it was taken; a registration without is a word, and can be corrected.
bool has_handed_in(const Office& office) {
    return office.head.entries > 0 || office.seen.entries > 0;
}

/// A name that is registered with another store: somebody has to ask, and then there are two ways.
base::Text another_store(const Office& other, const std::string& store_id) {
    const auto name = base::shell_quoted(other.name);
    if (!has_handed_in(other))
        return compose({"还没有收过它的包。先问清楚是不是同一个办公室:是,编号登记错了:huiyin hq "
                        "office change {0} --store {1} --reason 编号写错;不是,先给那一个改名:"
                        "huiyin hq office change {0} --new-name 新名称 --reason 重名",
                        "nothing of it was taken yet. Ask first whether it is the same office. If "
                        "so its id was mistyped: huiyin hq office change {0} --store {1} --reason "
                        "mistyped; if not, rename that one: huiyin hq office change {0} --new-name "
                        "NAME --reason namesake"},
                       name, store_id);
    return compose(
        {"先问那个办公室:是重建了数据文件,还是这份文件是别人的。是重建的,或同名的另一"
         "处:先给那一个改名,再登记这一个:huiyin hq office change {} --new-name 新名称 "
         "--reason 理由",
         "ask that office first whether it began its store anew, or this one is somebody "
         "else's. If it did, or is a namesake, give the one here another name, then "
         "register this one: huiyin hq office change {} --new-name NAME --reason TEXT"},
        name);
}

Failure registered_otherwise(const Office& other, const std::string& name,
                             const std::string& store_id) {
    if (other.name == name && other.store_id == store_id)
        return {Exit::refused,
                compose({"办公室「{}」已用另一把密钥登记",
                         "the office '{}' is registered with another key"},
                        name),
                compose({"换密钥:huiyin hq office change {} --public-key 新公钥 --reason 理由",
                         "to change it: huiyin hq office change {} --public-key KEY --reason TEXT"},
                        base::shell_quoted(name))};
    if (other.name == name)
        return {Exit::refused,
                compose({"办公室「{}」已登记,是另一个数据文件",
                         "the office '{}' is registered with another store"},
                        name),
                another_store(other, store_id)};
    return {Exit::refused,
            compose({"这个数据文件已登记为「{}」", "this store is registered as '{}'"}, other.name),
            compose({"改名:huiyin hq office change {} --new-name {} --reason 理由",
                     "to rename it: huiyin hq office change {} --new-name {} --reason TEXT"},
                    base::shell_quoted(other.name), base::shell_quoted(name))};
}

void require_role(Server& server, const std::string& role) {
    if (server.run("SELECT 1 FROM pg_roles WHERE rolname = $1", role).rows() > 0) return;
    throw Failure(Exit::not_found,
                  compose({"PostgreSQL 没有角色「{}」", "PostgreSQL has no role '{}'"}, role),
                  compose({"先建立:createuser {}", "make it first: createuser {}"}, role));
}

/// Now, and of tables that a later program makes.
void grant(Server& server, const std::string& what, const std::string& role) {
    server.script(base::format(
        "GRANT USAGE ON SCHEMA huiyin TO {0}; GRANT {1} ON ALL TABLES IN SCHEMA huiyin TO {0}; "
        "ALTER DEFAULT PRIVILEGES IN SCHEMA huiyin GRANT {1} ON TABLES TO {0}",
        name_in_sql(role), what));
}
void grant_to_reader(Server& server, const std::string& role) {
    grant(server, "SELECT", role);
}
void grant_to_ingester(Server& server, const std::string& role) {
    grant(server, "SELECT, INSERT, UPDATE, DELETE", role);
    // What is erased is not to lie on in a file: the table is written anew.
    const auto parts = server.run(
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'said_text'::regclass");
    for (int row = 0; row < parts.rows(); ++row)
        server.script(
            base::format("GRANT TRUNCATE ON {} TO {}", parts.text(row, 0), name_in_sql(role)));
}

/// So that no record's data gets into the server's log; only a superuser can let them say so.
void grant_settings(Server& server, const std::string& role) {
    try {
        server.script(base::format(
            "GRANT SET ON PARAMETER log_min_error_statement, log_error_verbosity TO {}",
            name_in_sql(role)));
    } catch (const ServerError&) {
        // docs/headquarters.md says what to set in postgresql.conf instead.
    }
}

}  // namespace

void put_change(Server& server, std::int64_t office, const Company::By& by, std::string_view what,
                const std::string& before, const std::string& after) {
    server.run(
        "INSERT INTO office_change (office, number, at, os_user, what, old, new, reason) SELECT "
        "$1::int, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM office_change WHERE "
        "office = $1::int",
        office, base::seconds(by.now), by.os_user, what, before, after, by.reason);
}

Company::Company(std::string url) : connected_(std::make_unique<Connected>(std::move(url))) {}
Company::~Company() = default;

void Company::init(const Roles& roles) {
    connected_->steadily([&] {
        auto& server = connected_->server();
        if (server.run("SHOW server_encoding").text(0, 0) != "UTF8")
            throw Failure(
                Exit::failed,
                Label{"总部的库须用 UTF8 编码", "headquarters' store must be encoded in UTF8"},
                Label{"createdb --encoding UTF8 --template template0 huiyin",
                      "createdb --encoding UTF8 --template template0 huiyin"});
        in_register(server, [&] {
            server.script("SET LOCAL client_min_messages = 'error'");
            server.script(company_schema());
            for (const auto& role : {roles.ingester, roles.reader})
                if (role) require_role(server, *role);
            if (roles.reader) grant_to_reader(server, *roles.reader);
            if (roles.ingester) grant_to_ingester(server, *roles.ingester);
        });
        if (roles.ingester) grant_settings(server, *roles.ingester);
        if (roles.reader) grant_settings(server, *roles.reader);
    });
}

void Company::add_office(const std::string& name, const std::string& store_id,
                         const std::string& public_key, const By& by) {
    connected_->steadily([&] {
        auto& server = connected_->ready();
        in_register(server, [&] {
            const auto held = server.run(
                base::format(
                    "SELECT {} FROM office_head WHERE name = $1 OR store_id = $2 ORDER BY office",
                    office_columns),
                name, store_id);
            if (held.rows() > 0) {
                const auto other = read_office(held, 0);
                const bool is_same = held.rows() == 1 && other.name == name &&
                                     other.store_id == store_id && other.public_key == public_key;
                if (!is_same) throw registered_otherwise(other, name, store_id);
                // Said again, as after an answer that was lost; or of one that was retired.
                if (other.status == "retired") {
                    set_status(server, other, "active");
                    put_change(server, other.number, by, "restored", "", "");
                }
            } else {
                const auto added = server.run_with(
                    "INSERT INTO office_head (office, name, store_id, public_key, registered_at) "
                    "SELECT coalesce(max(office), 0) + 1, $1, $2, $3, $4 FROM office_head "
                    "RETURNING office",
                    {parameter(name), parameter(store_id), parameter_of_bytes(public_key),
                     parameter(base::seconds(by.now))});
                put_change(server, added.integer(0, 0), by, "registered", "", name);
            }
        });
    });
}

std::vector<RegisteredOffice> Company::offices() {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        std::vector<RegisteredOffice> all;
        for (auto& office : all_offices(server))
            all.push_back({std::move(office), {}});
        const auto changes = server.run(
            "SELECT office, at, os_user, what, old, new, reason FROM office_change ORDER BY "
            "office, number");
        auto one = all.begin();
        for (int row = 0; row < changes.rows(); ++row) {
            while (one != all.end() && one->office.number != changes.integer(row, 0))
                ++one;
            if (one == all.end()) break;
            one->changes.push_back({.at = base::instant(changes.integer(row, 1)),
                                    .by = changes.text(row, 2),
                                    .what = changes.text(row, 3),
                                    .before = changes.text(row, 4),
                                    .after = changes.text(row, 5),
                                    .reason = changes.text(row, 6)});
        }
        return all;
    });
}

RegisteredOffice Company::office(const std::string& name) {
    auto all = offices();
    const auto found = std::ranges::find_if(all, [&](const RegisteredOffice& one) {
        return one.office.name == name || one.office.store_id == name;
    });
    if (found != all.end()) return std::move(*found);
    std::vector<std::string> names;
    std::ranges::transform(all, std::back_inserter(names),
                           [](const RegisteredOffice& one) { return one.office.name; });
    const auto near = base::nearest(name, names);
    throw Failure(
        Exit::not_found, compose({"没有登记办公室「{}」", "no office '{}' is registered"}, name),
        near ? compose({"是不是「{}」?", "did you mean {}?"}, *near)
             : base::Text(Label{"一览见 huiyin hq office list", "huiyin hq office list has them"}));
}

namespace {

void change_store(Server& server, const Office& known, const std::string& store_id,
                  const Company::By& by) {
    if (has_handed_in(known))
        throw Failure(
            Exit::refused,
            compose({"「{}」已经交来过,它的数据文件编号不能再变",
                     "'{}' has handed in already: its store cannot be changed any more"},
                    known.name),
            compose({"另一个数据文件是另一个办公室:huiyin hq office change {0} --new-name 新名称 "
                     "--reason 理由,再 huiyin hq office add {0} --public-key 公钥 --store {1}",
                     "another store is another office: huiyin hq office change {0} --new-name NAME "
                     "--reason TEXT, then huiyin hq office add {0} --public-key KEY --store {1}"},
                    base::shell_quoted(known.name), store_id));
    const auto held = server.run("SELECT name FROM office_head WHERE store_id = $1", store_id);
    if (held.rows() > 0)
        throw Failure(Exit::refused,
                      compose({"这个数据文件已登记为「{}」", "this store is registered as '{}'"},
                              held.text(0, 0)),
                      Label{"一览见 huiyin hq office list", "huiyin hq office list has them"});
    server.run("UPDATE office_head SET store_id = $2 WHERE office = $1::int", known.number,
               store_id);
    put_change(server, known.number, by, "store", known.store_id, store_id);
}

}  // namespace

void Company::retire(const std::string& name, const By& by) {
    const auto known = office(name).office;
    connected_->steadily([&] {
        auto& server = connected_->ready();
        in_register(server, [&] {
            if (set_status(server, known, "retired"))
                put_change(server, known.number, by, "retired", "", "");
        });
    });
}

void Company::change_office(const std::string& name, const Change& change, const By& by) {
    const auto& [new_name, public_key, store_id] = change;
    const auto number = office(name).office.number;
    connected_->steadily([&] {
        auto& server = connected_->ready();
        in_register(server, [&] {
            const auto known = read_office(
                server.run(
                    base::format("SELECT {} FROM office_head WHERE office = $1::int FOR UPDATE",
                                 office_columns),
                    number),
                0);
            if (new_name && *new_name != known.name) {
                if (server.run("SELECT 1 FROM office_head WHERE name = $1", *new_name).rows() > 0)
                    throw Failure(
                        Exit::refused,
                        compose({"办公室「{}」已登记", "the office '{}' is registered"}, *new_name),
                        Label{"一览见 huiyin hq office list", "huiyin hq office list has them"});
                server.run("UPDATE office_head SET name = $2 WHERE office = $1::int", number,
                           *new_name);
                put_change(server, number, by, "renamed", known.name, *new_name);
            }
            if (store_id && *store_id != known.store_id) change_store(server, known, *store_id, by);
            if (public_key && *public_key != known.public_key) {
                server.run_with("UPDATE office_head SET public_key = $2 WHERE office = $1::int",
                                {parameter(number), parameter_of_bytes(*public_key)});
                put_change(server, number, by, "key", base::hex(known.public_key),
                           base::hex(*public_key));
            }
        });
    });
}

}  // namespace huiyin::headquarters
