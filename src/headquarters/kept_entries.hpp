#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "huiyin/gate/chain.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company.hpp"
#include "server.hpp"

/// The journals that headquarters keeps, read back. Private to this directory.
namespace huiyin::headquarters {

/// Where entries lie: a table with `seq, head, changeset, hash`, and which of its rows.
struct EntrySource {
    std::string table;
    std::string condition;

    static EntrySource journal(std::int64_t office);
    static EntrySource fork(std::int64_t office);
    static EntrySource rejected(std::int64_t office, std::int64_t number);
};

struct KeptEntry {
    std::int64_t seq = 0;
    BundledEntry entry;
};

/// Visits the entries from the first number to the last, in order, some thousands at a time; the
/// server may be asked for other things meanwhile. Throws what Server throws, and
/// Failure{interrupted}.
void for_each_entry(Server& server, const EntrySource& source, std::int64_t first,
                    std::int64_t last, const std::function<void(const KeptEntry&)>& visit);

/// The next entry of a chain; throws Failure{integrity} where it is not, naming it.
gate::EntryHead require_next(gate::Chain& chain, const KeptEntry& kept);

/// Takes what came behind an entry back out of the office's tables, the newest first, by what
/// changed inverted; the journal stays as it is. Answers with how many migrations are left. Where a
/// migration is among it, whose rows are in no changeset, the tables are made anew instead.
std::int64_t take_back(Server& server, const Office& office, std::int64_t common);

}  // namespace huiyin::headquarters
