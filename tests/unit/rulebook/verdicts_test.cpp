// A verdict that is kept must be what judging comes to, at once and years later.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
#include "huiyin/rulebook/verdicts.hpp"
#include "huiyin/store/one_moment.hpp"
#include "huiyin/store/query.hpp"
#include "records/scratch_office.hpp"
#include "staged_example.hpp"
#include "store_in_file.hpp"

namespace huiyin::rulebook {

namespace {

using Judging = FoundOnFile::Judging;

std::string told_whole(const Finding& finding) {
    std::string detail;
    for (const auto& [name, value] : finding.detail)
        detail += base::format(" {}={}", name, value);
    return base::format("{} {} {} {} {} {} {} {}:{} | {} | {}", base::seconds(finding.since),
                        finding.rule->id, finding.severity, finding.subject, finding.row,
                        finding.open, finding.avoidable, finding.blamed.value_or("-"), detail,
                        finding.message.zh, finding.remedy.en);
}

/// In their order.
std::vector<std::string> all_told(const FoundOnFile& found) {
    std::vector<std::string> all;
    found.for_each([](const auto&) { return true; },
                   [&](const Finding& finding) { all.push_back(told_whole(finding)); });
    for (const auto& deadline : found.due)
        all.push_back(base::format("{} {} {}", deadline.rule->id, deadline.subject,
                                   base::seconds(deadline.due)));
    return all;
}

std::string told(const Deadline& deadline) {
    const auto at = [](const std::optional<base::Instant>& instant) {
        return instant ? base::seconds(*instant) : 0;
    };
    return base::format("{} {} {} {} {} {} {}", deadline.rule->id, deadline.subject,
                        base::seconds(deadline.started), base::seconds(deadline.due),
                        at(deadline.met), at(deadline.stopped), deadline.rated);
}

/// What a report that looks back over years from a moment is made of: its breaches in their order,
/// then what is due, was still to be done at that moment, and counts in a rate.
std::vector<std::string> reviewed(store::Connection& connection, const base::Zone& zone,
                                  base::Instant now, base::Instant until,
                                  const ReviewSharing& sharing = {}) {
    constexpr base::Seconds years{900 * 86'400};
    static constexpr std::array<std::string_view, 3> rules{
        "complaint.replied-in-time", "callback.made", "order.arrived-in-time"};
    static constexpr std::array<std::string_view, 3> limits{
        "complaint.reply_within", "complaint.callback_within", "order.arrive_within"};
    const auto review =
        Checker(connection, zone, now)
            .review(now - years,
                    {.rules = rules, .limits = limits, .within = {until - years, until}},
                    Checker::Telling::wholly, {}, sharing);
    std::vector<std::string> all;
    std::ranges::transform(review.breaches, std::back_inserter(all), told_whole);
    for (const auto* deadlines : {&review.due, &review.missed, &review.rated}) {
        std::multiset<std::string> in_any_order;
        for (const auto& deadline : *deadlines)
            in_any_order.insert(told(deadline));
        all.emplace_back("then");
        std::ranges::copy(in_any_order, std::back_inserter(all));
    }
    return all;
}

std::int64_t count(store::Connection& connection, std::string_view of) {
    return store::find_integer(connection, base::format("SELECT count(*) FROM {}", of)).value_or(0);
}

void keep_all(store::Connection& connection, const base::Zone& zone, base::Instant now,
              const VerdictKeeping::Part& part) {
    const records::Writing writing(connection, zone, now, 1, {}, {});
    int parts = 0;
    for (VerdictKeeping keeping(part); keeping.goes_on();) {
        keeping.keep_part(writing);
        REQUIRE(++parts < 1'000);
    }
}

TEST_CASE("a review by two processes is that of one") {
    constexpr std::int64_t never = 1'000'000;
    std::size_t compared = 0;
    std::size_t changed = 0;
    std::size_t turn = 0;
    const auto every = testing::one_of(12, 96);
    const base::Zone zone("UTC");
    for (const auto& rule : regulation_rules())
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(rule.id);
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            keep_all(staged.connection, zone, staged.now, {.matters = 2, .periods = 3});
            const testing::StoreInFile file(staged.connection);
            auto connection = file.open();
            const auto end = staged.now - base::Seconds{turn % 2 == 0 ? 86'400 : 0};
            const auto alone = reviewed(connection, zone, staged.now, end, {.worth_it = never});
            int meanwhile = 0;
            const ReviewSharing sharing{.worth_it = 0, .meanwhile = [&] { ++meanwhile; }};
            CHECK(reviewed(connection, zone, staged.now, end, sharing) == alone);
            CHECK(meanwhile == 1);
            // Both see one moment, whatever is written meanwhile.
            REQUIRE(store::begin_moment(connection));
            file.write("UPDATE matter SET voided_at = at WHERE true");
            CHECK(reviewed(connection, zone, staged.now, end, sharing) == alone);
            REQUIRE(store::end_moment(connection));
            const auto afterwards =
                reviewed(connection, zone, staged.now, end, {.worth_it = never});
            if (afterwards != alone) ++changed;
            // A second process that cannot open the store is done without.
            file.remove();
            CHECK(reviewed(connection, zone, staged.now, end, sharing) == afterwards);
            CHECK(meanwhile == 3);
            compared += alone.size();
        }
    MESSAGE(compared, " findings and deadlines compared");
    CHECK(compared * every > 2'000);
    CHECK(changed > 0);
}

TEST_CASE("what is found beside verdicts is what is found anew, then and years later") {
    std::size_t compared = 0;
    std::int64_t kept = 0;
    std::int64_t settled = 0;
    std::size_t turn = 0;
    const auto every = testing::one_of_or_all(9, 64);
    const base::Zone zone("UTC");
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            auto& connection = staged.connection;
            // Void from later on: a command says so once it is.
            if (store::find_integer(connection, "SELECT 1 FROM matter WHERE voided_at > ?",
                                    staged.now))
                continue;
            const std::array ends{staged.now + base::Seconds{86'400},
                                  staged.now - base::Seconds{5 * 86'400}};
            std::vector<std::vector<std::string>> before;
            for (const auto end : ends)
                before.push_back(reviewed(connection, zone, staged.now, end));
            keep_all(connection, zone, staged.now, {.matters = 2, .periods = 3});
            for (std::size_t which = 0; which < ends.size(); ++which)
                CHECK(reviewed(connection, zone, staged.now, ends.at(which)) == before.at(which));
            kept += count(connection, "kept_finding");
            settled += count(connection, "matter") - count(connection, "unjudged");
            for (const base::Seconds later :
                 {base::Seconds{0}, base::Seconds{8 * 86'400}, base::Seconds{400 * 86'400}}) {
                CAPTURE(later.count());
                const auto now = staged.now + later;
                const auto anew = all_told(FoundOnFile(connection, zone, now));
                CHECK(all_told(FoundOnFile(connection, zone, now, Judging::whats_unjudged)) ==
                      anew);
                CHECK(FoundOnFile(connection, zone, now, Judging::afresh).differences() ==
                      std::vector<std::string>{});
                compared += anew.size();
            }
        }
    }
    MESSAGE(compared << " findings and deadlines compared, " << kept << " kept, " << settled
                     << " matters settled");
    CHECK(compared * every > 4'000);
    // A sanitized program is asked too few for more than that.
    if (every > 9) return;
    CHECK(kept * static_cast<std::int64_t>(every) > 100);
    CHECK(settled * static_cast<std::int64_t>(every) > 100);
}

}  // namespace
}  // namespace huiyin::rulebook
