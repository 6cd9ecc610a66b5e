#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/base/digest.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/connection.hpp"

/// Checkpoints (C2SP tlog-checkpoint): how long the journal was and the root of its tree, as a
/// signed note that others' programs read, too. Whatever is read from a file and is none throws
/// Failure{integrity}, since somebody relies on it.
namespace huiyin::gate {

/// A key under the name that signed notes give it.
struct VerifierKey {
    static constexpr char of_log = 1;      ///< signs the note
    static constexpr char of_witness = 4;  ///< cosigns it, with the time

    std::string name;
    std::string public_key;  ///< 32 bytes, Ed25519
    char kind = of_log;
};

/// `NAME+8 hex digits+base64`, as verifiers of notes want it.
std::string verifier_line(const VerifierKey& key);
/// Nothing for a text that is none, or whose digits do not fit.
std::optional<VerifierKey> parse_verifier_line(std::string_view line);

/// How long a journal was, and the root of its tree.
struct Checkpoint {
    std::string
        origin;  ///< `huiyin/STORE`; of a store that was restored with the restoration's mark
    std::int64_t size = 0;
    base::Digest root{};
};

/// The three lines that are signed.
std::string body_of(const Checkpoint& checkpoint);

/// A checkpoint with the lines of its signatures: the note as it is handed out.
struct SignedCheckpoint {
    Checkpoint checkpoint;
    std::string note;
};

/// The note of a checkpoint and one signature by its origin's key.
std::string note_of(const Checkpoint& checkpoint, std::string_view public_key,
                    std::string_view signature);
/// The note with the first of its signatures alone, the store's own, as a time stamp is asked for
/// it and a code holds it; what witnesses added is left out.
std::string own_note(const SignedCheckpoint& checkpoint);
/// Reads a note with one signature or more; whether they hold `signed_by` tells.
SignedCheckpoint parse_note(std::string_view note);
/// Whether that key signed the note, under its name; a key without a name signs under the origin.
bool signed_by(const SignedCheckpoint& checkpoint, const VerifierKey& key);

/// What stands in the signature lines of that key, behind its id.
std::vector<std::string> signatures_of(const SignedCheckpoint& checkpoint, const VerifierKey& key);
/// Whether an Ed25519 signature is that key's over that statement.
bool is_signed(std::string_view signature, std::string_view statement, std::string_view public_key);
/// A signature's line, without its end.
std::string signature_line(const VerifierKey& key, std::string_view signature);

/// Under which name this store's journal is told apart from any other, a restored copy's among
/// them.
std::string origin_of(store::Connection& connection);

/// Signs the tree of the journal as a seal sealed it, files that, and keeps the tree's tiles.
void file_checkpoint(const records::Writing& writing, std::int64_t seal, const Head& head,
                     const SigningKey& key);
/// Those on file with the numbers of their seals, the newest first; each note as it was signed,
/// without what others added.
std::vector<std::pair<std::int64_t, SignedCheckpoint>> filed_checkpoints(
    store::Connection& connection);
/// The newest, with its cosignatures; nothing where there is none.
std::optional<SignedCheckpoint> latest_checkpoint(store::Connection& connection);
/// The same of a seal over so many entries.
std::optional<SignedCheckpoint> checkpoint_over(store::Connection& connection,
                                                std::int64_t entries);

}  // namespace huiyin::gate
