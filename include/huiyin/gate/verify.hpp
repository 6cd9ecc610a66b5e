#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/seal.hpp"

namespace huiyin::gate {

/// One thing that does not fit: a bad entry, or a row that differs from its history.
struct Fault {
    std::optional<std::int64_t> seq;  ///< the journal entry, where one is to blame
    std::string table;                ///< where a row differs
    std::string row;                  ///< its key, with the number people know it by
    base::Text what;
};

struct Verification {
    Head head;
    std::string store_id;
    std::vector<Fault> faults;
    std::vector<Seal> seals;  ///< on file, each checked

    bool sound() const { return faults.empty(); }
};

/// What to verify the store by, beside itself.
struct Outside {
    std::optional<Anchor> anchor;
    std::optional<std::string> public_key;  ///< whose seals alone count
};

/// Called with how many entries of how many are done, at least every thousand.
using Progress = std::function<void(std::int64_t done, std::int64_t of)>;

/// Proves that the store is what its journal says: the chain of hashes, a replay of every change
/// from nothing, each live row against it, and every text against its digest. Works on a copy, so
/// that nobody waits, and trusts nothing in the store: not its staff, policies, language or zone.
/// A cut tail or a whole older copy shows only against an anchor from outside.
/// What does not fit is a fault in the result, a hundred at most. Throws Failure{failed} for what
/// is no store, is newer than this program or too damaged to be read, Failure{busy} where it cannot
/// be copied for other programs, Failure{interrupted} by a signal.
Verification verify(const std::filesystem::path& store, const Outside& outside = {},
                    const Progress& progress = {});

}  // namespace huiyin::gate
