#include "transaction.hpp"

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

void Transaction::migrate() {
    auto& connection = store_.connection;
    const auto version = store::find_integer(connection, "PRAGMA user_version").value_or(0);
    for (const auto& migration : store::migrations()) {
        if (migration.number <= version) continue;
        connection.execute(migration.sql);
        connection.execute(base::format("PRAGMA user_version = {}", migration.number));
        auto written = entry(EntryKind::migration, std::string(migration.name));
        written.sql_digest = base::hex(base::blake2b({migration.sql}));
        put_on_journal(written, {});
    }
}

void Transaction::found(const records::Office& office) {
    auto& connection = store_.connection;
    connection.execute(base::format("PRAGMA application_id = {}", store::application_id));
    migrate();
    recorder();
    auto founded = office;
    founded.opened_at = now_;
    records::found_office(connection, founded);

    // The founder is the first on file, and so the recorder of their own record.
    records::StaffEdition founder{.staff = 1,
                                  .login = session_.identity.os_user,
                                  .name = session_.identity.os_user,
                                  .role = records::Role::admin,
                                  .department = {},
                                  .superior = {},
                                  .has_left = false,
                                  .at = now_};
    const records::Writing writing(
        connection, zone(), now_, next_entry(), founder,
        {.doer = founder.staff, .at = now_, .as_happened = {}, .witness = {}, .late_reason = {}});
    records::add_staff(writing, {.login = founder.login,
                                 .name = founder.name,
                                 .role = founder.role,
                                 .department = {},
                                 .superior = {}});
    acted_.insert(founder.login);
    changed_ = true;
    subjects_.insert(founder.login);
}

void Transaction::note_restoration(const Restoration& restoration) {
    auto& connection = store_.connection;
    recorder();
    // Whoever restores may have joined the staff after the copy was made.
    const auto restored_by = records::find_staff(connection, session_.identity.os_user);
    if (restored_by) acted_.insert(session_.identity.os_user);
    const records::Writing writing(
        connection, zone(), now_, next_entry(), {},
        {.doer = {}, .at = now_, .as_happened = {}, .witness = {}, .late_reason = {}});
    const auto id = writing.next_id("restoration");
    store::run(connection,
               "INSERT INTO restoration (id, at, recorder, entries, lost, lost_head, reason)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               id, now_, restored_by, restoration.entries, restoration.lost, restoration.lost_head,
               writing.keep("restoration.reason", id, restoration.reason));
    changed_ = true;
}

}  // namespace huiyin::gate
