// What is kept on disk until it is told must be what an audit finds, and a screen of it in parts
// what it is as a whole.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/check_view.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
#include "huiyin/store/query.hpp"
#include "records/scratch_office.hpp"
#include "staged_example.hpp"
#include "store_in_file.hpp"

namespace huiyin::rulebook {

namespace {

std::string told(const Finding& finding) {
    std::string detail;
    for (const auto& [name, value] : finding.detail)
        detail += base::format(" {}={}", name, value);
    return base::format("{} {} {} since {} by {} at {} row {} open {}:{} | {} | {} | {} | {}",
                        finding.rule->id, finding.severity, finding.subject,
                        base::seconds(finding.since), finding.blamed.value_or("-"),
                        finding.unit.value_or("-"), finding.row, finding.open, detail,
                        finding.message.zh, finding.message.en, finding.remedy.zh,
                        finding.explained() ? finding.explanation->text.value_or("") : "-");
}

std::string key(const Finding& finding) {
    return base::format("{:020} {}", base::seconds(finding.since), finding.rule->id);
}

std::multiset<std::string> told(const std::vector<Finding>& findings) {
    std::multiset<std::string> all;
    for (const auto& finding : findings)
        all.insert(told(finding));
    return all;
}

std::vector<Finding> all_of(const FoundOnFile& found) {
    std::vector<Finding> all;
    found.for_each([](const auto&) { return true; },
                   [&](const Finding& finding) { all.push_back(finding); });
    return all;
}

TEST_CASE("what is found on file is what an audit finds, in its order") {
    std::size_t compared = 0;
    std::size_t turn = 0;
    const auto every = testing::one_of(4, 32);
    const base::Zone zone("UTC");
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            auto& connection = staged.connection;
            const auto now = staged.now;
            const auto audit = Checker(connection, zone, now).audit();
            const FoundOnFile found(connection, zone, now);
            const auto all = all_of(found);
            CHECK(told(all) == told(audit.findings));
            CHECK(std::ranges::is_sorted(all, {}, key));
            CHECK(found.due.size() == audit.due.size());
            CHECK(std::ranges::equal(found.due, audit.due, {}, &Deadline::subject,
                                     &Deadline::subject));
            std::size_t briefs = 0;
            found.for_each_brief([&](const auto& brief) {
                CHECK(brief.subject == all.at(briefs).subject);
                CHECK(brief.severity == all.at(briefs).severity);
                CHECK(brief.open == all.at(briefs).open);
                ++briefs;
            });
            CHECK(briefs == all.size());
            compared += all.size();
        }
    }
    CHECK(compared * every > 800);
}

/// Complaints that nobody assigned, investigated or replied to.
void neglect(records::testing::ScratchOffice& office, int count) {
    for (int minute = 10; minute < 10 + count; ++minute)
        office.complaint(base::format("2026-11-03 09:{}:00", minute));
}

TEST_CASE("a screen in parts is the screen") {
    records::testing::ScratchOffice office;
    neglect(office, 7);
    const auto now = office.time("2026-11-09 09:00:00");
    const FoundOnFile found(office.connection(), office.zone(), now);
    const auto policies = records::Policies::load(office.connection());
    const reports::View view{.connection = office.connection(),
                             .zone = office.zone(),
                             .now = now,
                             .policies = policies,
                             .names = true};
    const reports::FindingSource source{
        .briefs = [&](const auto& visit) { found.for_each_brief(visit); },
        .of_rule = [&](const auto& rule, const auto& wanted,
                       const auto& visit) { found.for_each_of(rule, wanted, visit); }};
    const reports::TextLayout layout{.language = base::Language::english, .width = 120};
    const auto whole = reports::render_text(reports::check_screen(source, found.due, view), layout);
    CHECK(std::ranges::count(whole, '\n') > 21);
    for (const std::size_t lines : {1U, 2U, 3U, 7U, 8U, 1000U}) {
        CAPTURE(lines);
        std::string in_parts;
        std::size_t parts = 0;
        reports::show_check_screen(source, found.due, view, lines,
                                   [&](const reports::Document& part, bool goes_on) {
                                       if (parts++ > 0 && !goes_on) in_parts += '\n';
                                       in_parts += reports::render_text(part, layout);
                                   });
        CHECK(in_parts == whole);
        CHECK(parts > 20U / lines);
    }
}

TEST_CASE("two processes find what one finds, in its order") {
    records::testing::ScratchOffice office;
    neglect(office, 40);
    office.annul("2026-11-04 09:00:00", "TS-2026-0007");
    const testing::StoreInFile file(office.connection());
    auto connection = file.open();
    const auto now = office.time("2026-11-09 09:00:00");
    const auto in_order = [](const FoundOnFile& found) {
        std::vector<std::string> all;
        found.for_each([](const auto&) { return true; },
                       [&](const Finding& finding) { all.push_back(told(finding)); });
        for (const auto& deadline : found.due)
            all.push_back(base::format("{} {} {} {} {}", deadline.rule->id, deadline.subject,
                                       base::seconds(deadline.due), deadline.limit_text,
                                       found.would_be_blamed(deadline).value_or("-")));
        return all;
    };
    constexpr std::int64_t never = 1'000'000;
    for (const auto* at : {"2026-11-03 09:30:00", "2026-11-03 12:00:00", "2026-11-09 09:00:00"}) {
        CAPTURE(at);
        const auto moment = office.time(at);
        const auto alone =
            in_order(FoundOnFile(connection, office.zone(), moment,
                                 FoundOnFile::Judging::everything, {.worth_it = never}));
        CHECK(alone.size() > 20);
        for (const std::int64_t portion : {1, 3, 7, 39, 40, 41}) {
            CAPTURE(portion);
            CHECK(in_order(FoundOnFile(connection, office.zone(), moment,
                                       FoundOnFile::Judging::everything,
                                       {.worth_it = 1, .portion = portion})) == alone);
        }
    }
    // A second process that cannot open the store is done without.
    const auto alone = in_order(FoundOnFile(connection, office.zone(), now,
                                            FoundOnFile::Judging::everything, {.worth_it = never}));
    file.remove();
    CHECK(in_order(FoundOnFile(connection, office.zone(), now, FoundOnFile::Judging::everything,
                               {.worth_it = 1, .portion = 3})) == alone);
}

TEST_CASE("weeks of many years are each judged, once") {
    records::testing::ScratchOffice office;
    // Replied to on a Monday and never called back about: that week's rate is broken, or the next
    // one's.
    std::multiset<std::string> weeks;
    for (const auto* monday :
         {"2026-11-09", "2027-11-01", "2027-11-08", "2028-01-03", "2029-12-31"}) {
        const auto no = office.complaint(base::format("{} 09:00:00", monday));
        office.reply(base::format("{} 10:00:00", monday), no);
    }
    const FoundOnFile found(office.connection(), office.zone(), office.time("2030-03-01 09:00:00"));
    found.for_each([](const auto& brief) { return brief.rule->id == "callback.rate"; },
                   [&](const Finding& finding) { weeks.insert(finding.subject); });
    CHECK(weeks.size() == 5);
    CHECK(std::set(weeks.begin(), weeks.end()).size() == 5);
}

TEST_CASE("a deadline on a closed matter that is not kept as running is told") {
    records::testing::ScratchOffice office;
    const auto no = office.complaint("2026-11-03 09:00:00");
    office.reply("2026-11-03 10:00:00", no);
    office.close("2026-11-03 11:00:00", no, "unsatisfied");
    const auto now = office.time("2026-11-03 12:00:00");
    // A gate would have kept that the callback is still owed.
    CHECK(FoundOnFile(office.connection(), office.zone(), now).forgotten() ==
          std::vector<std::string>{no});
    // Overdue it runs on.
    CHECK(FoundOnFile(office.connection(), office.zone(), office.time("2026-12-03 12:00:00"))
              .forgotten() == std::vector<std::string>{no});
    store::run(office.connection(), "INSERT INTO owing SELECT id FROM matter WHERE no = ?", no);
    CHECK(FoundOnFile(office.connection(), office.zone(), now).forgotten().empty());
}

}  // namespace
}  // namespace huiyin::rulebook
