#include "kept_entries.hpp"

#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/lock.hpp"
#include "ingest.hpp"
#include "tables.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;

namespace {

constexpr std::int64_t read_at_once = 10'000;

bool has_migration_behind(Server& server, std::int64_t office, std::int64_t common) {
    return server
               .run(
                   "SELECT 1 FROM journal WHERE \"office\" = $1::int AND seq > $2 AND head::json"
                   "->>'kind' = 'migration' LIMIT 1",
                   office, common)
               .rows() > 0;
}

/// From nothing, by the entries that are kept.
std::int64_t make_anew(Server& server, const Office& office, std::int64_t common) {
    for (const auto& table : office_tables())
        server.run(
            base::format("DELETE FROM {} WHERE \"office\" = $1::int", name_in_sql(table.name)),
            office.number);
    server.run("DELETE FROM said_text WHERE \"office\" = $1::int", office.number);
    auto bare = office;
    bare.schema = 0;
    EntryWriter writer(server, bare);
    writer.leave_journal();
    gate::Chain chain;
    for_each_entry(
        server, EntrySource::journal(office.number), 1, common,
        [&](const KeptEntry& kept) { writer.add(kept.entry, require_next(chain, kept)); });
    writer.finish();
    return writer.schema();
}

}  // namespace

EntrySource EntrySource::journal(std::int64_t office) {
    return {"journal", base::format("\"office\" = {}", office)};
}

EntrySource EntrySource::fork(std::int64_t office) {
    return {"fork_entry", base::format("\"office\" = {}", office)};
}

EntrySource EntrySource::rejected(std::int64_t office, std::int64_t number) {
    return {"rejected_entry", base::format("\"office\" = {} AND number = {}", office, number)};
}

void for_each_entry(Server& server, const EntrySource& source, std::int64_t first,
                    std::int64_t last, const std::function<void(const KeptEntry&)>& visit) {
    for (auto from = first; from <= last; from += read_at_once) {
        store::require_not_interrupted();
        const auto to = std::min(last, from + read_at_once - 1);
        const auto bytes = server.copy_out(base::format(
            "COPY (SELECT seq, head, changeset, hash FROM {} WHERE {} AND seq BETWEEN {} AND {} "
            "ORDER BY seq) TO STDOUT (FORMAT binary)",
            source.table, source.condition, from, to));
        for (CopiedRows row(bytes); row.next();) {
            KeptEntry kept;
            kept.seq = from_big_endian(row.value().value_or(""));
            kept.entry.head = row.value().value_or("");
            kept.entry.changeset = row.value().value_or("");
            kept.entry.hash = row.value().value_or("");
            visit(kept);
        }
    }
}

gate::EntryHead require_next(gate::Chain& chain, const KeptEntry& kept) {
    auto taken = chain.take(kept.entry.head, kept.entry.changeset, kept.entry.hash);
    if (auto* head = std::get_if<gate::EntryHead>(&taken)) return std::move(*head);
    throw Failure(Exit::integrity,
                  std::get<gate::Chain::Break>(taken) == gate::Chain::Break::altered
                      ? compose({"总部保存的第 {} 条日志与其校验值不符",
                                 "journal entry {}, as headquarters keeps it, does not match its "
                                 "hash"},
                                kept.seq)
                      : compose({"总部保存的日志缺第 {} 条,或与前一条不衔接",
                                 "journal entry {} is missing at headquarters, or does not follow "
                                 "the one before"},
                                chain.entries + 1));
}

std::int64_t take_back(Server& server, const Office& office, std::int64_t common) {
    if (has_migration_behind(server, office.number, common))
        return make_anew(server, office, common);
    RowWriter rows(server, office.number);
    for (auto last = office.head.entries; last > common; last -= read_at_once) {
        store::ChangeGroup group;
        bool has_changes = false;
        const auto first = std::max(common + 1, last - read_at_once + 1);
        for_each_entry(server, EntrySource::journal(office.number), first, last,
                       [&](const KeptEntry& kept) {
                           if (kept.entry.changeset.empty()) return;
                           group.add(kept.entry.changeset);
                           has_changes = true;
                       });
        if (!has_changes) continue;
        try {
            rows.apply(store::inverted(group.folded()));
        } catch (const Misfit& misfit) {
            throw Failure(Exit::integrity,
                          {base::format("收回第 {} 至 {} 条日志时,表 {}:{}", first, last,
                                        misfit.table, misfit.what.zh),
                           base::format("taking back journal entries {} to {}, table {}: {}", first,
                                        last, misfit.table, misfit.what.en)});
        }
    }
    return office.schema;
}

}  // namespace huiyin::headquarters
