#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/seal.hpp"

/// Copies of a store: how one is made, and how one takes a store's place. docs/backup.md
namespace huiyin::gate {

struct Backup {
    Head head;  ///< of the journal in the copy
    std::uintmax_t bytes = 0;
    /// Why it is on record in the system's log and not in the journal; empty where it is in that.
    base::Text unrecorded;
};

/// Copies the store as one moment saw it while others work on it, proves the copy, and only then
/// gives it its name: whole or not at all, for nobody but its owner to read. Leaves a trace in the
/// journal first, or in the system's log where the store cannot be written.
/// Throws Failure{failed} where the target exists or cannot be written, and where the store is
/// damaged; Failure{integrity} where the copy is not what its journal says; Failure{not_permitted}
/// to all but an administrator; and as `store::open_to_read`.
Backup back_up(const Session& session, const std::string& line,
               const std::filesystem::path& target);

/// What to put in the store's place, and what is known against it.
struct RestoreWish {
    std::filesystem::path copy;
    std::optional<Anchor> anchor;
    std::optional<std::string> accepted_loss;  ///< why entries that the copy lacks are given up
};

struct Restored {
    Head head;  ///< of the copy
    /// Entries of the present store that the copy lacks, oldest first.
    std::vector<LoggedEntry> lost;
    std::int64_t unseen = 0;  ///< entries that only the anchor knows of
    /// Why the present store could not be compared; empty where it could, or where there is none.
    base::Text present_unreadable;
    std::optional<std::filesystem::path> kept;  ///< where the replaced store lies now
    std::int64_t seq = 0;                       ///< the entry that says so in the restored store
    std::string timezone;                       ///< the office's
};

/// Puts a copy in the store's place, at once and whole; the replaced one stays beside it. The copy
/// is proved first. Entries that would be lost must be accepted, with a reason.
/// An administrator by the present store may; where that is missing or cannot be read, one by the
/// copy.
/// Throws Failure{integrity} for a copy that was altered, that is not this journal's, or that
/// lacks entries, and for an anchor that does not hold; Failure{failed} for one of another office,
/// one that cannot be read, and where nothing can be written; Failure{usage} where the copy is the
/// store itself; Failure{not_permitted} to all but an administrator; Failure{busy} as WriterLock.
Restored restore(const Session& session, const std::string& line, const RestoreWish& wish);

}  // namespace huiyin::gate
