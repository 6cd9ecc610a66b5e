#include "huiyin/gate/journal.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Json;
using store::Query;

namespace {

struct KindName {
    EntryKind kind;
    std::string_view word;
};
constexpr std::array kind_names{
    KindName{EntryKind::command, "command"},
    KindName{EntryKind::denied, "denied"},
    KindName{EntryKind::migration, "migration"},
};

/// The JSON an entry begins with, in the order of docs/journal-format.md.
std::string head_text(const Entry& entry, const Head& before) {
    const auto& who = entry.identity;
    // Not null: a library that grows one into an object is left with half of it when memory ends.
    Json head = Json::object();
    head["format"] = 1;
    head["seq"] = before.entries + 1;
    head["kind"] = std::ranges::find(kind_names, entry.kind, &KindName::kind)->word;
    head["at"] = base::seconds(entry.at);
    head["os_user"] = who.os_user;
    head["uid"] = who.uid;
    if (who.login_uid) head["login_uid"] = *who.login_uid;
    if (who.sudo_uid) head["sudo_uid"] = *who.sudo_uid;
    head["host"] = who.host;
    if (entry.staff) head["staff"] = *entry.staff;
    head["command"] = entry.command;
    head["subjects"] = entry.subjects;
    if (entry.sql_digest) head["sql"] = *entry.sql_digest;
    head["previous"] = before.hash;
    return base::one_line(head);
}

/// A value of an entry's head; nothing where it is missing or of another kind, as in a store that
/// somebody prepared. `audit verify` tells of those.
template <typename Value>
Value value_in(const Json& head, const char* key) {
    try {
        return head.at(key).get<Value>();
    } catch (const Json::exception&) {
        return {};
    }
}

LoggedEntry read_entry(const Query& row) {
    return logged_entry(row.integer(0), row.text(1), std::string(row.blob(2)),
                        base::hex(row.blob(3)));
}

/// A batch names everyone it was recorded for.
bool is_by(const LoggedEntry& entry, const std::string& who) {
    const auto logins = base::split_list(entry.staff);
    return entry.os_user == who || std::ranges::find(logins, who) != logins.end();
}

bool shows(const LogFilter& filter, const LoggedEntry& entry) {
    if (filter.staff && !is_by(entry, *filter.staff)) return false;
    if (filter.subject &&
        std::ranges::find(entry.subjects, *filter.subject) == entry.subjects.end())
        return false;
    if (filter.command && entry.command.find(*filter.command) == std::string::npos) return false;
    return true;
}

}  // namespace

std::string entry_hash(std::string_view head, std::string_view changeset) {
    return std::string(base::bytes(base::blake2b({head, changeset})));
}

Head read_head(store::Connection& connection) {
    Query row(connection, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (!row.next()) return {};
    return {row.integer(0), base::hex(row.blob(1))};
}

Head append(store::Connection& connection, const Entry& entry, std::string_view changeset) {
    const auto before = read_head(connection);
    const auto head = head_text(entry, before);
    const auto hash = entry_hash(head, changeset);
    store::run(connection, "INSERT INTO journal (seq, head, changeset, hash) VALUES (?, ?, ?, ?)",
               before.entries + 1, head, store::Blob{changeset}, store::Blob{hash});
    return {before.entries + 1, base::hex(hash)};
}

void require_sound_end(store::Connection& connection) {
    Query row(connection, "SELECT head, changeset, hash FROM journal ORDER BY seq DESC LIMIT 1");
    const bool sound = row.next() && entry_hash(row.text(0), row.blob(1)) == row.blob(2);
    if (sound) return;
    throw Failure(Exit::integrity,
                  base::Label{"日志末条与其校验值不符:数据文件被改动过",
                              "the journal's last entry does not match its hash: the store was "
                              "altered"},
                  base::Label{"停止录入,运行 huiyin audit verify",
                              "stop recording and run huiyin audit verify"});
}

LoggedEntry logged_entry(std::int64_t seq, std::string head_text, std::string changeset,
                         std::string hash) {
    LoggedEntry entry{.seq = seq,
                      .kind = {},
                      .os_user = {},
                      .staff = {},
                      .command = {},
                      .hash = std::move(hash),
                      .head = std::move(head_text),
                      .changeset = std::move(changeset)};
    const auto head = Json::parse(entry.head, nullptr, false);
    if (!head.is_object()) return entry;
    entry.kind = value_in<std::string>(head, "kind");
    entry.at = base::instant(value_in<std::int64_t>(head, "at"));
    entry.os_user = value_in<std::string>(head, "os_user");
    entry.staff = value_in<std::string>(head, "staff");
    entry.command = value_in<std::string>(head, "command");
    entry.subjects = value_in<std::vector<std::string>>(head, "subjects");
    return entry;
}

std::vector<LoggedEntry> read_log(store::Connection& connection, const LogFilter& filter) {
    std::vector<LoggedEntry> entries;
    Query row(connection,
              "SELECT seq, head, changeset, hash FROM journal"
              " WHERE (?1 IS NULL OR seq = ?1)"
              " AND (?2 IS NULL OR head ->> 'at' >= ?2) AND (?3 IS NULL OR head ->> 'at' < ?3)"
              // Most entries are about something else: that is seen without reading their JSON.
              " AND (?4 IS NULL OR instr(head, ?4)) ORDER BY seq DESC",
              filter.seq, filter.from, filter.to, filter.subject);
    while (row.next() && (!filter.limit || std::ssize(entries) < *filter.limit))
        if (auto entry = read_entry(row); shows(filter, entry)) entries.push_back(std::move(entry));
    std::ranges::reverse(entries);
    return entries;
}

}  // namespace huiyin::gate
