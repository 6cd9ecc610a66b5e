// What a report has of its own period alone, and which of it makes a new edition.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "huiyin/records/staff.hpp"
#include "huiyin/reports/report.hpp"
#include "records/scratch_office.hpp"

using namespace huiyin::reports;
using huiyin::base::Week;
using huiyin::records::testing::ScratchOffice;
using Json = nlohmann::ordered_json;

namespace {

/// Week 47 is Monday 2026-11-16 to Sunday 2026-11-22.
Report week_of(ScratchOffice& office, std::string_view as_of = "2026-11-23 00:05:00",
               std::string_view week = "2026-W47") {
    return compute_report(office.connection(), office.office(), office.zone(),
                          Period::of(Week::parse(week), office.zone()), office.time(as_of));
}

/// A complaint that keeps every limit but, unless told, that of its reply.
std::string kept_complaint(ScratchOffice& office, std::string_view at,
                           std::optional<std::string_view> replied = {}) {
    const auto no = office.complaint(at);
    const auto writing = office.writing(at);
    assign_matter(writing, no, "chen", "首接", huiyin::records::MatterKind::complaint);
    investigate_complaint(writing, no, "现场查看属实");
    give_opinion(writing, no, "当日处理");
    if (replied) office.reply(*replied, no);
    return no;
}

}  // namespace

TEST_CASE("last year is told by the figures of the same week seen from the same moment") {
    ScratchOffice office;
    const auto slow = kept_complaint(office, "2025-11-15 09:00:00");
    kept_complaint(office, "2025-11-18 09:00:00", "2025-11-18 10:00:00");
    office.reply("2025-11-20 09:00:00", slow);
    kept_complaint(office, "2026-11-17 09:00:00", "2026-11-17 10:00:00");
    const auto later = "2026-11-23 00:05:00";
    auto own = report_json(week_of(office, later, "2025-W47"), office.zone());
    const auto told = report_json(week_of(office, later), office.zone())["last_year"];
    CHECK(told["complaints"]["received"] == 1);
    own["breaches"].erase("list");
    for (const auto& [name, figures] : told.items())
        CHECK(own[name] == figures);
    CHECK(report_json(week_of(office, "2027-01-04 00:00:00", "2026-W53"),
                      office.zone())["last_year"] == nullptr);
}

TEST_CASE("what is carried over adds up, and what is void counts until it was voided") {
    ScratchOffice office;
    office.complaint("2026-11-14 09:00:00");
    office.complaint("2026-11-15 09:00:00");
    office.complaint("2026-11-17 09:00:00");
    office.complaint("2026-11-18 09:00:00");
    office.close("2026-11-19 09:00:00", "TS-2026-0001", "withdrawn");
    office.annul("2026-11-20 09:00:00", "TS-2026-0002");
    // Voided after the week, it stood at its end; voided after it was closed, it left as closed.
    office.annul("2026-11-23 00:00:00", "TS-2026-0003");
    office.annul("2026-11-21 09:00:00", "TS-2026-0001");
    const auto json = report_json(week_of(office, "2026-11-24 00:00:00"), office.zone());
    CHECK(json["carry"]["complaints"] ==
          Json{{"before", 2}, {"received", 2}, {"closed", 1}, {"voided", 1}, {"after", 2}});
    CHECK(json["complaints"]["open_at_end"] == 1);
    CHECK(json["ages"]["complaints"] ==
          Json{{"24h", 0}, {"72h", 0}, {"7d", 1}, {"30d", 0}, {"older", 0}});
}

TEST_CASE("who takes a complaint over has the whole limit from then") {
    ScratchOffice office;
    add_staff(office.writing("2026-11-16 08:00:00"),
              huiyin::records::NewStaff{.login = "sun", .name = "孙红"});
    const auto no = office.complaint("2026-11-17 09:00:00");
    const auto give = [&](std::string_view at, std::string_view login) {
        assign_matter(office.writing(at), no, login, "转交",
                      huiyin::records::MatterKind::complaint);
    };
    give("2026-11-17 09:10:00", "chen");
    give("2026-11-18 08:00:00", "sun");
    office.reply("2026-11-19 08:00:00", no);
    const auto row_of = [&](std::string_view login) {
        const auto json = report_json(week_of(office), office.zone());
        CHECK(json["complaints"]["replied_on_time"]["num"] == 0);
        for (const auto& row : json["people"])
            if (row["login"] == login) return row["replied"].dump();
        return std::string();
    };
    CHECK(row_of("sun") == R"({"num":1,"den":1,"rate":null})");
    CHECK(row_of("chen").find(R"("den":1)") == std::string::npos);
}

TEST_CASE("a key that an older edition lacks makes no new one") {
    CHECK(same_figures(R"({"complaints":{"received":3}})",
                       R"({"complaints":{"received":3,"closed":1},"carry":{"complaints":{}}})"));
    CHECK_FALSE(
        same_figures(R"({"complaints":{"received":3}})", R"({"complaints":{"received":4}})"));
    // Of categories one more is news, and one less; in a row of a list a key more is not.
    CHECK_FALSE(same_figures(R"({"complaints":{"by_category":{"A":1}}})",
                             R"({"complaints":{"by_category":{"A":1,"B":1}}})"));
    CHECK(same_figures(R"({"homes":[{"unit":"3-502","complaints":2}]})",
                       R"({"homes":[{"unit":"3-502","complaints":2,"repairs":0}]})"));
    CHECK_FALSE(same_figures(R"({"homes":[{"unit":"3-502","complaints":2}]})",
                             R"({"homes":[{"unit":"3-502","complaints":3}]})"));
    CHECK_FALSE(same_figures(R"({"homes":[]})", R"({"homes":[{"unit":"3-502"}]})"));
    CHECK(changes_between(R"({"complaints":{"received":3}})",
                          R"({"complaints":{"received":3},"carry":{"complaints":{"before":1}}})")
              .empty());
}
