#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/base/digest.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/store/connection.hpp"

/// Proofs for whoever has no store (docs/journal-format.md): that a record's entries stand in the
/// sealed journal, and that a later journal only adds to an earlier one. A proof that does not hold
/// throws Failure{integrity}, saying what of it does not.
namespace huiyin::gate {

/// What somebody said, with the salt that its digest in the journal hides it behind.
struct DisclosedText {
    std::int64_t id = 0;
    std::string place;  ///< `matter.text`
    std::int64_t row = 0;
    std::string salt;
    std::string value;
    bool is_personal = false;  ///< a resident's name or number; not part of a proof
};

/// A journal entry as its proof carries it: the very bytes its hash covers, and texts of it.
struct ProvenEntry {
    std::int64_t seq = 0;
    std::string head;
    std::string changeset;
    std::vector<DisclosedText> texts;
};

/// The entries that a proof is of, and how many matters beside the record each of them shows.
struct EntryOfRecord {
    ProvenEntry entry;
    std::int64_t others = 0;
};

/// The entries in which a matter was recorded, oldest first, with those of its texts that
/// `discloses` lets out: Erased ones are never let out.
std::vector<EntryOfRecord> entries_of(store::Connection& connection, const records::Matter& matter,
                                      const std::function<bool(const DisclosedText&)>& discloses);

/// One proof (C2SP tlog-proof), its entry as `extra`.
std::string proof_of(const ProvenEntry& entry, const std::vector<base::Digest>& hashes,
                     const SignedCheckpoint& checkpoint);

/// One entry that was found proven.
struct CheckedEntry {
    ProvenEntry entry;
    LoggedEntry logged;  ///< its head, read
};
/// What a file of proofs comes to: all under one checkpoint.
struct CheckedRecord {
    SignedCheckpoint checkpoint;
    std::vector<CheckedEntry> entries;
};
/// That the first `from` entries are the beginning of the checkpoint's.
struct CheckedConsistency {
    std::int64_t from = 0;
    base::Digest from_root{};
    SignedCheckpoint checkpoint;
};

using CheckedProof = std::variant<CheckedRecord, CheckedConsistency>;

/// Checks a file of either kind; `earlier` is a checkpoint that somebody kept. Throws
/// Failure{usage} where a proof of consistency cannot do without it.
CheckedProof check_proof(std::string_view file, const VerifierKey& key,
                         const std::optional<Checkpoint>& earlier = {});
const SignedCheckpoint& checkpoint_of(const CheckedProof& checked);

/// A proof of consistency (C2SP tlog-witness, the request to add a checkpoint).
std::string consistency_of(std::int64_t from, const std::vector<base::Digest>& hashes,
                           const SignedCheckpoint& checkpoint);

}  // namespace huiyin::gate
