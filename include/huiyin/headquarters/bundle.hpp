#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/gate/chain.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/store/connection.hpp"

/// A bundle: what an office hands in to headquarters as one file (docs/headquarters.md). Whatever
/// is read from one and does not hold throws Failure{integrity}; a file that is no bundle, or of a
/// later form, Failure{failed}.
namespace huiyin::headquarters {

/// How much an office shares.
enum class Share {
    figures,  ///< how long the journal is, proof that it only grew, and the weeks as filed
    journal,  ///< all but what people said
    texts,    ///< that, too
};
std::string_view share_word(Share share);
/// Nothing for another word.
std::optional<Share> parse_share(std::string_view word);

/// What a bundle is signed for.
struct Manifest {
    std::string store_id;
    Share share = Share::journal;
    gate::Head known;  ///< how much headquarters knew, and the office's own hash there
    gate::Head head;   ///< how far this reaches
    std::int64_t schema = 0;
    base::Instant made_at;
    base::Instant receipt{};   ///< when headquarters made the receipt it goes by; 0 for none
    std::string findings;      ///< digest of their bytes, in hex
    std::int64_t texts = 0;    ///< how many
    std::string texts_digest;  ///< each chained to the one before, in hex; empty for none
    std::string figures;       ///< digest of their bytes; empty where the journal is shared
    std::string root;          ///< of the journal's tree, in hex; the same
    std::vector<std::string> consistency;  ///< hashes that prove it grew out of the known one

    /// The line that is signed.
    std::string line() const;
};

/// What an office puts into a bundle beside its journal.
struct BundleContents {
    Share share = Share::journal;
    std::optional<gate::Head> known;  ///< from headquarters' receipt; none: everything
    base::Instant receipt{};          ///< when that was made, by headquarters' clock
    base::Instant made_at;
    std::string findings;    ///< JSON
    bool all_texts = false;  ///< headquarters has lost them: not only those since
};

struct BundleMade {
    Manifest manifest;
    /// Headquarters' receipt is of another past than this store has: the bundle holds all of it,
    /// and headquarters will set both side by side.
    bool past_differs = false;
};

/// Writes a bundle of the store; nothing at `file` but a whole one. The chain of what it holds is
/// checked on the way: Failure{integrity} for a journal that does not hold; Failure{failed} where
/// the file cannot be written.
BundleMade write_bundle(store::Connection& store, const BundleContents& contents,
                        const gate::SigningKey& key, const std::filesystem::path& file);

/// One entry as a bundle has it.
struct BundledEntry {
    std::string head;
    std::string changeset;
    std::string hash;  ///< 32 bytes
};
struct BundledText {
    std::int64_t id = 0;
    std::string salt;
    std::string value;
};

/// What a bundle throws that is not as it was made: a byte is another, something is missing, or the
/// manifest is not the one that was signed.
class DamagedBundle final : public base::Failure {
  public:
    explicit DamagedBundle(base::Text what, base::Text remedy = {})
        : Failure(base::Exit::integrity, std::move(what), std::move(remedy)) {}
};

/// The store whose bundle a file claims to be, by what can be unpacked of its beginning, whatever
/// is wrong with it; nothing where that does not say.
std::optional<std::string> claimed_store(const std::filesystem::path& file);

/// Whether a file in a folder is a bundle, or was to be one: by its name, `….huiyin`, or by how it
/// begins; also where it cannot be read, or is packed and broken off before that shows.
bool is_meant_as_bundle(const std::filesystem::path& file);

/// Reads a bundle from its beginning to its end, in the order in which it lies there.
class BundleReader {
  public:
    /// Reads the manifest.
    explicit BundleReader(const std::filesystem::path& file);
    ~BundleReader();
    BundleReader(const BundleReader&) = delete;
    BundleReader& operator=(const BundleReader&) = delete;

    const Manifest& manifest() const;
    /// Its line as it was signed, and the base64 of the signature.
    const std::string& manifest_line() const;
    std::string signature() const;
    /// Whether the manifest is signed with that key.
    bool signed_by(std::string_view public_key) const;

    /// The next entry, its place in the chain checked; nothing behind the last, where the chain has
    /// reached the head that was signed.
    struct Next {
        BundledEntry entry;
        gate::EntryHead head;
    };
    std::optional<Next> next_entry();
    /// The rest, in this order; each checked against the manifest.
    std::string findings();
    std::optional<BundledText> next_text();
    std::string figures();
    /// Throws where anything is left.
    void end();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace huiyin::headquarters
