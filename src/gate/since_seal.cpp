#include "since_seal.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "comparison.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/chain.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "outside_check.hpp"

namespace huiyin::gate {

using base::compose;
using base::Label;
using store::Change;
using store::Query;

namespace {

constexpr std::size_t most_faults = 100;
constexpr std::int64_t texts_at_a_time = 16;

void bind(Query& query, int index, const store::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        query.bind(index, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        query.bind(index, *text);
    else
        query.bind(index, nullptr);
}

store::Value value_of(const Query& row, int column) {
    if (row.is_null(column)) return nullptr;
    if (row.is_integer(column)) return row.integer(column);
    return std::string(row.blob(column));
}

/// How long a writer waits for it at most, but for one row or text.
constexpr auto longest_turn = std::chrono::milliseconds(20);

enum class Pace : std::uint8_t {
    in_turns,  ///< so that nobody waits
    in_one,    ///< of one moment
};

/// One comparison. In turns what is recorded meanwhile may make a row another than it was.
class SinceSeal {
  public:
    SinceSeal(const std::filesystem::path& path, const Outside& outside, Pace pace)
        : outside_(outside),
          pace_(pace),
          live_(store::open_to_verify(path)),
          comparison_(live_, "main", [this](Fault fault) { add(std::move(fault)); }) {
        begin_turn();
    }

    std::optional<Verification> run() {
        const auto version = store::find_integer(live_, "PRAGMA user_version").value_or(0);
        if (version <= 0 || !comparison_.schema(static_cast<std::size_t>(version)))
            return std::move(result_);
        OutsideCheck(live_, "main", outside_, [this](Fault fault) {
            add(std::move(fault));
        }).check(result_);
        if (!result_.sound()) return std::move(result_);
        const auto start = begin();
        result_.since = start.entries;
        result_.head = start;
        if (!follow(start)) return {};
        compare();
        return std::move(result_);
    }

    /// Whether somebody recorded while it was read.
    bool was_overtaken() {
        return store::find_integer(live_, "SELECT max(seq) FROM journal") != last_ ||
               store::find_integer(live_, "PRAGMA schema_version") != schema_;
    }

  private:
    void begin_turn() {
        turn_.reset();
        turn_.emplace(live_);
        began_ = std::chrono::steady_clock::now();
        if (schema_) return;
        schema_ = store::find_integer(live_, "PRAGMA schema_version");
        last_ = store::find_integer(live_, "SELECT max(seq) FROM journal");
    }
    /// Between two rows. No statement is open.
    void let_others() {
        store::require_not_interrupted();
        if (is_turn_over()) begin_turn();
    }
    bool is_turn_over() const {
        return pace_ == Pace::in_turns && std::chrono::steady_clock::now() - began_ >= longest_turn;
    }

    void add(Fault fault) {
        if (result_.faults.size() < most_faults) result_.faults.push_back(std::move(fault));
    }
    void fault(base::Text what, std::int64_t seq) {
        add({.seq = seq, .table = {}, .row = {}, .what = std::move(what)});
    }

    /// The end of what is taken as proven.
    Head begin() {
        if (outside_.anchor) return {outside_.anchor->head.entries, hash_at(outside_.anchor->head)};
        if (!result_.seals.empty()) return result_.seals.back().head;
        throw base::Failure(
            base::Exit::not_found,
            Label{"没有封签,不知从何处核对起", "there is no seal to begin with"},
            Label{"先加封签(huiyin audit seal),或用 --anchor 给出另存的;全部核对不加 --since-seal",
                  "seal first (huiyin audit seal), or give one kept elsewhere with --anchor; leave "
                  "out --since-seal to verify all"});
    }

    /// A checkpoint has no hash but a root, which agreed.
    std::string hash_at(const Head& head) {
        if (!head.hash.empty()) return head.hash;
        Query row(live_, "SELECT hash FROM journal WHERE seq = ?", head.entries);
        return row.next() ? base::hex(row.blob(0)) : std::string();
    }

    /// False for a migration.
    bool follow(const Head& start) {
        Chain chain{start.entries, start.hash};
        store::OrderedScan row(live_, {.columns = "seq, head, changeset, hash",
                                       .from = "journal",
                                       .keys = {"seq"},
                                       .behind = {store::kept(start.entries)}});
        while (row.next()) {
            const auto seq = chain.entries + 1;
            if (row.integer(0) > last_) break;
            const auto changeset = row.value(2).bytes;
            const auto taken =
                chain.take(std::string(row.value(1).bytes), changeset, row.value(3).bytes);
            const auto* entry = std::get_if<EntryHead>(&taken);
            if (entry == nullptr) {
                fault(compose({"日志第 {} 条缺失、被改动或与前一条不衔接",
                               "journal entry {} is missing, was altered, or does not follow the "
                               "one before"},
                              seq),
                      seq);
                break;
            }
            if (entry->kind == "migration") return false;
            if (!changeset.empty() && !gather(changeset, seq)) break;
            if (!is_turn_over()) continue;
            row.pause();
            let_others();
        }
        row.pause();
        result_.head = {chain.entries, chain.hash};
        return true;
    }

    bool gather(std::string_view changeset, std::int64_t seq) {
        try {
            group_.add(changeset);
            return true;
        } catch (const std::exception&) {
            fault(compose({"日志第 {} 条的变更集无法读出",
                           "the changes of journal entry {} cannot be read"},
                          seq),
                  seq);
            return false;
        }
    }

    void compare() {
        std::set<std::int64_t> said;
        store::for_each_change(group_.folded(), [&](const Change& change) {
            if (change.table == "said")
                if (const auto* id = std::get_if<std::int64_t>(&*change.value(0))) said.insert(*id);
            row(change);
            let_others();
        });
        for (auto id = said.begin(); id != said.end();) {
            const auto from = *id;
            auto to = from;
            while (++id != said.end() && *id == to + 1 && to - from < texts_at_a_time)
                to = *id;
            comparison_.texts({from, to});
            let_others();
        }
    }

    /// Beside the live row; what it should be is what the changes left of it.
    void row(const Change& recorded) {
        const auto columns = store::column_names(live_, recorded.table);
        if (columns.size() < recorded.in_key.size()) {
            fault(compose({"日志改动的表 {} 不在数据文件中",
                           "the journal changes a table {} that is not in the store"},
                          recorded.table),
                  result_.head.entries);
            return;
        }
        const auto live = read(recorded, columns);
        const bool is_gone = recorded.kind == Change::Kind::deleted;
        Change change{.kind = is_gone ? Change::Kind::deleted : Change::Kind::inserted,
                      .table = recorded.table,
                      .in_key = recorded.in_key,
                      .old_values = live,
                      .new_values = recorded.new_values};
        change.in_key.resize(columns.size());
        if (is_gone && live.empty()) return;
        if (!is_gone && !live.empty()) {
            change.kind = Change::Kind::updated;
            change.new_values.resize(columns.size());
            bool differs = false;
            for (std::size_t at = 0; at < columns.size(); ++at) {
                if (change.new_values[at] == live[at] || change.in_key[at])
                    change.new_values[at].reset();
                differs = differs || change.new_values[at].has_value();
            }
            if (!differs) return;
        } else if (live.empty()) {
            change.old_values.clear();
            change.new_values.resize(columns.size());
            for (std::size_t at = 0; at < recorded.in_key.size(); ++at)
                change.new_values[at] = recorded.value(at);
        }
        comparison_.difference(change, columns);
    }

    /// The live row by its key; nothing where there is none.
    std::vector<std::optional<store::Value>> read(const Change& recorded,
                                                  const std::vector<std::string>& columns) {
        std::string condition = "TRUE";
        for (std::size_t at = 0; at < recorded.in_key.size(); ++at)
            if (recorded.in_key[at]) condition += base::format(" AND {} = ?", columns[at]);
        Query query(live_, base::format("SELECT * FROM {} WHERE {}", recorded.table, condition));
        int index = 0;
        for (std::size_t at = 0; at < recorded.in_key.size(); ++at)
            if (recorded.in_key[at]) bind(query, ++index, *recorded.value(at));
        if (!query.next()) return {};
        std::vector<std::optional<store::Value>> values;
        for (int column = 0; column < query.column_count(); ++column)
            values.emplace_back(value_of(query, column));
        return values;
    }

    const Outside& outside_;
    Pace pace_;
    store::Connection live_;
    std::optional<store::ReadTransaction> turn_;
    std::chrono::steady_clock::time_point began_;
    std::optional<std::int64_t> schema_;
    std::optional<std::int64_t> last_;  ///< the entry it reaches up to
    Comparison comparison_;
    Verification result_{.by = ProofBy::since_seal};
    store::ChangeGroup group_;
};

}  // namespace

std::optional<Verification> prove_since_seal(const std::filesystem::path& store,
                                             const Outside& outside) {
    {
        SinceSeal in_turns(store, outside, Pace::in_turns);
        auto proven = in_turns.run();
        if (!in_turns.was_overtaken() || (proven && proven->sound())) return proven;
    }
    // What seemed wrong may be what was recorded meanwhile.
    return SinceSeal(store, outside, Pace::in_one).run();
}

}  // namespace huiyin::gate
