#include "huiyin/reports/report.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "huiyin/records/weekly_report.hpp"
#include "records/scratch_office.hpp"
#include "reports/rendered.hpp"

using namespace huiyin::reports;
using huiyin::base::Language;
using huiyin::base::Week;
using huiyin::records::testing::ScratchOffice;
using huiyin::reports::testing::contains;
using Json = nlohmann::ordered_json;

namespace {

/// Week 47 is Monday 2026-11-16 to Sunday 2026-11-22.
Report report_of(ScratchOffice& office, std::string_view as_of = "2026-11-23 00:05:00",
                 std::string_view week = "2026-W47") {
    return compute_report(office.connection(), office.office(), office.zone(),
                          Period::of(Week::parse(week), office.zone()), office.time(as_of));
}

std::vector<std::string> keys(const Json& json) {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : json.items())
        names.push_back(name);
    return names;
}

std::string text_of(ScratchOffice& office, const Report& report,
                    Language language = Language::chinese) {
    return render_text(report_document(report, office.zone()), {.language = language});
}

/// A complaint that keeps every limit but, unless told, that of its reply.
std::string handled(ScratchOffice& office, std::string_view at,
                    std::optional<std::string_view> replied = {}) {
    const auto no = office.complaint(at);
    const auto writing = office.writing(at);
    assign_matter(writing, no, "chen", "首接", huiyin::records::MatterKind::complaint);
    investigate_complaint(writing, no, "现场查看属实");
    give_opinion(writing, no, "当日处理");
    if (replied) office.reply(*replied, no);
    return no;
}

/// The week's report is filed in time, or its absence would be a breach of the next (clause 5.5).
void file(ScratchOffice& office, std::string_view week, std::string_view at) {
    huiyin::records::file_report(office.writing(at), week, "{}", {});
}

void explain(ScratchOffice& office, std::string_view at, const std::string& no) {
    // Who may explain it is not the report's matter; here it only has to be on file.
    const auto writing = office.writing(at);
    const auto id = writing.next_id("explanation");
    huiyin::store::run(office.connection(),
                       "INSERT INTO explanation (id, rule, subject, since, reason, at, recorder)"
                       " SELECT ?, 'complaint.replied-in-time', no, at + 86400, ?, ?, 1"
                       " FROM matter WHERE no = ?",
                       id, writing.keep("explanation.reason", id, std::string_view("住户出差")),
                       writing.now(), no);
}

}  // namespace

TEST_CASE("the middle of an even number of values is the mean of the two middle ones cut down") {
    CHECK(median({}) == std::nullopt);
    CHECK(median({7}) == 7);
    CHECK(median({1, 4}) == 2);
    CHECK(median({1, 2, 9}) == 2);
    CHECK(median({1, 2, 3, 9}) == 2);
    CHECK(median({2, 4, 8, 100}) == 6);
}

TEST_CASE("nine of ten values lie at or under the nearest rank") {
    CHECK(percentile({}, 90) == std::nullopt);
    CHECK(percentile({7}, 90) == 7);
    CHECK(percentile({1, 2}, 90) == 2);
    CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9}, 90) == 9);
    CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90) == 9);
    CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 90) == 10);
}

TEST_CASE("a week without complaints has figures and no rates") {
    ScratchOffice office;
    const auto json = report_json(report_of(office), office.zone());
    CHECK(json["complaints"]["received"] == 0);
    CHECK(json["complaints"]["by_channel"] == Json{{"letter", 0}, {"phone", 0}, {"visit", 0}});
    CHECK(json["complaints"]["by_class"] == Json{{"1", 0}, {"2", 0}, {"3", 0}});
    CHECK(json["complaints"]["by_category"] == Json::object());
    CHECK(json["complaints"]["replied_on_time"] == Json{{"num", 0}, {"den", 0}, {"rate", nullptr}});
    CHECK(json["complaints"]["reply_seconds"] == Json{{"median", nullptr}, {"p90", nullptr}});
    CHECK(json["breaches"] == Json{{"total", 0},
                                   {"explained", 0},
                                   {"by_clause", Json::object()},
                                   {"list", Json::array()}});
    CHECK(json["last_year"] == nullptr);
    CHECK(json["edition"] == nullptr);
}

TEST_CASE("the keys of the JSON stand in the order of the contract") {
    ScratchOffice office;
    const auto json = report_json(report_of(office), office.zone());
    const std::vector<std::string> figures{"complaints", "suggestions", "callbacks",
                                           "surveys",    "repairs",     "duty",
                                           "events",     "conduct",     "breaches"};
    std::vector<std::string> all{"schema", "office", "week", "from", "to", "as_of", "edition"};
    all.insert(all.end(), figures.begin(), figures.end());
    all.insert(all.end(),
               {"carry", "ages", "people", "places", "homes", "causes", "three_rates", "hotline",
                "overdue", "previous", "last_year", "summary", "journal", "regulation", "changes"});
    CHECK(keys(json) == all);
    CHECK(keys(json["previous"]["breaches"]) ==
          std::vector<std::string>{"total", "explained", "by_clause"});
    CHECK(keys(json["previous"]) == figures);
    CHECK(keys(json["complaints"]) ==
          std::vector<std::string>{"received", "by_channel", "by_class", "by_category", "closed",
                                   "closed_unsatisfied", "closed_unverified", "open_at_end",
                                   "repeat", "joint", "unreachable", "forwarded", "replied_on_time",
                                   "reply_seconds"});
    CHECK(keys(json["callbacks"]) ==
          std::vector<std::string>{"done", "by_method", "handled", "signed_visits", "satisfied"});
    CHECK(keys(json["repairs"]) ==
          std::vector<std::string>{"received", "by_category", "urgent", "finished", "open_at_end",
                                   "rework", "called_back", "urged", "arrived_on_time",
                                   "solved_on_time", "fixed_first_visit"});
    CHECK(keys(json["duty"]) == std::vector<std::string>{"shifts", "covered", "gaps", "patrols"});
    CHECK(keys(json["breaches"]) ==
          std::vector<std::string>{"total", "explained", "by_clause", "list"});
    CHECK(keys(json["journal"]) == std::vector<std::string>{"entries", "head", "seal"});
}

TEST_CASE("the times of the JSON are those of the office") {
    ScratchOffice office;
    const auto json =
        report_json(report_of(office, "2027-01-04 00:00:00", "2026-W53"), office.zone());
    CHECK(json["schema"] == "huiyin.report.weekly/1");
    CHECK(json["week"] == "2026-W53");
    CHECK(json["from"] == "2026-12-28T00:00:00+08:00");
    CHECK(json["to"] == "2027-01-04T00:00:00+08:00");
    CHECK(json["as_of"] == "2027-01-04T00:00:00+08:00");
}

TEST_CASE("a rate is rounded to four decimals") {
    ScratchOffice office;
    handled(office, "2026-11-16 09:00:00", "2026-11-16 10:00:00");
    handled(office, "2026-11-16 09:00:00", "2026-11-16 10:00:00");
    handled(office, "2026-11-16 09:00:00");
    const auto json = report_json(report_of(office), office.zone());
    CHECK(json["complaints"]["replied_on_time"].dump() == R"({"num":2,"den":3,"rate":0.6667})");
}

TEST_CASE("a rate with something missing is never 1") {
    CHECK(rate_json({604'780, 604'800}).at("rate") == 0.9999);
    CHECK(rate_json({604'800, 604'800}).at("rate") == 1);
    CHECK(rate_json({2, 3}).at("rate") == 0.6667);
    CHECK(rate_json({0, 0}).at("rate").is_null());
}

TEST_CASE("a percentage is cut to a tenth and never reaches what it falls short of") {
    CHECK(percent(Rate{19, 48}) == "39.5");
    CHECK(percent(Rate{2, 5}) == "40");
    CHECK(percent(Rate{2, 3}) == "66.6");
    CHECK(percent(Rate{29, 200}) == "14.5");
    CHECK(percent(Rate{1999, 2000}) == "99.9");
    CHECK(percent(Rate{99'999, 100'000}) == "99.9");
    CHECK(percent(Rate{200, 200}) == "100");
    CHECK(percent(Rate{0, 7}) == "0");
    CHECK(percent(0.145) == "14.5");
    CHECK(percent(0.9999) == "99.9");
    CHECK(share_cut({604'780, 604'800}) == 0.9999);
}

TEST_CASE("a reply is owed in the week in which its limit ends") {
    ScratchOffice office;
    handled(office, "2026-11-15 00:00:00", "2026-11-15 09:00:00");
    handled(office, "2026-11-21 23:59:59", "2026-11-22 23:59:59");
    handled(office, "2026-11-22 00:00:00", "2026-11-22 09:00:00");
    const auto report = report_of(office, "2026-12-01 00:00:00");
    // The first fell due on Monday 00:00:00 of this week, the last on that of the next.
    CHECK(report.figures.replied_on_time.den == 2);
    CHECK(report.figures.replied_on_time.num == 2);
    CHECK(report.previous.replied_on_time.den == 0);
}

TEST_CASE("a reply a second late is late and one that never came is too") {
    ScratchOffice office;
    handled(office, "2026-11-16 09:00:00", "2026-11-17 09:00:00");
    handled(office, "2026-11-16 09:00:00", "2026-11-17 09:00:01");
    handled(office, "2026-11-16 09:00:00");
    const auto report = report_of(office);
    CHECK(report.figures.replied_on_time.num == 1);
    CHECK(report.figures.replied_on_time.den == 3);
    CHECK(report.figures.breaches.by_clause.at("2.2.4") == 2);
}

TEST_CASE(
    "no reply is owed to who cannot be reached or withdrew in time nor for a void complaint") {
    ScratchOffice office;
    office.complaint("2026-11-16 09:00:00", ScratchOffice::anonymous());
    office.close("2026-11-17 09:00:00", handled(office, "2026-11-16 09:00:00"), "withdrawn");
    office.annul("2026-11-20 09:00:00", handled(office, "2026-11-16 09:00:00"));
    CHECK(report_of(office).figures.replied_on_time.den == 0);
    SUBCASE("withdrawn a second too late it was owed") {
        office.close("2026-11-17 09:00:01", handled(office, "2026-11-16 09:00:00"), "withdrawn");
        const auto rate = report_of(office).figures.replied_on_time;
        CHECK(rate.num == 0);
        CHECK(rate.den == 1);
    }
}

TEST_CASE("in the middle of a week only what is due by then is counted") {
    ScratchOffice office;
    handled(office, "2026-11-16 09:00:00", "2026-11-16 10:00:00");
    handled(office, "2026-11-17 09:00:00", "2026-11-17 10:00:00");
    const auto at_noon = report_of(office, "2026-11-17 12:00:00");
    CHECK(at_noon.figures.complaints.received == 2);
    CHECK(at_noon.figures.replied_on_time.den == 1);
    CHECK(contains(drafted_summary(at_noon).zh, "本周至今"));
    CHECK(report_of(office, "2026-11-17 08:59:59").figures.replied_on_time.den == 0);
}

TEST_CASE("a breach counts in the week in which it began") {
    ScratchOffice office;
    const auto no = handled(office, "2026-11-21 23:59:59");
    const auto report = report_of(office, "2026-11-30 00:05:00");
    REQUIRE(report.breaches.size() == 1);
    CHECK(report.breaches.front().subject == no);
    CHECK(report.breaches.front().since == office.time("2026-11-22 23:59:59"));
    CHECK(report.figures.breaches.total == 1);

    const auto next = report_of(office, "2026-11-30 00:05:00", "2026-W48");
    CHECK(next.previous.breaches.total == 1);
    for (const auto& breach : next.breaches)
        CHECK(breach.subject != no);
}

TEST_CASE("an explained breach is still one and is explained from then on") {
    ScratchOffice office;
    const auto no = handled(office, "2026-11-16 09:00:00");
    explain(office, "2026-11-23 09:00:00", no);
    const auto before = report_of(office, "2026-11-23 08:59:59").figures.breaches;
    CHECK(before.total == 1);
    CHECK(before.explained == 0);
    const auto after = report_of(office, "2026-11-23 09:00:00").figures.breaches;
    CHECK(after.total == 1);
    CHECK(after.explained == 1);
}

TEST_CASE("the week before is told by the same figures seen from the same moment") {
    ScratchOffice office;
    handled(office, "2026-11-11 09:00:00");
    handled(office, "2026-11-17 09:00:00", "2026-11-17 10:00:00");
    const auto later = "2026-11-23 00:05:00";
    auto own = report_json(report_of(office, later, "2026-W46"), office.zone());
    const auto told = report_json(report_of(office, later), office.zone())["previous"];
    CHECK(told["complaints"]["received"] == 1);
    own["breaches"].erase("list");
    for (const auto& [name, figures] : told.items())
        CHECK(own[name] == figures);
}

TEST_CASE("a new edition is for new figures and not for a later day or other words") {
    ScratchOffice office;
    handled(office, "2026-11-17 09:00:00", "2026-11-17 10:00:00");
    file(office, "2026-W46", "2026-11-16 00:05:00");
    auto report = report_of(office);
    const auto filed = comparable_figures(report);
    report.summary = "平稳";
    report.edition = 1;
    report.journal = {.entries = 99, .hash = "ff"};
    CHECK(comparable_figures(report) == filed);
    CHECK(comparable_figures(report_of(office, "2026-12-24 00:00:00")) == filed);
    SUBCASE("what came in a week before is no news of this week") {
        handled(office, "2026-11-11 09:00:00", "2026-11-11 10:00:00");
        // Withdrawn, so that no callback is owed, which this week would be told of.
        office.close("2026-11-12 09:00:00", "TS-2026-0002", "withdrawn");
        CHECK(comparable_figures(report_of(office)) == filed);
    }
    SUBCASE("one that is recorded afterwards is") {
        office.complaint("2026-11-20 09:00:00");
        CHECK(comparable_figures(report_of(office)) != filed);
    }
    SUBCASE("one that is voided afterwards is") {
        office.annul("2026-11-25 09:00:00", "TS-2026-0001");
        CHECK(comparable_figures(report_of(office, "2026-11-26 00:00:00")) != filed);
    }
}

TEST_CASE("the drafted summary says what the figures say in two to four sentences") {
    ScratchOffice office;
    file(office, "2026-W46", "2026-11-16 00:05:00");
    auto noise = ScratchOffice::by("letter");
    noise.matter.category = "噪声";
    office.complaint("2026-11-10 09:00:00", noise);
    CHECK(drafted_summary(report_of(office)).zh ==
          "本周受理投诉 0 件(上周 1 件),办结 0 件,期末在办 1 件。没有违规。");

    for (const auto* at : {"2026-11-16 09:00:00", "2026-11-16 09:00:00"}) {
        const auto no = office.complaint(at, noise);
        const auto writing = office.writing(at);
        assign_matter(writing, no, "chen", "首接", huiyin::records::MatterKind::complaint);
        investigate_complaint(writing, no, "现场查看属实");
        give_opinion(writing, no, "当日处理");
    }
    office.reply("2026-11-16 12:00:00", "TS-2026-0002");
    // One reply was late or never came, and the other was not followed by a callback.
    const auto draft = drafted_summary(report_of(office));
    CHECK(draft.zh ==
          "本周受理投诉 2 件(上周 1 件),办结 0 件,期末在办 3 件。反映最多的是噪声(2 件)。"
          "应答复 2 件,按时答复 1 件(50 %)。违规 2 项,已说明 0 项。");
    CHECK(draft.en ==
          "Complaints this week: 2 received (1 the week before), 0 closed, 3 open at the end."
          " The foremost category: 噪声 (2). Replies due: 2, in time: 1 (50 %)."
          " Breaches: 2, explained: 0.");
}

TEST_CASE("no category stands out where two are named as often") {
    ScratchOffice office;
    auto complaint = ScratchOffice::anonymous();
    for (const auto* category : {"噪声", "照明", "噪声", "照明"}) {
        complaint.matter.category = category;
        office.complaint("2026-11-22 23:59:59", complaint);
    }
    CHECK_FALSE(contains(drafted_summary(report_of(office)).zh, "反映最多"));
}

TEST_CASE("the summary is the manager's own or one drafted in the office's language") {
    ScratchOffice office(Language::english);
    auto report = report_of(office);
    CHECK(report_json(report, office.zone())["summary"] ==
          "Complaints this week: 0 received (0 the week before), 0 closed, 0 open at the end."
          " No breaches.");
    report.summary = "A quiet week.";
    CHECK(report_json(report, office.zone())["summary"] == "A quiet week.");
    CHECK(contains(text_of(office, report), "A quiet week."));
}

TEST_CASE("the document tells each figure with that of the week before") {
    ScratchOffice office;
    handled(office, "2026-11-11 09:00:00", "2026-11-11 10:00:00");
    handled(office, "2026-11-16 09:00:00", "2026-11-16 11:00:00");
    handled(office, "2026-11-16 09:00:00");
    auto report = report_of(office);
    report.edition = 2;
    const auto text = text_of(office, report);
    for (const std::string part :
         {"学府苑住宅服务部 周报 2026-W47", "2026-11-16 00:00 至 2026-11-23 00:00",
          "截至 2026-11-23 00:05:00", "第 2 版", "1/2  50 %", "上周 1/1  100 %", "2 小时",
          "上周 1 小时", "TS-2026-0003", "未说明"}) {
        CAPTURE(part);
        CHECK(contains(text, part));
    }
    const auto english = text_of(office, report, Language::english);
    CHECK(contains(english, "week before: 1/1  100 %"));
    CHECK(contains(english, "edition 2"));
}

TEST_CASE("what is not kept yet is left out of the document") {
    ScratchOffice office;
    const auto text = text_of(office, report_of(office));
    for (const std::string part : {"值班", "问卷", "重大事项"}) {
        CAPTURE(part);
        CHECK_FALSE(contains(text, part));
    }
}

TEST_CASE("one missed reply among hundreds never reads as 100 percent") {
    ScratchOffice office;
    auto report = report_of(office);
    report.figures.replied_on_time = {.num = 399, .den = 400};
    CHECK(contains(text_of(office, report), "399/400  99.7 %"));
    report.figures.replied_on_time = {.num = 400, .den = 400};
    CHECK(contains(text_of(office, report), "400/400  100 %"));
    report.figures.replied_on_time = {.num = 1, .den = 8};
    CHECK(contains(text_of(office, report), "1/8  12.5 %"));
}
