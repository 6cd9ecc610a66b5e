#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/connection.hpp"

/// Seals: signatures over what the journal was at a moment, by a key that is kept elsewhere. What
/// is read from a file and is none throws; whether a seal holds is an answer.
namespace huiyin::gate {

/// An Ed25519 key pair. Its files are the PEM that OpenSSL reads and writes, so that a seal can be
/// checked without this program.
class SigningKey {
  public:
    /// Throws Failure{failed} on a system without a source of randomness.
    static SigningKey generate();
    /// Reads a private key in PEM. Throws Failure{failed} for anything else.
    static SigningKey parse(std::string_view pem);
    ~SigningKey();
    SigningKey(SigningKey&&) noexcept = default;
    SigningKey& operator=(SigningKey&&) = delete;

    std::string private_pem() const;
    const std::string& public_key() const { return public_; }  ///< 32 bytes
    std::string sign(std::string_view statement) const;        ///< 64 bytes

  private:
    explicit SigningKey(std::string seed);

    std::string seed_;    ///< 32 bytes; wiped at the end of its life
    std::string secret_;  ///< as libsodium wants it; wiped too
    std::string public_;
};

/// The 32 bytes of a public key in PEM.
std::string public_pem(std::string_view public_key);
/// Throws Failure{usage} for a private key in PEM, Failure{failed} for anything else that is no
/// public one.
std::string parse_public_pem(std::string_view pem);
/// What people compare by eye: the first 16 hex digits of the key's digest, in groups of four.
std::string fingerprint(std::string_view public_key);

/// What was signed, by which key.
struct Seal {
    std::string store_id;
    Head head;
    base::Instant at;
    std::string public_key;
    std::string signature;
};

/// The very bytes a seal signs (docs/journal-format.md).
std::string statement_of(const Seal& seal);
/// Whether the signature is that key's over that statement.
bool holds(const Seal& seal);
/// Signs; nothing is filed.
Seal make_seal(std::string store_id, const Head& head, base::Instant at, const SigningKey& key);
/// On one line, for a code that a telephone reads: the statement, key and signature.
std::string seal_line(const Seal& seal);

/// Seals the journal as it stands before this command, and files the seal with its checkpoint.
Seal seal_journal(const records::Writing& writing, const SigningKey& key);

/// The seals on file, oldest first, whether they hold or not; `store_id` is this store's.
std::vector<Seal> read_seals(store::Connection& connection, std::string_view store_id);
/// The newest of them; nothing where there is none.
std::optional<Seal> latest_seal(store::Connection& connection, std::string_view store_id);

/// What somebody outside knows of a journal: that its entry `entries` had this hash.
struct Anchor {
    Head head;  ///< of a checkpoint alone without a hash: its root stands for it
    std::optional<std::string> store_id;
    std::optional<Seal> seal;               ///< where it is signed
    std::optional<std::string> checkpoint;  ///< the signed note, where it has one
};

/// Reads what `audit seal`, `audit head` or a weekly report printed, and what its code says: JSON,
/// a checkpoint, or text or a page with a count and a hash. Throws Failure{integrity} for a
/// checkpoint that is damaged, Failure{failed} for anything else.
Anchor parse_anchor(std::string_view text);

/// Whether the journal of that schema had these entries; one that is shorter had not.
bool agrees(store::Connection& connection, const Anchor& anchor, std::string_view schema = "main");

}  // namespace huiyin::gate
