#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/gate/journal.hpp"

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
    std::vector<Fault> faults;

    bool sound() const { return faults.empty(); }
};

/// Proves that the store is what its journal says: the chain of hashes, a replay of every change
/// from nothing, each live row against it, and every text against its digest. Works on a copy, so
/// that nobody waits, and trusts nothing in the store: not its staff, policies, language or zone.
/// Cannot see a cut tail or a whole older copy; for those, compare the head with one kept
/// elsewhere.
Verification verify(const std::filesystem::path& store);

}  // namespace huiyin::gate
