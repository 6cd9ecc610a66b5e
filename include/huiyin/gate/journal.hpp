#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/identity.hpp"
#include "huiyin/store/connection.hpp"

/// The journal: a chain of entries, each with the hash of the one before it
/// (docs/journal-format.md). Reading throws nothing of its own: what an altered entry lacks is
/// empty; `verify` is there to find it.
namespace huiyin::gate {

/// Where what was said about recording late lies, if no step has a place for it; its row is the
/// entry.
inline constexpr std::string_view place_of_late_reason = "journal.late_reason";

/// What a journal entry is about.
enum class EntryKind {
    command,    ///< a command that changed something, or had to leave a trace
    denied,     ///< a command that its role may not give; changes nothing
    migration,  ///< a step of the schema; `command` names its file
};

/// An entry before it is written. docs/journal-format.md lays out its bytes.
struct Entry {
    EntryKind kind = EntryKind::command;
    base::Instant at;  ///< when it was recorded, by the machine's clock
    Identity identity;
    std::optional<std::string> staff;  ///< the login acted for
    std::string command;               ///< personal values masked
    std::set<std::string> subjects;
    std::optional<std::string> sql_digest;  ///< of a migration
};

/// The end of the journal: how many entries, and the last one's hash.
struct Head {
    std::int64_t entries = 0;
    std::string hash;  ///< hex; empty for an empty journal
};

/// The end as it stands; of an empty journal no entries and no hash.
Head read_head(store::Connection& connection);

/// Appends an entry with its changeset, and answers with the new end. Its sequence is
/// `read_head().entries + 1`.
Head append(store::Connection& connection, const Entry& entry, std::string_view changeset);

/// Recomputes the newest entry's hash, so that a store whose end was altered is not built upon.
/// Throws Failure{integrity} where it does not fit, and for an empty journal.
void require_sound_end(store::Connection& connection);

/// The hash of an entry: over the stored bytes of its head and its changeset, one after the other;
/// 32 bytes, not in hex.
std::string entry_hash(std::string_view head, std::string_view changeset);

/// One entry as people audit it.
struct LoggedEntry {
    std::int64_t seq = 0;
    std::string kind;
    base::Instant at;
    std::string os_user;
    std::string staff;
    std::string command;
    std::vector<std::string> subjects;
    std::string hash;  ///< hex
    std::string head;  ///< the stored JSON
    std::string changeset;
};

/// An entry read from its stored parts; `hash` in hex. What its head lacks is empty.
LoggedEntry logged_entry(std::int64_t seq, std::string head, std::string changeset,
                         std::string hash);

/// Which entries a log shows; of times from ≤ at < to.
struct LogFilter {
    std::optional<std::int64_t> seq;
    std::optional<std::string> staff;  ///< a login acted for, or an OS user
    std::optional<std::string> subject;
    std::optional<std::string> command;  ///< a part of the command line
    std::optional<base::Instant> from;
    std::optional<base::Instant> to;
    std::optional<std::int64_t> limit;  ///< the last so many
};

/// Oldest first.
std::vector<LoggedEntry> read_log(store::Connection& connection, const LogFilter& filter);

}  // namespace huiyin::gate
