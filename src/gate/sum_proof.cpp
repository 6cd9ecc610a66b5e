#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

#include "comparison.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/lock.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "journal_sums.hpp"
#include "live_sums.hpp"
#include "outside_check.hpp"
#include "page_sums.hpp"

namespace huiyin::gate {

namespace {

constexpr std::int64_t entries_between_reports = 1'000;
/// Of changes; an entry without any counts for some of them.
constexpr std::size_t bytes_between_looks = 16'384;
constexpr std::size_t bytes_beside_changes = 700;
constexpr std::size_t most_bytes_kept = 262'144;

/// One comparison. Two threads take its parts one after the other: the journal is a part, the
/// pages with most rows and entries, the texts; then each table and index that somebody wrote to
/// while its pages were looked at.
class SumProof {
  public:
    SumProof(const std::filesystem::path& path, const Outside& outside, const Progress& progress)
        : path_(path), outside_(outside), progress_(progress), main_(store::open_to_verify(path)) {
        const Turns::Turn turn(turns_, main_);
        const auto version = store::find_integer(main_, "PRAGMA user_version").value_or(0);
        Comparison comparison(main_, "main", [](const Fault&) {});
        if (version <= 0 || !comparison.schema(static_cast<std::size_t>(version))) throw Doubt{};
        version_ = static_cast<std::size_t>(version);
        shapes_ = read_shapes(main_);
        ranges_.resize(shapes_.size());
        for (const auto& [name, table] : shapes_)
            indexes_.emplace(table.number, IndexSums(main_, table, last_id_of(table)));
        page_sums_.emplace(main_, shapes_, indexes_, ranges_, key_);
        entries_ = store::find_integer(main_, "SELECT max(seq) FROM journal").value_or(0);
        list_parts();
    }

    /// Nothing where the sums do not agree.
    std::optional<Verification> run() {
        journal_ = std::make_unique<JournalSums>(shapes_, key_);
        std::thread helper = start_helper();
        attempt([this] {
            follow_journal(entries_);
            take_parts(main_);
        });
        if (helper.joinable()) helper.join();
        if (failed_) std::rethrow_exception(failure_);
        follow_changes_meanwhile();
        if (journal_->migrations() != version_ || !(journal_->sum() == live_)) return {};
        for (const auto& [number, sums] : indexes_)
            if (!sums.agree()) return {};
        look_up_touched();
        return held_against_outside();
    }

  private:
    using Part = std::function<void(LiveSums&)>;

    /// About as many as it has rows.
    std::int64_t last_id_of(const TableShape& table) {
        if (!table.has_rowid) return 0;
        return store::find_integer(main_, base::format("SELECT max(rowid) FROM {}", table.name))
            .value_or(0);
    }

    /// What takes long comes first, so that no thread is left with it in the end.
    void list_parts() {
        std::vector<const TableShape*> tables;
        for (const auto& [name, table] : shapes_)
            tables.push_back(&table);
        std::ranges::stable_sort(tables, std::greater(),
                                 [this](const auto* table) { return last_id_of(*table); });
        parts_.emplace_back([this](LiveSums& live) {
            live.pages(*page_sums_);
            tell_pages_are_done();
        });
        parts_.emplace_back([](LiveSums& live) { live.texts(); });
        parts_.emplace_back([](LiveSums& live) { live.derived(); });
        for (const auto* table : tables)
            if (table->name == "matter" || table->name == "home")
                parts_.emplace_back([table](LiveSums& live) { live.spelled(*table); });
        behind_pages_ = parts_.size();
        for (const auto* table : tables) {
            auto& ranges = ranges_[table->number];
            auto& sums = indexes_.at(table->number);
            parts_.emplace_back([this, table, &ranges, &sums](LiveSums& live) {
                if (page_sums_->has_rows(*table)) return;
                live.rows(*table, ranges, sums);
                live.without_ids(*table);
            });
            for (std::size_t index = 0; index < sums.indexes().size(); ++index)
                parts_.emplace_back([this, table, index, &sums](LiveSums& live) {
                    if (!page_sums_->has_entries(*table, index)) live.index(*table, index, sums);
                });
        }
    }

    void tell_pages_are_done() {
        are_pages_done_ = true;
        are_pages_done_.notify_all();
    }

    /// Where there can be no second thread, the first does all of it.
    std::thread start_helper() {
        try {
            return std::thread([this] {
                attempt([this] {
                    auto connection = store::open_to_verify(path_);
                    take_parts(connection);
                });
            });
        } catch (const std::system_error&) {
            return {};
        }
    }

    /// What goes wrong in one thread ends the other.
    template <typename Work>
    void attempt(Work work) noexcept {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failed_) failure_ = std::current_exception();
            failed_ = true;
            tell_pages_are_done();
        }
    }

    void require_going_on() const {
        store::require_not_interrupted();
        if (failed_) throw Doubt{};
    }

    void take_parts(store::Connection& connection) {
        LiveSums live(connection, turns_, key_, [this] { require_going_on(); });
        for (auto at = next_part_++; at < parts_.size(); at = next_part_++) {
            if (at >= behind_pages_) are_pages_done_.wait(false);
            require_going_on();
            parts_[at](live);
        }
        const std::lock_guard lock(mutex_);
        live_ += live.sum();
        latest_ = std::max(latest_, live.latest());
    }

    void follow_journal(std::int64_t last) {
        store::OrderedScan row(main_, {.columns = "seq, head, changeset, hash",
                                       .from = "journal",
                                       .keys = {"seq"},
                                       .behind = {store::kept(journal_->head().entries)}});
        while (journal_->head().entries < last) {
            require_going_on();
            if (journal_->rebuilds())
                rebuild_some(row, last);
            else
                follow_some(row, last);
        }
    }

    void follow_some(store::OrderedScan& row, std::int64_t last) {
        const Turns::Turn turn(turns_, main_);
        std::size_t since_look = 0;
        do {
            if (!row.next()) throw Doubt{};
            since_look += row.value(2).bytes.size() + bytes_beside_changes;
            take(std::string(row.value(1).bytes), row.value(2).bytes, row.value(3).bytes);
            if (since_look < bytes_between_looks) continue;
            since_look = 0;
            if (turn.is_over()) break;
        } while (journal_->head().entries < last);
        row.pause();
    }

    /// What a migration does over many rows takes as long as it takes: nobody waits for it.
    void rebuild_some(store::OrderedScan& row, std::int64_t last) {
        std::vector<std::array<std::string, 3>> entries;
        {
            const Turns::Turn turn(turns_, main_);
            std::size_t size = 0;
            while (size < most_bytes_kept &&
                   journal_->head().entries + std::ssize(entries) < last) {
                if (!row.next()) throw Doubt{};
                auto& kept = entries.emplace_back();
                for (std::size_t part = 0; part < kept.size(); ++part)
                    kept[part] = row.value(part + 1).bytes;
                size += kept[0].size() + kept[1].size();
            }
            row.pause();
        }
        for (const auto& [head, changeset, hash] : entries)
            take(head, changeset, hash);
    }

    void take(const std::string& head, std::string_view changeset, std::string_view hash) {
        journal_->take(head, changeset, hash);
        const auto done = journal_->head().entries;
        if (progress_ && (done % entries_between_reports == 0 || done == entries_))
            progress_(done, entries_);
    }

    /// What was recorded while rows were read counts where it had been by then.
    void follow_changes_meanwhile() {
        journal_->count_only([&](const TableShape& table, std::span<const store::RawValue> key) {
            if (table.key_is_rowid)
                indexes_.at(table.number).touch(store::integer_of(key[table.key_columns.front()]));
            return is_counted(table, ranges_[table.number], key, journal_->head().entries);
        });
        follow_journal(std::max(latest_, entries_));
    }

    /// Rows that were changed between the reading of the row and that of its index.
    void look_up_touched() {
        LiveSums live(main_, turns_, key_, [this] { require_going_on(); });
        for (const auto& [name, table] : shapes_)
            live.look_up_touched(table, indexes_.at(table.number));
    }

    std::optional<Verification> held_against_outside() {
        Verification result{.by = ProofBy::sums};
        result.head = journal_->head();
        OutsideCheck(main_, "main", outside_, [&](Fault fault) {
            result.faults.push_back(std::move(fault));
        }).check(result);
        if (!result.sound()) return {};
        return result;
    }

    const std::filesystem::path& path_;
    const Outside& outside_;
    const Progress& progress_;
    SumKey key_;
    Turns turns_;
    store::Connection main_;
    std::size_t version_ = 0;
    TableShapes shapes_;
    std::vector<std::vector<RangeRead>> ranges_;  ///< by the number of the table
    std::map<std::size_t, IndexSums> indexes_;    ///< the same
    std::int64_t entries_ = 0;                    ///< as it began
    std::unique_ptr<JournalSums> journal_;
    std::optional<PageSums> page_sums_;
    std::vector<Part> parts_;
    std::size_t behind_pages_ = 0;  ///< the first part that depends on what they told
    std::atomic<bool> are_pages_done_ = false;
    std::atomic<std::size_t> next_part_ = 0;
    std::mutex mutex_;
    Residue live_;
    std::int64_t latest_ = 0;
    std::exception_ptr failure_;
    std::atomic<bool> failed_ = false;
};

}  // namespace

std::optional<Verification> prove_by_sums(const std::filesystem::path& store,
                                          const Outside& outside, const Progress& progress) {
    try {
        return SumProof(store, outside, progress).run();
    } catch (const Doubt&) {
        return {};
    } catch (const base::Failure& failure) {
        if (failure.code() != base::Exit::integrity) throw;
        return {};
    } catch (const SQLite::Exception&) {
        // A page that cannot be read, a table that is not there: the replay says so.
        store::require_not_interrupted();
        return {};
    }
}

}  // namespace huiyin::gate
