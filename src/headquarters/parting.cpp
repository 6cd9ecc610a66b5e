#include <algorithm>
#include <set>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "ingest.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

namespace {

/// What an entry says beside its place in the chain: when, and what it changed; of one that changed
/// nothing who did what.
std::string what_it_says(const std::string& head, const std::string& digest_of_changes,
                         bool changes_anything) {
    const auto json = nlohmann::json::parse(head, nullptr, false);
    const auto word = [&](const char* key) {
        return json.is_object() && json.contains(key) ? json[key].dump() : std::string{};
    };
    auto said = word("at") + digest_of_changes;
    if (!changes_anything) said += word("staff") + word("command");
    return said;
}

std::string what_it_says(const BundledEntry& entry) {
    return what_it_says(entry.head, base::hex(base::sha256({entry.changeset})),
                        !entry.changeset.empty());
}

/// Of what headquarters has from that entry on.
std::set<std::string> what_is_here(Server& server, const Office& office, std::int64_t from) {
    const auto rows = server.run(
        "SELECT head, encode(sha256(changeset), 'hex'), length(changeset) FROM journal WHERE "
        "\"office\" = $1::int AND seq >= $2",
        office.number, from);
    std::set<std::string> said;
    for (int row = 0; row < rows.rows(); ++row)
        said.insert(what_it_says(rows.text(row, 0), rows.text(row, 1), rows.integer(row, 2) != 0));
    return said;
}

/// The founding entries of any two stores may be the same; what the office's own people did is not.
bool shares_a_past(Server& server, const Office& office, std::int64_t common) {
    return server
               .run(
                   "SELECT 1 FROM journal WHERE \"office\" = $1::int AND seq <= $2 AND head NOT "
                   "LIKE '%\"kind\":\"migration\"%' ORDER BY seq LIMIT 1",
                   office.number, common)
               .rows() > 0;
}

}  // namespace

Parting find_parting(Server& server, const Office& office, BundleReader& bundle) {
    const auto first = bundle.manifest().known.entries + 1;
    const auto here = server.run(
        "SELECT encode(hash, 'hex') FROM journal WHERE \"office\" = $1::int AND seq >= $2 ORDER BY "
        "seq",
        office.number, first);
    std::optional<Parting> parting;
    std::set<std::string> ours;
    while (const auto next = bundle.next_entry()) {
        if (!parting) {
            const auto row = static_cast<int>(next->head.seq - first);
            if (row < here.rows() && here.text(row, 0) == base::hex(next->entry.hash)) continue;
            parting = Parting{next->head.seq, !shares_a_past(server, office, next->head.seq - 1),
                              base::hex(next->entry.hash)};
            if (parting->is_rewritten) return *parting;
            ours = what_is_here(server, office, parting->entry);
        }
        if (ours.contains(what_it_says(next->entry))) {
            parting->is_rewritten = true;
            return *parting;
        }
    }
    return parting.value();
}

void keep_fork(Server& server, const Office& office, const Parting& parting, BundleReader& bundle,
               base::Instant now) {
    for (const auto* table : {"office_fork", "fork_entry"})
        server.run(base::format("DELETE FROM {} WHERE \"office\" = $1::int", table), office.number);
    const auto& head = bundle.manifest().head;
    server.run(
        "INSERT INTO office_fork (\"office\", common, entries, hash, found_at, manifest, "
        "signature) VALUES ($1::int, $2, $3, $4, $5, $6, $7)",
        office.number, parting.entry - 1, head.entries, head.hash, base::seconds(now),
        bundle.manifest_line(), bundle.signature());
    server.begin_copy_in(
        "COPY fork_entry (\"office\", seq, head, changeset, hash) FROM STDIN (FORMAT binary)");
    while (const auto next = bundle.next_entry()) {
        if (next->head.seq < parting.entry) continue;
        std::string row;
        put_column_count(row, 5);
        std::string number;
        put_big_endian(number, static_cast<std::int32_t>(office.number));
        put_field(row, number);
        put_field(row, big_endian(next->head.seq));
        put_field(row, next->entry.head);
        put_field(row, next->entry.changeset);
        put_field(row, next->entry.hash);
        server.copy_in(row);
    }
    server.end_copy_in();
    server.run("UPDATE office_head SET status = 'quarantined' WHERE \"office\" = $1::int",
               office.number);
}

}  // namespace huiyin::headquarters
