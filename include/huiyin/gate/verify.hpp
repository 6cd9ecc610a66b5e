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

/// How a store is proven.
enum class ProofBy {
    sums,        ///< by sums of its rows under a fresh key; where they differ, by a replay
    replay,      ///< every change made again from nothing
    since_seal,  ///< what was recorded since the newest seal, or since the anchor, and no more
};

struct Verification {
    ProofBy by = ProofBy::replay;  ///< what the answer rests upon
    Head head;
    std::string store_id;
    std::vector<Fault> faults;
    std::vector<Seal> seals;            ///< on file, each checked
    std::optional<std::int64_t> since;  ///< the entry it begins behind, where it is not the first
    /// Whether what the store keeps of verdicts and deadlines was held against judging everything
    /// anew, too. `verify` leaves that to whoever knows the rules.
    bool judged_anew = false;

    bool sound() const { return faults.empty(); }
};

/// What to verify the store by, beside itself.
struct Outside {
    std::optional<Anchor> anchor;
    std::optional<std::string> public_key;  ///< whose seals alone count
};

/// Called with how many entries of how many are done, at least every thousand.
using Progress = std::function<void(std::int64_t done, std::int64_t of)>;

/// Proves that the store is what its journal says: the chain of hashes, each live row against the
/// changes on record, and every text against its digest. Trusts nothing in the store: not its
/// staff, policies, language or zone. A cut tail or a whole older copy shows only against an anchor
/// from outside.
/// By sums it reads the store, every page of it, beside whoever writes, who never waits for long,
/// and reaches up to the entry it names; where they differ a replay follows and names what does. By
/// a replay it works on a copy, and sees what sums cannot: a change that a later one cancels
/// exactly. Since a seal, it looks at the entries behind it and at the rows and texts they touched.
/// What does not fit is a fault in the result, a hundred at most. Throws Failure{failed} for what
/// is no store, is newer than this program or too damaged to be read, Failure{busy} where it cannot
/// be read or copied for other programs, Failure{interrupted} by a signal, Failure{not_found} where
/// there is neither seal nor anchor to begin with.
Verification verify(const std::filesystem::path& store, const Outside& outside = {},
                    const Progress& progress = {}, ProofBy by = ProofBy::sums);

/// The first half of it: the proof by sums alone. Nothing where they do not agree or cannot tell.
/// Throws like `verify`.
std::optional<Verification> prove_by_sums(const std::filesystem::path& store,
                                          const Outside& outside = {},
                                          const Progress& progress = {});

}  // namespace huiyin::gate
