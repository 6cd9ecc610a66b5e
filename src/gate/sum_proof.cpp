#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "comparison.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/lock.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "journal_sums.hpp"
#include "live_sums.hpp"
#include "outside_check.hpp"

namespace huiyin::gate {

namespace {

constexpr std::int64_t entries_between_reports = 1'000;
constexpr std::int64_t entries_between_looks = 16;

/// One comparison. Two threads take its parts one after the other: the journal is a part, each
/// table, its indexes, the texts.
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
        entries_ = store::find_integer(main_, "SELECT max(seq) FROM journal").value_or(0);
        list_parts();
    }

    /// Nothing where the sums do not agree.
    std::optional<Verification> run() {
        journal_ = std::make_unique<JournalSums>(shapes_, key_);
        std::thread helper = start_helper();
        attempt([this] {
            follow_journal(entries_);
            take_parts();
        });
        if (helper.joinable()) helper.join();
        if (failed_) std::rethrow_exception(failure_);
        follow_changes_meanwhile();
        if (journal_->migrations() != version_ || !(journal_->sum() == live_)) return {};
        return held_against_outside();
    }

  private:
    using Part = std::function<void(LiveSums&)>;

    /// What takes long comes first.
    void list_parts() {
        parts_.emplace_back([](LiveSums& live) { live.texts(); });
        for (const auto& [name, table] : shapes_) {
            auto& ranges = ranges_[table.number];
            const auto& shape = table;
            parts_.emplace_back([&](LiveSums& live) { live.rows(shape, ranges); });
            parts_.emplace_back([&](LiveSums& live) { live.indexes(shape); });
        }
        parts_.emplace_back([](LiveSums& live) { live.derived(); });
    }

    /// Where there can be no second thread, the first does all of it.
    std::thread start_helper() {
        try {
            return std::thread([this] { attempt([this] { take_parts(); }); });
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
        }
    }

    void require_going_on() const {
        store::require_not_interrupted();
        if (failed_) throw Doubt{};
    }

    void take_parts() {
        auto connection = store::open_to_verify(path_);
        LiveSums live(connection, turns_, key_, [this] { require_going_on(); });
        for (auto at = next_part_++; at < parts_.size(); at = next_part_++)
            parts_[at](live);
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
            const Turns::Turn turn(turns_, main_);
            while (true) {
                if (!row.next()) throw Doubt{};
                journal_->take(std::string(row.value(1).bytes), row.value(2).bytes,
                               row.value(3).bytes);
                const auto done = journal_->head().entries;
                if (progress_ && (done % entries_between_reports == 0 || done == entries_))
                    progress_(done, entries_);
                if (done == last || (done % entries_between_looks == 0 && turn.is_over())) break;
            }
            row.pause();
        }
    }

    /// What was recorded while rows were read counts where it had been by then.
    void follow_changes_meanwhile() {
        journal_->count_only([&](const TableShape& table, std::span<const store::RawValue> key) {
            return is_counted(table, ranges_[table.number], key, journal_->head().entries);
        });
        follow_journal(std::max(latest_, entries_));
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
    std::int64_t entries_ = 0;                    ///< as it began
    std::unique_ptr<JournalSums> journal_;
    std::vector<Part> parts_;
    std::atomic<std::size_t> next_part_ = 0;
    std::mutex mutex_;
    Sum live_;
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
