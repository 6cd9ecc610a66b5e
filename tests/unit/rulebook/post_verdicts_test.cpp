// Whatever may change whether a post was taken up takes back its verdict: shifts and roster entries
// by chance, at the edges of each other, then changes of them, each as a command would make it.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/rulebook/verdicts.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

/// An office in which duty went as it liked.
class DutyByChance {
  public:
    explicit DutyByChance(std::uint32_t seed) : random_(seed) {
        for (int entry = 0; entry < 14; ++entry)
            schedule();
        for (int shift = 0; shift < 12; ++shift)
            take_post();
    }

    store::Connection& connection() { return connection_; }
    base::Instant now() const { return base::instant(now_); }

    void pass(std::int64_t seconds) { now_ += seconds; }

    void keep_verdicts() {
        const records::Writing writing(connection_, zone_, now(), 1, {}, {});
        for (VerdictKeeping keeping; keeping.goes_on();)
            keeping.keep_part(writing);
    }

    /// One more shift, entry, end, correction or void; takes back what the command would.
    void change() {
        store::ChangeRecorder recorder(connection_);
        std::set<base::Instant> corrected;
        switch (between(0, 6)) {
            case 0:
                schedule();
                break;
            case 1:
                take_post();
                break;
            case 2:
                end_a_shift();
                break;
            case 3:
                void_one("shift", corrected);
                break;
            case 4:
                void_one("roster", corrected);
                break;
            case 5:
                move_a_beginning(corrected);
                break;
            default:
                move_an_end(corrected);
        }
        const auto touched = summary_of_changes(connection_, recorder.changed_since(0));
        for (const auto& [kind, id] : touched.subjects)
            if (kind == "matter") touched_.insert(id);
        withdraw_verdicts(connection_, touched, corrected);
    }

    const std::set<std::int64_t>& touched() const { return touched_; }
    void forget_touched() { touched_.clear(); }

    std::vector<std::string> differences() {
        return FoundOnFile(connection_, zone_, now(), FoundOnFile::Judging::afresh).differences();
    }

    /// What is found of posts, beside verdicts or without any.
    std::vector<std::string> posts(FoundOnFile::Judging judging) {
        std::vector<std::string> told;
        FoundOnFile(connection_, zone_, now(), judging)
            .for_each_of(
                require_rule("duty.missed-post"), [](const auto&) { return true; },
                [&](const Finding& finding) {
                    told.push_back(base::format("{} {} {} {} {}", finding.subject,
                                                base::seconds(finding.since), finding.open,
                                                finding.blamed.value_or("-"), finding.message.en));
                });
        return told;
    }

  private:
    static constexpr std::int64_t monday = 1'793'577'600;  ///< 2026-11-02 00:00:00

    std::int64_t between(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution(least, most)(random_);
    }
    bool percent(int chance) { return between(1, 100) <= chance; }

    /// Often the same times, give or take what the rule says.
    std::int64_t some_time() {
        const std::vector<std::int64_t> near{
            0, 0, 0, -hour, -hour - 1, 10 * minute, 10 * minute + 1, hour, 3 * hour};
        return monday + between(0, 24) * 12 * hour +
               near.at(static_cast<std::size_t>(between(0, std::ssize(near) - 1)));
    }

    static std::string typed(std::int64_t at) {
        return base::format("strftime('%Y-%m-%d %H:%M:%S', {}, 'unixepoch')", at);
    }

    std::int64_t next_id() {
        return store::find_integer(connection_, "SELECT max(id) FROM matter").value_or(0) + 1;
    }

    std::optional<std::int64_t> one_of(std::string_view those) {
        const auto count =
            store::find_integer(connection_, base::format("SELECT count(*) FROM ({})", those));
        if (count.value_or(0) == 0) return {};
        return store::find_integer(
            connection_, base::format("{} LIMIT 1 OFFSET {}", those, between(0, *count - 1)));
    }

    void schedule() {
        const auto id = next_id();
        const auto from = some_time();
        const auto decided = percent(70) ? monday - 20 * day : std::min(from + hour, now_ - 1);
        connection_.execute(
            base::format("INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES ({}, "
                         "{}, {}, {}, {})",
                         id, between(1, 3), typed(from), typed(from + between(1, 6) * 12 * hour),
                         typed(decided)));
        if (percent(30))
            connection_.execute(
                base::format("INSERT INTO roster_mate (entry, staff) VALUES ({}, 5)", id));
    }

    void take_post() {
        const auto id = next_id();
        const auto at = std::min(some_time(), now_ - 1);
        const auto officer = percent(20) ? 5 : between(1, 3);
        connection_.execute(base::format(
            "INSERT INTO given_shift (id, at, officer, substitute_for) VALUES ({}, {}, {}, {})", id,
            typed(at), officer, percent(25) ? std::to_string(between(1, 3)) : "NULL"));
        if (percent(80)) end(id, at + between(1, 30) * hour);
    }

    void end(std::int64_t shift, std::int64_t at) {
        connection_.execute(
            base::format("INSERT INTO given_shift_end (shift, at, what) VALUES ({}, {}, 'end')",
                         shift, typed(std::min(at, now_ - 1))));
    }

    void end_a_shift() {
        if (const auto id = one_of("SELECT id FROM matter WHERE kind = 'shift'"
                                   " AND closed_at IS NULL AND voided_at IS NULL"))
            end(*id, began(*id) + between(1, 60) * hour);
    }

    std::int64_t began(std::int64_t shift) {
        return store::find_integer(connection_, "SELECT started_at FROM shift WHERE id = ?", shift)
            .value();
    }

    void void_one(std::string_view kind, std::set<base::Instant>& corrected) {
        const auto id = one_of(
            base::format("SELECT id FROM matter WHERE kind = '{}' AND voided_at IS NULL", kind));
        if (!id) return;
        connection_.execute(base::format("INSERT INTO given_void (matter, at) VALUES ({}, {})", *id,
                                         typed(now_ - 1)));
        corrected.insert(now());
    }

    /// As an amendment keeps it: the old value beside the new one.
    void correct(std::int64_t matter, std::string_view field, std::int64_t old_value,
                 std::set<base::Instant>& corrected) {
        connection_.execute(
            base::format("INSERT INTO given_step (matter, what, at, doer, field, reason)"
                         " VALUES ({0}, 'amend', {1}, 3, '{2}', '登记有误');"
                         "INSERT INTO amended (step, old_value) SELECT max(id), {3} FROM step "
                         "WHERE matter = {0}",
                         matter, typed(now_ - 1), field, old_value));
        corrected.insert(now());
    }

    void move_a_beginning(std::set<base::Instant>& corrected) {
        const auto id = one_of("SELECT id FROM matter WHERE kind = 'shift' AND voided_at IS NULL");
        if (!id) return;
        const auto old = began(*id);
        const auto at = std::min(some_time(), now_ - 1);
        connection_.execute(
            base::format("UPDATE shift SET started_at = {1} WHERE id = {0};"
                         "UPDATE matter SET at = {1} WHERE id = {0};"
                         "UPDATE step SET at = {1} WHERE matter = {0} AND seq = 1",
                         *id, at));
        correct(*id, "opened-at", old, corrected);
    }

    void move_an_end(std::set<base::Instant>& corrected) {
        const auto id = one_of(
            "SELECT id FROM matter WHERE kind = 'shift'"
            " AND closed_at IS NOT NULL AND voided_at IS NULL");
        if (!id) return;
        const auto old =
            store::find_integer(connection_, "SELECT closed_at FROM matter WHERE id = ?", *id);
        const auto at = std::min(began(*id) + between(1, 60) * hour, now_ - 1);
        connection_.execute(
            base::format("UPDATE matter SET closed_at = {1} WHERE id = {0};"
                         "UPDATE step SET at = {1} WHERE matter = {0} AND what = 'end'",
                         *id, at));
        correct(*id, "step-at", *old, corrected);
    }

    std::mt19937 random_;
    base::Zone zone_{"UTC"};
    store::Connection connection_ = example_store({});
    std::int64_t now_ = monday + 15 * day;
    std::set<std::int64_t> touched_;
};

std::set<std::int64_t> unjudged_entries(store::Connection& connection) {
    std::set<std::int64_t> ids;
    for (store::Query row(connection,
                          "SELECT matter FROM unjudged WHERE matter IN"
                          " (SELECT id FROM roster)");
         row.next();)
        ids.insert(row.integer(0));
    return ids;
}

TEST_CASE("whatever may change whether a post was taken up takes back its verdict") {
    using Judging = FoundOnFile::Judging;
    std::int64_t judged = 0;
    int changed = 0;
    int noticed = 0;
    const auto seeds = static_cast<std::uint32_t>(200 / testing::one_of_or_all(20, 100));
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        DutyByChance duty(seed);
        for (int turn = 0; turn < 5; ++turn) {
            CAPTURE(turn);
            duty.pass(hour);
            duty.keep_verdicts();
            const auto before = unjudged_entries(duty.connection());
            judged +=
                store::find_integer(duty.connection(), "SELECT count(*) FROM roster").value_or(0) -
                std::ssize(before);
            duty.pass(hour);
            const auto told = duty.posts(Judging::whats_unjudged);
            CHECK(told == duty.posts(Judging::everything));
            duty.forget_touched();
            duty.change();
            CHECK(duty.differences() == std::vector<std::string>{});
            if (duty.posts(Judging::everything) == told) continue;
            ++changed;
            // An error planted: of what hangs on the change, but is not touched itself, no verdict
            // is taken back.
            bool spares = false;
            for (const auto entry : unjudged_entries(duty.connection()))
                if (!before.contains(entry) && !duty.touched().contains(entry)) {
                    store::run(duty.connection(), "DELETE FROM unjudged WHERE matter = ?", entry);
                    spares = true;
                }
            if (spares && !duty.differences().empty()) ++noticed;
            // It is put right, so that the next turn begins with what is so.
            store::run(duty.connection(), "DELETE FROM judged_through WHERE true");
        }
        duty.keep_verdicts();
        duty.pass(60 * day);
        CHECK(duty.differences() == std::vector<std::string>{});
    }
    MESSAGE(judged << " verdicts on posts, " << changed << " changes of what was found of them, "
                   << noticed << " of which would have gone unnoticed without");
    CHECK(judged > 20 * std::int64_t{seeds});
    CHECK(changed >= static_cast<int>(seeds));
    CHECK(noticed > static_cast<int>(seeds) / 2);
}

}  // namespace
}  // namespace huiyin::rulebook
