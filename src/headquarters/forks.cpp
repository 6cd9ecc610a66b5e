#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/fork.hpp"
#include "ingest.hpp"
#include "kept_entries.hpp"
#include "register_changes.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

constexpr std::int64_t behind_all = std::int64_t{1} << 60U;

std::vector<BranchEntry> entries_of(Server& server, const EntrySource& source,
                                    std::int64_t common) {
    std::vector<BranchEntry> entries;
    const auto rows = server.run(
        base::format("SELECT seq, head, encode(hash, 'hex') FROM {} WHERE {} AND seq > $1 ORDER BY "
                     "seq",
                     source.table, source.condition),
        common);
    for (int row = 0; row < rows.rows(); ++row) {
        const auto head = nlohmann::json::parse(rows.text(row, 1), nullptr, false);
        const auto word = [&](const char* key) {
            const auto found = head.find(key);
            return found != head.end() && found->is_string() ? found->get<std::string>()
                                                             : std::string{};
        };
        if (!head.is_object()) continue;
        auto by = word("staff");
        entries.push_back({.seq = rows.integer(row, 0),
                           .at = base::instant(head.value("at", std::int64_t{0})),
                           .by = by.empty() ? word("os_user") : std::move(by),
                           .command = word("command"),
                           .hash = rows.text(row, 2)});
    }
    return entries;
}

/// Both branches of an office with a journal, and those rejected before.
Forked read_forked(Server& server, const Office& office) {
    Forked forked{.office = office, .common = {}, .branches = {}};
    const auto open = server.run(
        "SELECT common, entries, hash FROM office_fork WHERE \"office\" = $1::int", office.number);
    const auto past = server.run("SELECT entries, hash FROM office_past WHERE \"office\" = $1::int",
                                 office.number);
    const auto rejected = server.run(
        "SELECT number, common, entries, hash, decided_at, os_user, reason FROM rejected_branch "
        "WHERE \"office\" = $1::int ORDER BY number",
        office.number);
    forked.is_open = open.rows() + past.rows() > 0;
    const auto take_common = [&](std::int64_t common) {
        forked.common = std::min(forked.common.value_or(common), common);
    };
    if (open.rows() > 0) take_common(open.integer(0, 0));
    for (int row = 0; row < rejected.rows(); ++row)
        if (rejected.maybe_text(row, 1)) take_common(rejected.integer(row, 1));

    const auto common = forked.common.value_or(behind_all);
    forked.branches.push_back(
        {.standing = Branch::Standing::here,
         .head = office.share == "figures" ? office.seen : office.head,
         .entries = entries_of(server, EntrySource::journal(office.number), common),
         .decision = {}});
    if (open.rows() > 0)
        forked.branches.push_back(
            {.standing = Branch::Standing::other,
             .head = {open.integer(0, 1), open.text(0, 2)},
             .entries = entries_of(server, EntrySource::fork(office.number), common),
             .decision = {}});
    if (past.rows() > 0)
        forked.branches.push_back({.standing = Branch::Standing::other,
                                   .head = {past.integer(0, 0), past.text(0, 1)},
                                   .entries = {},
                                   .decision = {}});
    for (int row = 0; row < rejected.rows(); ++row)
        forked.branches.push_back(
            {.standing = Branch::Standing::rejected,
             .head = {rejected.integer(row, 2), rejected.text(row, 3)},
             .entries = entries_of(
                 server, EntrySource::rejected(office.number, rejected.integer(row, 0)), common),
             .decision = Decision{base::instant(rejected.integer(row, 4)), rejected.text(row, 5),
                                  rejected.text(row, 6)}});
    return forked;
}

Failure not_parted(const std::string& name) {
    return {Exit::not_found,
            compose({"办公室「{}」的日志没有分岔", "the journal of '{}' has not parted"}, name),
            Label{"各办公室的情况见 huiyin hq status", "huiyin hq status tells of each office"}};
}

/// What a decision between two branches changes, in one transaction of the caller's.
class Acceptance {
  public:
    Acceptance(Server& server, const Company::By& by) : server_(server), by_(by) {}

    void accept(const std::string& name, const std::string& head) {
        office_ = locked(name);
        const auto& here = office_.share == "figures" ? office_.seen : office_.head;
        const auto forked = read_forked(server_, office_);
        // Said again, as after an answer that was lost.
        if (!forked.is_open && here.hash == head) return;
        if (!forked.is_open) throw not_parted(name);
        const auto& other = forked.branches.at(1);
        if (head == here.hash)
            forked.common ? reject("fork_entry", *forked.common, other.head) : reject_past(other);
        else if (head == other.head.hash)
            forked.common ? take_other(*forked.common, other.head) : take_past(here);
        else
            throw Failure(
                Exit::not_found,
                compose({"没有一支的末端校验值是 {}", "no branch ends with the hash {}"}, head),
                compose({"总部现有的一支:{};另一支:{}(见 huiyin hq fork show {})",
                         "the one that is here: {}; the other: {} (huiyin hq fork show {})"},
                        here.hash, other.head.hash, name));
        server_.run("UPDATE office_head SET status = 'active' WHERE \"office\" = $1::int",
                    office_.number);
        server_.run("UPDATE office_refusal SET settled = true WHERE \"office\" = $1::int",
                    office_.number);
        for (const auto* table : {"office_fork", "fork_entry", "office_past"})
            server_.run(base::format("DELETE FROM {} WHERE \"office\" = $1::int", table),
                        office_.number);
        put_change(server_, office_.number, by_, "branch",
                   head == here.hash ? other.head.hash : here.hash, head);
    }

    bool has_texts_gone() const { return texts_gone_ > 0; }
    const Office& office() const { return office_; }

  private:
    Office locked(const std::string& name) {
        return read_office(
            server_.run(base::format("SELECT {} FROM office_head WHERE name = $1 FOR UPDATE",
                                     office_columns),
                        name),
            0);
    }

    std::int64_t put_rejected(const std::optional<std::int64_t>& common, const gate::Head& head) {
        const auto row = server_.run_with(
            "INSERT INTO rejected_branch (\"office\", number, common, entries, hash, decided_at, "
            "os_user, reason) SELECT $1::int, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 "
            "FROM rejected_branch WHERE \"office\" = $1::int RETURNING number",
            {parameter(office_.number),
             common ? parameter(*common) : Parameter{parameter(std::int64_t{0}).type, {}},
             parameter(head.entries), parameter(head.hash), parameter(base::seconds(by_.now)),
             parameter(by_.os_user), parameter(by_.reason)});
        return row.integer(0, 0);
    }

    /// The entries of a table behind the common one are kept as those of a rejected branch.
    void reject(const char* table, std::int64_t common, const gate::Head& head) {
        server_.run(
            base::format("INSERT INTO rejected_entry (\"office\", number, seq, head, changeset, "
                         "hash) SELECT \"office\", $2::int, seq, head, changeset, hash FROM {} "
                         "WHERE \"office\" = $1::int AND seq > $3",
                         table),
            office_.number, put_rejected(common, head), common);
    }
    void reject_past(const Branch& other) { put_rejected({}, other.head); }

    void take_other(std::int64_t common, const gate::Head& head) {
        auto here = office_;
        here.schema = take_back(server_, office_, common);
        reject("journal", common, office_.head);
        server_.run("DELETE FROM journal WHERE \"office\" = $1::int AND seq > $2", office_.number,
                    common);
        const auto last = server_.run(
            "SELECT encode(hash, 'hex') FROM journal WHERE \"office\" = $1::int AND seq = $2",
            office_.number, common);
        gate::Chain chain{common, last.rows() == 0 ? std::string{} : last.text(0, 0)};
        EntryWriter writer(server_, here);
        for_each_entry(
            server_, EntrySource::fork(office_.number), common + 1, head.entries,
            [&](const KeptEntry& kept) { writer.add(kept.entry, require_next(chain, kept)); });
        writer.finish();
        if (chain.entries != head.entries || chain.hash != head.hash)
            throw Failure(Exit::integrity,
                          compose({"总部保存的另一支到不了它签过名的末端:缺第 {} 条日志",
                                   "the other branch, as headquarters keeps it, does not reach the "
                                   "head that was signed: entry {} is missing"},
                                  chain.entries + 1));
        // What it found and said comes with its bundle, which may be taken now.
        server_.run("DELETE FROM finding WHERE \"office\" = $1::int", office_.number);
        texts_gone_ = server_
                          .run(
                              "DELETE FROM said_text t WHERE t.\"office\" = $1::int AND NOT EXISTS "
                              "(SELECT FROM said s WHERE s.\"office\" = t.\"office\" AND s.id = "
                              "t.id AND s.erased_at IS NULL)",
                              office_.number)
                          .affected() +
                      writer.texts_gone();
        server_.run(
            "UPDATE office_head SET entries = $2, hash = $3, schema = $4::int, findings_at = NULL, "
            "receipt_at = NULL, taken_at = $5, seen = 0, seen_hash = '', seen_root = '' WHERE "
            "\"office\" = $1::int",
            office_.number, head.entries, head.hash, writer.schema(), base::seconds(by_.now));
    }

    void take_past(const gate::Head& here) {
        put_rejected({}, here);
        server_.run("DELETE FROM finding WHERE \"office\" = $1::int", office_.number);
        server_.run("DELETE FROM shared_week WHERE \"office\" = $1::int", office_.number);
        server_.run(
            "UPDATE office_head h SET seen = p.entries, seen_hash = p.hash, seen_root = p.root, "
            "seen_schema = p.schema, findings_at = NULL, receipt_at = NULL, taken_at = $2 FROM "
            "office_past p WHERE p.office = h.office AND h.office = $1::int",
            office_.number, base::seconds(by_.now));
    }

    Server& server_;
    const Company::By& by_;
    Office office_;
    std::int64_t texts_gone_ = 0;
};

}  // namespace

std::optional<Decision> decided_against(Server& server, const Office& office, std::int64_t entry,
                                        const std::string& hash) {
    const auto found = server.run_with(
        "SELECT b.decided_at, b.os_user, b.reason FROM rejected_entry e JOIN rejected_branch b ON "
        "b.office = e.office AND b.number = e.number WHERE e.office = $1::int AND e.seq = $2 AND "
        "e.hash = $3",
        {parameter(office.number), parameter(entry), parameter_of_bytes(bytes_of_hex(hash))});
    if (found.rows() == 0) return {};
    return Decision{base::instant(found.integer(0, 0)), found.text(0, 1), found.text(0, 2)};
}

void keep_past(Server& server, const Manifest& manifest, base::Instant now) {
    server.script("BEGIN");
    server.run(
        "DELETE FROM office_past p USING office_head h WHERE h.office = p.office AND h.store_id = "
        "$1",
        manifest.store_id);
    server.run(
        "INSERT INTO office_past (office, entries, hash, root, schema, made_at, found_at) SELECT "
        "office, $2, $3, $4, $5::int, $6, $7 FROM office_head WHERE store_id = $1 AND entries = 0 "
        "AND seen_hash <> $3",
        manifest.store_id, manifest.head.entries, manifest.head.hash, manifest.root,
        manifest.schema, base::seconds(manifest.made_at), base::seconds(now));
    server.script("COMMIT");
}

Forked Company::fork(const std::string& name) {
    const auto known = office(name).office;
    return connected_->steadily([&] {
        auto forked = read_forked(connected_->ready(), known);
        if (forked.branches.size() < 2) throw not_parted(known.name);
        return forked;
    });
}

void Company::accept_branch(const std::string& name, const std::string& head, const By& by) {
    const auto known = office(name).office;
    connected_->steadily([&] {
        auto& server = connected_->ready();
        Acceptance acceptance(server, by);
        in_register(server, [&] { acceptance.accept(known.name, head); });
        if (acceptance.has_texts_gone()) sweep_texts(server, acceptance.office());
    });
}

}  // namespace huiyin::headquarters
