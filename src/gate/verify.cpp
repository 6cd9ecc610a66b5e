#include "huiyin/gate/verify.hpp"

#include <algorithm>
#include <memory>

#include "comparison.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/chain.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::gate {

using base::compose;
using base::Label;
using store::Query;

namespace {

/// Changesets folded before they are applied: far cheaper than one by one.
constexpr std::int64_t entries_per_group = 1'000;

/// Enough to see what happened; a store that is altered throughout needs no full list.
constexpr std::size_t most_faults = 100;

struct StoredEntry {
    std::int64_t seq;
    std::string head;
    std::string changeset;
    std::string hash;
};

/// The replay stands in `main`, the copy of the store in `live`.
class Verifier {
  public:
    Verifier(const std::filesystem::path& path, const Outside& outside, const Progress& progress)
        : rebuilt_(store::scratch()),
          outside_(outside),
          progress_(progress),
          comparison_(rebuilt_, [this](Fault fault) { add(std::move(fault)); }) {
        store::copy_into(rebuilt_, "live", path);
        // What is replayed was checked when it was recorded; order within a group is not kept.
        rebuilt_.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
    }

    Verification run() {
        if (!check_schema()) return std::move(result_);
        check_file();
        // A journal cut down to its first migrations has made other tables than the store's.
        if (rebuild_from_journal() && check_version()) comparison_.rows();
        comparison_.derived(version());
        comparison_.texts();
        check_seals();
        check_anchor();
        return std::move(result_);
    }

  private:
    void add(Fault fault) {
        if (result_.faults.size() < most_faults) result_.faults.push_back(std::move(fault));
    }
    void fault(base::Text what, std::optional<std::int64_t> seq = {}) {
        add({.seq = seq, .table = {}, .row = {}, .what = std::move(what)});
    }

    std::size_t version() {
        const auto known = static_cast<std::int64_t>(store::migrations().size());
        return static_cast<std::size_t>(std::clamp<std::int64_t>(
            store::find_integer(rebuilt_, "PRAGMA live.user_version").value_or(0), 0, known));
    }

    /// A view in a table's place could compute anything while it is read, so this comes first.
    bool check_schema() { return comparison_.schema(version()); }

    bool check_version() {
        if (version() == migrations_run_) return true;
        fault(compose({"文件标明的结构版本为 {},日志只建到 {}",
                       "the file claims schema {}, but the journal made {}"},
                      version(), migrations_run_));
        return false;
    }

    void check_file() {
        for (Query row(rebuilt_, "PRAGMA live.integrity_check(10)"); row.next();)
            if (row.text(0) != "ok")
                fault(compose({"数据文件结构损坏:{}", "the file is damaged: {}"}, row.text(0)));
        for (Query row(rebuilt_, "PRAGMA live.foreign_key_check"); row.next();)
            add({.seq = {},
                 .table = row.text(0),
                 .row = row.maybe_text(1).value_or(""),
                 .what =
                     compose({"表 {} 第 {} 行引用了不存在的记录", "{} row {} refers to no record"},
                             row.text(0), row.maybe_text(1).value_or("?"))});
    }

    /// One entry at a time: a migration cannot change the schema while a query is open.
    std::optional<StoredEntry> entry_after(std::int64_t seq) {
        Query row(rebuilt_,
                  "SELECT seq, head, changeset, hash FROM live.journal WHERE seq > ?"
                  " ORDER BY seq LIMIT 1",
                  seq);
        if (!row.next()) return {};
        return StoredEntry{row.integer(0), row.text(1), std::string(row.blob(2)),
                           std::string(row.blob(3))};
    }

    void report_progress(std::int64_t total) const {
        const auto done = result_.head.entries;
        if (progress_ && (done % entries_per_group == 0 || done == total)) progress_(done, total);
    }

    /// False where the chain broke: what follows cannot be replayed.
    bool rebuild_from_journal() {
        const auto total =
            store::find_integer(rebuilt_, "SELECT max(seq) FROM live.journal").value_or(0);
        while (const auto entry = entry_after(result_.head.entries)) {
            store::require_not_interrupted();
            const auto expected = result_.head.entries + 1;
            if (entry->seq != expected) {
                fault(compose({"日志缺少第 {} 条", "journal entry {} is missing"}, expected),
                      expected);
                return false;
            }
            const auto head = checked_head(*entry);
            if (!head) return false;
            result_.head = {entry->seq, base::hex(entry->hash)};
            if (!take_entry(*entry, *head)) return false;
            report_progress(total);
        }
        if (result_.head.entries == 0) {
            fault(Label{"日志是空的", "the journal is empty"});
            return false;
        }
        return apply_group();
    }

    std::optional<EntryHead> checked_head(const StoredEntry& entry) {
        const auto seq = entry.seq;
        if (entry_hash(entry.head, entry.changeset) != entry.hash) {
            fault(
                compose({"日志第 {} 条与其校验值不符", "journal entry {} does not match its hash"},
                        seq),
                seq);
            return {};
        }
        auto head = parse_head(entry.head);
        if (!head || head->seq != seq || head->previous != result_.head.hash) {
            fault(compose({"日志第 {} 条与前一条不衔接",
                           "journal entry {} does not follow the one before"},
                          seq),
                  seq);
            return {};
        }
        return head;
    }

    bool take_entry(const StoredEntry& entry, const EntryHead& head) {
        const auto seq = entry.seq;
        if (head.kind == "migration") return apply_group() && migrate(seq, head);
        if (entry.changeset.empty()) return true;
        try {
            group_->add(entry.changeset);
        } catch (const std::exception&) {
            fault(compose({"日志第 {} 条的变更集无法读出",
                           "the changes of journal entry {} cannot be read"},
                          seq),
                  seq);
            return false;
        }
        last_in_group_ = seq;
        return ++group_size_ < entries_per_group || apply_group();
    }

    bool apply_group() {
        if (group_size_ == 0) return true;
        try {
            store::apply(rebuilt_, group_->folded());
        } catch (const base::Failure&) {
            fault(
                compose({"日志第 {} 条或其前 {} 条之内的变更与此前不符",
                         "a change in entry {} or the {} before it does not fit what came before"},
                        last_in_group_, group_size_ - 1),
                last_in_group_);
            return false;
        }
        group_ = std::make_unique<store::ChangeGroup>();
        group_size_ = 0;
        return true;
    }

    bool migrate(std::int64_t seq, const EntryHead& head) {
        const auto all = store::migrations();
        // Each once, in order: a second run of one would fail in SQLite's own words.
        const bool known = migrations_run_ < all.size() &&
                           all[migrations_run_].name == head.command &&
                           base::hex(base::blake2b({all[migrations_run_].sql})) == head.sql;
        if (!known) {
            fault(compose({"日志第 {} 条的结构迁移 {} 不是本程序所知的",
                           "entry {}: this program does not know the migration {}"},
                          seq, head.command),
                  seq);
            return false;
        }
        rebuilt_.execute(all[migrations_run_].sql);
        ++migrations_run_;
        for (const auto& index : unique_indexes())
            rebuilt_.execute(base::format("DROP INDEX main.{}", index));
        return true;
    }

    std::vector<std::string> unique_indexes() {
        std::vector<std::string> names;
        for (Query row(rebuilt_,
                       "SELECT name FROM main.sqlite_schema"
                       " WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'");
             row.next();)
            names.push_back(row.text(0));
        return names;
    }

    /// What the store itself has for the hash of an entry; the chain is checked elsewhere.
    std::optional<std::string> hash_of(std::int64_t seq) {
        Query row(rebuilt_, "SELECT hash FROM live.journal WHERE seq = ?", seq);
        return row.next() ? std::optional(base::hex(row.blob(0))) : std::nullopt;
    }

    void check_seals() {
        // As the journal replayed them: a seal put into the table alone is a fault already.
        if (!store::find_integer(rebuilt_, "SELECT 1 FROM main.sqlite_schema WHERE name = 'seal'"))
            return;
        result_.store_id =
            store::find_text(rebuilt_, "SELECT store_id FROM main.office").value_or("");
        result_.seals = read_seals(rebuilt_, result_.store_id);
        if (outside_.public_key) {
            // Whoever rebuilds a journal can seal it too, by a key of their own.
            std::erase_if(result_.seals, [&](const Seal& seal) {
                return seal.public_key != *outside_.public_key;
            });
            if (result_.seals.empty() && !outside_.anchor)
                fault(Label{"没有一个封签是所给密钥所签",
                            "no seal on file was made with the given key"});
        }
        for (const auto& seal : result_.seals) {
            const auto entries = seal.head.entries;
            if (!holds(seal))
                fault(compose({"第 {} 条处的封签签名不符",
                               "the signature of the seal at entry {} is not valid"},
                              entries),
                      entries);
            else if (hash_of(entries) != seal.head.hash)
                fault(
                    compose({"第 {} 条与其封签不符:此前的日志被改写",
                             "entry {} differs from its seal: the journal before it was rewritten"},
                            entries),
                    entries);
        }
    }

    /// Whether what is signed of an anchor is signed by this key.
    static bool is_by(const Anchor& anchor, const std::string& key) {
        if (anchor.seal && anchor.seal->public_key != key) return false;
        return !anchor.checkpoint ||
               signed_by(parse_note(*anchor.checkpoint), {.name = {}, .public_key = key});
    }

    void check_anchor() {
        if (!outside_.anchor) return;
        const auto& anchor = *outside_.anchor;
        if (anchor.store_id && !result_.store_id.empty() && *anchor.store_id != result_.store_id)
            fault(Label{"锚点属于另一个数据文件", "the anchor belongs to another store"});
        if (anchor.seal && !holds(*anchor.seal))
            fault(Label{"锚点的签名不符", "the anchor's signature is not valid"});
        if (outside_.public_key && !is_by(anchor, *outside_.public_key))
            fault(Label{"锚点不是所给密钥所签", "the anchor is not signed with the given key"});
        const auto last =
            store::find_integer(rebuilt_, "SELECT max(seq) FROM live.journal").value_or(0);
        const auto entries = anchor.head.entries;
        if (last < entries)
            fault(compose({"锚点记有 {} 条日志,这里只有 {} 条:末尾被截去,或这是旧的副本",
                           "the anchor has {} entries, the store {}: its tail was cut, or it is an "
                           "older copy"},
                          entries, last),
                  last + 1);
        else if (!agrees(rebuilt_, anchor, "live"))
            fault(compose({"第 {} 条与锚点不符:此前的日志被改写",
                           "entry {} differs from the anchor: the journal before it was rewritten"},
                          entries),
                  entries);
    }

    store::Connection rebuilt_;
    const Outside& outside_;
    const Progress& progress_;
    Comparison comparison_;
    Verification result_;
    std::unique_ptr<store::ChangeGroup> group_ = std::make_unique<store::ChangeGroup>();
    std::int64_t group_size_ = 0;
    std::int64_t last_in_group_ = 0;
    std::size_t migrations_run_ = 0;
};

}  // namespace

Verification verify(const std::filesystem::path& store, const Outside& outside,
                    const Progress& progress) {
    return store::explained(store.string(),
                            [&] { return Verifier(store, outside, progress).run(); });
}

}  // namespace huiyin::gate
