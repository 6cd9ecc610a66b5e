#include "huiyin/gate/gate.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "office_on_disk.hpp"

using namespace huiyin;
using namespace huiyin::gate;
using huiyin::gate::testing::OfficeOnDisk;

namespace {

/// The exit code it ends with; nothing where it does not throw a Failure.
template <typename Work>
std::optional<base::Exit> exit_of(const Work& work) {
    try {
        work();
    } catch (const base::Failure& failure) {
        return failure.code();
    }
    return {};
}

/// Hands a batch its commands one by one.
NextCommand one_by_one(std::vector<Command> commands) {
    return
        [commands = std::move(commands), at = std::size_t{0}]() mutable -> std::optional<Command> {
            if (at == commands.size()) return {};
            return commands[at++];
        };
}

}  // namespace

TEST_CASE("a command is one entry of the journal, and the session is told its number") {
    const OfficeOnDisk office;
    auto session = office.session("chen");
    std::string told;
    session.on_commit = [&](const std::string& numbers) { told = numbers; };
    const auto entries = office.entries();
    const auto outcome = write(session, OfficeOnDisk::complaint());
    CHECK(outcome.no.starts_with("TS-"));
    CHECK(told == outcome.no);
    CHECK(outcome.seq == entries + 1);
    CHECK(office.entries() == entries + 1);
    CHECK(office.complaints() == 1);
    CHECK_FALSE(outcome.due.empty());  // 2.2.4: it is to be answered
}

TEST_CASE("what is refused leaves neither row nor entry, and names its clause") {
    const OfficeOnDisk office;
    const auto entries = office.entries();
    try {
        write(office.session("chen"), OfficeOnDisk::refused());
        FAIL("recorded");
    } catch (const Refusal& refusal) {
        REQUIRE_FALSE(refusal.findings().empty());
        CHECK(refusal.findings().front().rule->clause == "2.2.3");
        CHECK(refusal.code() == base::Exit::refused);
    }
    CHECK(office.entries() == entries);
    CHECK(office.complaints() == 0);
}

TEST_CASE("what is denied is an entry without a row") {
    const OfficeOnDisk office;
    const auto entries = office.entries();
    auto forbidden = OfficeOnDisk::complaint();
    forbidden.rights = {Right::administer};
    forbidden.line = "staff add";
    CHECK(exit_of([&] { write(office.session("chen"), forbidden); }) == base::Exit::not_permitted);
    CHECK(office.entries() == entries + 1);
    CHECK(office.last_command() == "staff add");
    CHECK(office.complaints() == 0);
    CHECK(exit_of([&] { write(office.session("nobody"), OfficeOnDisk::complaint()); }) ==
          base::Exit::not_permitted);
}

TEST_CASE("an error while it is recorded takes everything back") {
    const OfficeOnDisk office;
    const auto entries = office.entries();
    auto broken = OfficeOnDisk::complaint();
    broken.record = [record = broken.record](const records::Writing& writing) {
        record(writing);
        throw base::Failure(base::Exit::usage, base::Label{"写错", "wrong"});
        return records::WriteResult{};
    };
    CHECK(exit_of([&] { write(office.session("chen"), broken); }) == base::Exit::usage);
    CHECK(office.complaints() == 0);
    CHECK(office.entries() == entries);
}

TEST_CASE("a dry run judges and leaves nothing") {
    const OfficeOnDisk office;
    auto session = office.session("chen");
    session.dry_run = true;
    const auto entries = office.entries();
    const auto outcome = write(session, OfficeOnDisk::complaint());
    CHECK(outcome.dry_run);
    CHECK_FALSE(outcome.due.empty());
    CHECK(office.complaints() == 0);
    CHECK(office.entries() == entries);
    CHECK(exit_of([&] { write(session, OfficeOnDisk::refused()); }) == base::Exit::refused);
}

TEST_CASE("a key stands for one command: again is the same answer, otherwise a conflict") {
    const OfficeOnDisk office;
    auto keyed = OfficeOnDisk::complaint();
    keyed.key = "slip-1";
    keyed.arguments = "complaint add --text 热水时有时无";
    const auto first = write(office.session("chen"), keyed);
    const auto entries = office.entries();
    const auto again = write(office.session("chen"), keyed);
    CHECK(again.replayed);
    CHECK(again.no == first.no);
    CHECK(again.seq == first.seq);
    CHECK(office.complaints() == 1);
    CHECK(office.entries() == entries);
    keyed.arguments = "complaint add --text 停水";
    CHECK(exit_of([&] { write(office.session("chen"), keyed); }) == base::Exit::key_conflict);
}

TEST_CASE("a command that leaves a trace is an entry though it changes no row") {
    const OfficeOnDisk office;
    const auto entries = office.entries();
    auto quiet = OfficeOnDisk::command(
        Right::read, [](const records::Writing&) { return records::WriteResult{}; });
    CHECK(write(office.session("chen"), quiet).seq == 0);
    CHECK(office.entries() == entries);
    quiet.leaves_trace = true;
    CHECK(write(office.session("chen"), quiet).seq == entries + 1);
    CHECK(office.entries() == entries + 1);
}

TEST_CASE("a batch is one entry, kept whole or not at all") {
    const OfficeOnDisk office;
    const auto entries = office.entries();
    std::vector<bool> kept;
    const auto take = [&](LineResult result) { kept.push_back(result.outcome.has_value()); };
    const std::vector lines{OfficeOnDisk::complaint("一"), OfficeOnDisk::refused(),
                            OfficeOnDisk::complaint("二")};

    CHECK_FALSE(write_batch(office.session("chen"), one_by_one(lines), take, "batch", false));
    CHECK(office.complaints() == 0);
    CHECK(office.entries() == entries);
    CHECK(kept == std::vector{true, false, true});

    kept.clear();
    CHECK(write_batch(office.session("chen"), one_by_one(lines), take, "batch", true));
    CHECK(office.complaints() == 2);
    CHECK(office.entries() == entries + 1);
    CHECK(kept == std::vector{true, false, true});
}

TEST_CASE("who reads needs the right to, and sees whether somebody wrote meanwhile") {
    const OfficeOnDisk office;
    auto reading = open_to_read(office.session("chen"), "complaint list");
    CHECK(reading.viewer.login == "chen");
    CHECK_FALSE(overtaken(reading));
    write(office.session("chen"), OfficeOnDisk::complaint());
    CHECK(overtaken(reading));
    const auto entries = office.entries();
    CHECK(exit_of([&] {
              open_to_read(office.session("chen"), "export", Right::export_everything);
          }) == base::Exit::not_permitted);
    CHECK(office.entries() == entries + 1);
    CHECK(peek(office.session("nobody")) == std::nullopt);
}
