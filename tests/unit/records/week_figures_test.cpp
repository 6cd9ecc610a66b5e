#include "huiyin/records/week_figures.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "records/scratch_office.hpp"

using huiyin::base::Week;
using huiyin::records::ComplaintCounts;
using huiyin::records::Policies;
using huiyin::records::testing::ScratchOffice;

namespace {

using Counts = std::map<std::string, std::int64_t>;
using Seconds = std::vector<std::int64_t>;

constexpr std::int64_t hour = 3600;
constexpr std::string_view long_after = "2027-12-31 00:00:00";

/// Week 47 is Monday 2026-11-16 to Sunday 2026-11-22.
ComplaintCounts count(ScratchOffice& office, std::string_view week = "2026-W47",
                      std::string_view as_of = long_after) {
    const Week counted = Week::parse(week);
    return count_complaints(office.connection(), Policies::load(office.connection()),
                            {.from = counted.begin(office.zone()),
                             .until = counted.end(office.zone()),
                             .as_of = office.time(as_of)});
}

}  // namespace

TEST_CASE("Sunday 23:59:59 is of the old week and Monday 00:00:00 of the new one") {
    ScratchOffice office;
    office.complaint("2026-11-22 23:59:59");
    CHECK(count(office, "2026-W47").received == 1);
    CHECK(count(office, "2026-W48").received == 0);
    office.complaint("2026-11-23 00:00:00");
    CHECK(count(office, "2026-W47").received == 1);
    CHECK(count(office, "2026-W48").received == 1);
}

TEST_CASE("the last week of a year counts on into January") {
    ScratchOffice office;
    office.complaint("2026-12-28 00:00:00");
    office.complaint("2027-01-03 23:59:59");
    office.complaint("2027-01-04 00:00:00");
    CHECK(count(office, "2026-W53").received == 2);
    CHECK(count(office, "2027-W01").received == 1);
}

TEST_CASE("what happens after the moment a week is seen from has not happened") {
    ScratchOffice office;
    const auto no = office.complaint("2026-11-18 09:00:00");
    office.complaint("2026-11-18 12:00:01");
    office.reply("2026-11-18 12:00:01", no);
    office.close("2026-11-18 12:00:01", no);

    const auto at_noon = count(office, "2026-W47", "2026-11-18 12:00:00");
    CHECK(at_noon.received == 1);
    CHECK(at_noon.closed == 0);
    CHECK(at_noon.open_at_end == 1);
    CHECK(at_noon.reply_seconds == Seconds{});

    const auto a_second_later = count(office, "2026-W47", "2026-11-18 12:00:01");
    CHECK(a_second_later.received == 2);
    CHECK(a_second_later.closed == 1);
    CHECK(a_second_later.open_at_end == 1);
    CHECK(a_second_later.reply_seconds == Seconds{3 * hour + 1});
}

TEST_CASE("a voided complaint is in no figure from the moment it is voided") {
    ScratchOffice office;
    auto complaint = ScratchOffice::by("visit", 9);
    complaint.own.set("class", std::int64_t{3});
    complaint.matter.category = "噪声";
    complaint.own.set("forwarded_by", "后勤处");
    const auto no = office.complaint("2026-11-18 09:00:00", complaint);
    office.reply("2026-11-18 10:00:00", no);
    office.close("2026-11-18 11:00:00", no, "withdrawn");
    office.annul("2026-11-20 12:00:00", no);

    CHECK(count(office, "2026-W47", "2026-11-20 11:59:59").received == 1);
    const auto after = count(office, "2026-W47", "2026-11-20 12:00:00");
    CHECK(after.received == 0);
    CHECK(after.by_channel == Counts{});
    CHECK(after.by_class == Counts{});
    CHECK(after.by_category == Counts{});
    CHECK(after.closed == 0);
    CHECK(after.closed_unverified == 0);
    CHECK(after.open_at_end == 0);
    CHECK(after.joint == 0);
    CHECK(after.forwarded == 0);
    CHECK(after.reply_seconds == Seconds{});
}

TEST_CASE("complaints are sorted by what was given and those without it are left out") {
    ScratchOffice office;
    auto noise = ScratchOffice::by("visit");
    noise.own.set("class", std::int64_t{3});
    noise.matter.category = "噪声";
    office.complaint("2026-11-16 09:00:00", noise);
    noise.matter.channel = "letter";
    noise.own.set("class", std::int64_t{1});
    office.complaint("2026-11-17 09:00:00", noise);
    office.complaint("2026-11-18 09:00:00");

    const auto counts = count(office);
    CHECK(counts.received == 3);
    CHECK(counts.by_channel == Counts{{"letter", 1}, {"phone", 1}, {"visit", 1}});
    CHECK(counts.by_class == Counts{{"1", 1}, {"3", 1}});
    CHECK(counts.by_category == Counts{{"噪声", 2}});
}

TEST_CASE("closings are told apart by how they ended") {
    ScratchOffice office;
    const auto closed = [&](std::optional<std::string> ended) {
        office.close("2026-11-19 09:00:00", office.complaint("2026-11-18 09:00:00"), ended);
    };
    closed({});
    closed("unsatisfied");
    closed("withdrawn");
    closed("letter");
    const auto counts = count(office);
    CHECK(counts.closed == 4);
    CHECK(counts.closed_unsatisfied == 1);
    CHECK(counts.closed_unverified == 2);
}

TEST_CASE("a closing counts in its own week whenever the complaint came in") {
    ScratchOffice office;
    office.close("2026-11-22 23:59:59", office.complaint("2026-11-03 09:00:00"));
    office.close("2026-11-23 00:00:00", office.complaint("2026-11-18 09:00:00"));
    CHECK(count(office, "2026-W47").closed == 1);
    CHECK(count(office, "2026-W48").closed == 1);
}

TEST_CASE("what is open at the end of a week came in before and was not closed by then") {
    ScratchOffice office;
    const auto old = office.complaint("2026-11-03 09:00:00");
    office.complaint("2026-11-23 00:00:00");
    CHECK(count(office, "2026-W47").open_at_end == 1);
    SUBCASE("closed with the week it is no longer open") {
        office.close("2026-11-22 23:59:59", old);
        CHECK(count(office, "2026-W47").open_at_end == 0);
    }
    SUBCASE("closed in the next week it was still open") {
        office.close("2026-11-23 00:00:00", old);
        CHECK(count(office, "2026-W47").open_at_end == 1);
        CHECK(count(office, "2026-W48").open_at_end == 1);
    }
}

TEST_CASE("a joint complaint is a visit by as many as the office calls a group at that time") {
    ScratchOffice office;
    office.complaint("2026-11-16 09:00:00", ScratchOffice::by("visit", 4));
    office.complaint("2026-11-16 09:00:00", ScratchOffice::by("letter", 60));
    office.complaint("2026-11-16 09:00:00", ScratchOffice::by("visit"));
    CHECK(count(office).joint == 0);
    office.complaint("2026-11-16 09:00:00", ScratchOffice::by("visit", 5));
    CHECK(count(office).joint == 1);

    set_policy(office.writing("2026-11-18 00:00:00"), "complaint.group_size", "3", {}, "试行");
    CHECK(count(office).joint == 1);
    office.complaint("2026-11-17 23:59:59", ScratchOffice::by("visit", 3));
    CHECK(count(office).joint == 1);
    office.complaint("2026-11-18 00:00:00", ScratchOffice::by("visit", 3));
    CHECK(count(office).joint == 2);
}

TEST_CASE("a complaint is reachable by a phone or by a home") {
    ScratchOffice office;
    auto complaint = ScratchOffice::anonymous();
    office.complaint("2026-11-16 09:00:00", complaint);
    complaint.matter.unit = "3-502";
    office.complaint("2026-11-16 09:00:00", complaint);
    office.complaint("2026-11-16 09:00:00");
    CHECK(count(office).unreachable == 1);
}

TEST_CASE("repeats and what others passed on are counted") {
    ScratchOffice office;
    auto complaint = ScratchOffice::by_phone();
    complaint.own.set("repeat_of", office.complaint("2026-11-10 09:00:00"));
    office.complaint("2026-11-16 09:00:00", complaint);
    complaint.own.set("repeat_of", {});
    complaint.own.set("forwarded_by", "后勤处");
    office.complaint("2026-11-16 09:00:00", complaint);
    const auto counts = count(office);
    CHECK(counts.repeat == 1);
    CHECK(counts.forwarded == 1);
    CHECK(count(office, "2026-W46").repeat == 0);
}

TEST_CASE("the time to reply is that of the first reply and counts in the week of the reply") {
    ScratchOffice office;
    const auto slow = office.complaint("2026-11-15 09:00:00");
    office.reply("2026-11-16 00:00:00", slow);
    office.reply("2026-11-24 09:00:00", slow);
    const auto quick = office.complaint("2026-11-22 22:00:00");
    office.reply("2026-11-22 23:59:59", quick);
    CHECK(count(office, "2026-W46").reply_seconds == Seconds{});
    CHECK(count(office, "2026-W47").reply_seconds == Seconds{2 * hour - 1, 15 * hour});
    CHECK(count(office, "2026-W48").reply_seconds == Seconds{});
}

TEST_CASE("of two replies in the same second one counts") {
    ScratchOffice office;
    const auto no = office.complaint("2026-11-16 09:00:00");
    office.reply("2026-11-16 10:00:00", no);
    office.reply("2026-11-16 10:00:00", no);
    CHECK(count(office).reply_seconds == Seconds{hour});
}
