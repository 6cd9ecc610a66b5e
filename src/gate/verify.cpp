#include "huiyin/gate/verify.hpp"

#include <algorithm>

#include "comparison.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/chain.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "outside_check.hpp"
#include "replay.hpp"
#include "since_seal.hpp"

namespace huiyin::gate {

using base::compose;
using base::Label;
using store::Query;

namespace {

constexpr std::int64_t entries_between_reports = 1'000;

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
          comparison_(rebuilt_, "live", [this](Fault fault) { add(std::move(fault)); }),
          replay_(rebuilt_, [this](Fault fault) { add(std::move(fault)); }) {
        store::copy_into(rebuilt_, "live", path);
    }

    Verification run() {
        if (!check_schema()) return std::move(result_);
        check_file();
        // A journal cut down to its first migrations has made other tables than the store's.
        if (rebuild_from_journal() && check_version()) comparison_.rows();
        comparison_.derived(version());
        comparison_.texts(every_text);
        OutsideCheck(rebuilt_, "live", outside_, [this](Fault fault) {
            add(std::move(fault));
        }).check(result_);
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
        if (version() == replay_.migrations()) return true;
        fault(compose({"文件标明的结构版本为 {},日志只建到 {}",
                       "the file claims schema {}, but the journal made {}"},
                      version(), replay_.migrations()));
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
        if (progress_ && (done % entries_between_reports == 0 || done == total))
            progress_(done, total);
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
            if (!replay_.take(entry->seq, *head, entry->changeset)) return false;
            report_progress(total);
        }
        if (result_.head.entries == 0) {
            fault(Label{"日志是空的", "the journal is empty"});
            return false;
        }
        return replay_.finish();
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

    store::Connection rebuilt_;
    const Outside& outside_;
    const Progress& progress_;
    Comparison comparison_;
    Replay replay_;
    Verification result_;
};

}  // namespace

Verification verify(const std::filesystem::path& store, const Outside& outside,
                    const Progress& progress, ProofBy by) {
    return store::explained(store.string(), [&] {
        if (by == ProofBy::since_seal)
            if (auto proven = prove_since_seal(store, outside)) return std::move(*proven);
        if (by != ProofBy::replay)
            if (auto proven = prove_by_sums(store, outside, progress)) return std::move(*proven);
        return Verifier(store, outside, progress).run();
    });
}

}  // namespace huiyin::gate
