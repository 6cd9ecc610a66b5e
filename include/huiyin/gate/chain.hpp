#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// The chain of a journal's entries, for whoever checks it: a store's own, or one that was handed
/// over. Throws nothing but Failure{failed} on a system without libsodium's random source.
namespace huiyin::gate {

/// What a replay needs of an entry's head.
struct EntryHead {
    std::int64_t seq = 0;
    std::string previous;
    std::string kind;
    std::string command;
    std::string sql;
};

/// Nothing where a key is missing or holds something else: then it is no entry of ours.
std::optional<EntryHead> parse_head(const std::string& text);
/// Whether an entry runs this program's migration of that number, from 0, as it is here.
bool is_migration(const EntryHead& head, std::size_t number);

/// How far a chain was followed: `entries` of them, the last one's hash in hex.
struct Chain {
    std::int64_t entries = 0;
    std::string hash;

    /// Why an entry is not the next.
    enum class Break {
        altered,      ///< its hash is not that of its bytes
        unconnected,  ///< it does not follow the one before
    };
    /// Takes the next entry with the 32 bytes of its hash, and answers with its head. Of one that
    /// is not the next the chain stays where it was.
    std::variant<EntryHead, Break> take(const std::string& head, std::string_view changeset,
                                        std::string_view entry_hash);
};

}  // namespace huiyin::gate
