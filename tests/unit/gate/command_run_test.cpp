// A batch is what its lines would be by themselves, wherever among them some fail.

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/gate/gate.hpp"
#include "office_on_disk.hpp"
#include "trials.hpp"

using namespace huiyin;
using namespace huiyin::gate;
using huiyin::gate::testing::OfficeOnDisk;

namespace {

using Commands = std::vector<Command>;

NextCommand from(const Commands& commands) {
    return [&commands, at = std::size_t{0}]() mutable -> std::optional<Command> {
        if (at == commands.size()) return {};
        return commands[at++];
    };
}

Command fails_after_writing() {
    return OfficeOnDisk::command(
        Right::office_work, [](const records::Writing& writing) -> records::WriteResult {
            records::NewComplaint complaint;
            complaint.matter = {.channel = "phone", .unit = "5-601", .text = "没有记下的"};
            records::add_complaint(writing, complaint);
            throw base::Failure(base::Exit::not_found, base::Label{"没有", "none"});
        });
}

Command fails_before_writing() {
    return OfficeOnDisk::command(
        Right::office_work, [](const records::Writing&) -> records::WriteResult {
            throw base::Failure(base::Exit::usage, base::Label{"不成", "it is wrong"});
        });
}

Command is_denied() {
    return OfficeOnDisk::command(Right::administer, [](const records::Writing&) {
        return records::WriteResult{"nobody", {}};
    });
}

/// Of the first complaint, where there is one: a correction is recorded twice over.
Command corrects(const std::string& name) {
    return OfficeOnDisk::command(Right::office_work, [name](const records::Writing& writing) {
        const auto first =
            store::find_integer(writing.connection(), "SELECT min(id) FROM matter").value_or(0);
        if (first == 0) throw base::Failure(base::Exit::not_found, base::Label{"没有", "none"});
        records::amend_complaint(writing, first, "from", name, "笔误");
        return records::WriteResult{"first", {}};
    });
}

/// What became of a line: the number it got, or the code it failed with.
std::string told(const LineResult& result) {
    if (result.outcome) return result.outcome->no + (result.outcome->replayed ? " again" : "");
    try {
        std::rethrow_exception(result.failure);
    } catch (const base::Failure& failure) {
        return std::to_string(static_cast<int>(failure.code()));
    }
}

std::vector<std::string> as_batch(const OfficeOnDisk& office, const Commands& commands,
                                  bool dry_run = false, bool skip = true) {
    std::vector<std::string> results;
    auto session = office.session("chen");
    session.dry_run = dry_run;
    write_batch(
        session, from(commands), [&](const LineResult& result) { results.push_back(told(result)); },
        "batch", skip);
    return results;
}

std::vector<std::string> one_by_one(const OfficeOnDisk& office, const Commands& commands) {
    std::vector<std::string> results;
    for (const auto& command : commands) {
        LineResult result;
        try {
            result.outcome = write(office.session("chen"), command);
        } catch (const base::Failure&) {
            result.failure = std::current_exception();
        }
        results.push_back(told(result));
    }
    return results;
}

/// Every row that the lines wrote, but for times, salts and which entry a row is of.
std::vector<std::string> rows_of(const OfficeOnDisk& office) {
    auto connection = store::open_to_read(office.session("root").store);
    std::vector<std::string> rows;
    for (const auto* sql :
         {"SELECT id || ' ' || no || ' ' || coalesce(person, '-') || ' ' || coalesce(unit, '-') ||"
          " ' ' || text FROM matter ORDER BY id",
          "SELECT id || ' ' || matter || ' ' || seq || ' ' || what FROM step ORDER BY id",
          "SELECT s.id || ' ' || s.place || ' ' || iif(s.place GLOB 'journal*', 0, s.row) || ' ' ||"
          " coalesce(c.value, '-') FROM said s LEFT JOIN content c ON c.id = s.id ORDER BY s.id",
          "SELECT unit || ' ' || home FROM home_spelling ORDER BY unit",
          "SELECT prefix || ' ' || last FROM number_series ORDER BY prefix",
          "SELECT key || ' ' || result FROM request_key ORDER BY key"})
        for (auto& row : store::all_texts(connection, sql))
            rows.push_back(std::move(row));
    return rows;
}

Commands by_chance(unsigned seed, int failing) {
    std::mt19937 random(seed);
    Commands commands;
    for (int line = 0; line < 70; ++line) {
        const auto what = static_cast<int>(random() % 100);
        auto command = OfficeOnDisk::complaint("第" + std::to_string(line) + "件");
        if (what < failing)
            command = what % 4 == 0   ? fails_before_writing()
                      : what % 4 == 1 ? fails_after_writing()
                      : what % 4 == 2 ? OfficeOnDisk::refused()
                                      : is_denied();
        else if (what < failing + 6)
            command = corrects("王" + std::to_string(line));
        else if (what < failing + 10)
            command.reads_files = true;
        else if (what < failing + 16) {
            command.key = "k" + std::to_string(random() % 4);
            command.arguments = *command.key;
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

}  // namespace

TEST_CASE("a batch records what its lines record one by one, wherever some of them fail") {
    const auto seeds = static_cast<unsigned>(huiyin::testing::trials(3, 1));
    for (const int failing : {3, 12, 50})
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            CAPTURE(seed);
            CAPTURE(failing);
            const auto commands = by_chance(seed, failing);
            const OfficeOnDisk in_batch;
            const OfficeOnDisk single;
            const auto entries = in_batch.entries();
            const auto results = as_batch(in_batch, commands);
            CHECK_EQ(results, one_by_one(single, commands));
            CHECK_EQ(rows_of(in_batch), rows_of(single));
            // One of its own, and one for each that was denied.
            const auto denied = std::ranges::count(
                results, std::to_string(static_cast<int>(base::Exit::not_permitted)));
            CHECK_EQ(in_batch.entries(), entries + 1 + denied);
        }
}

TEST_CASE("a trial tells the same of each line and records nothing") {
    const auto commands = by_chance(7, 12);
    const OfficeOnDisk office;
    const auto entries = office.entries();
    const auto trial = as_batch(office, commands, true);
    CHECK_EQ(office.complaints(), 0);
    const auto stopped = as_batch(office, commands, false, false);
    CHECK_EQ(office.complaints(), 0);
    CHECK_EQ(trial, stopped);
    CHECK_EQ(trial, as_batch(office, commands));
    CHECK_GT(office.entries(), entries);
}

TEST_CASE("lines that fail on either side of an entry's end take nothing of it back") {
    // Those that fail stand around the end, or behind it alone: then the lines of both entries
    // would be behind one mark.
    for (const bool around : {true, false}) {
        CAPTURE(around);
        Commands commands;
        for (int line = 1; line <= 1'003; ++line) {
            commands.push_back(OfficeOnDisk::complaint("第" + std::to_string(line) + "件"));
            if (around && line >= 998 && line <= 1'002) commands.push_back(OfficeOnDisk::refused());
            if (around && line == 1'000) commands.push_back(fails_after_writing());
        }
        if (!around) commands.push_back(OfficeOnDisk::refused());
        const OfficeOnDisk office;
        const auto entries = office.entries();
        as_batch(office, commands);
        CHECK_EQ(office.complaints(), 1'003);
        CHECK_EQ(office.entries(), entries + 2);
        auto connection = store::open_to_read(office.session("root").store);
        CHECK_EQ(store::find_integer(connection, "SELECT count(DISTINCT entry) FROM step"), 2);
        CHECK_EQ(store::find_integer(connection,
                                     "SELECT count(*) FROM step WHERE entry ="
                                     " (SELECT min(entry) FROM step)"),
                 1'000);
        CHECK_EQ(store::find_integer(connection, "SELECT count(DISTINCT matter) FROM step"), 1'003);
    }
}

TEST_CASE("of the lines before one that fails those that read a file are not recorded again") {
    int times = 0, times_of_file = 0;
    const auto counted = [](int& count) {
        auto command = OfficeOnDisk::complaint();
        command.record = [&count, record = command.record](const records::Writing& writing) {
            ++count;
            return record(writing);
        };
        return command;
    };
    auto with_file = counted(times_of_file);
    with_file.reads_files = true;
    Commands commands{OfficeOnDisk::complaint(),
                      OfficeOnDisk::complaint(),
                      OfficeOnDisk::complaint(),
                      OfficeOnDisk::complaint(),
                      with_file,
                      counted(times),
                      fails_after_writing(),
                      with_file};
    const OfficeOnDisk office;
    as_batch(office, commands);
    CHECK_EQ(office.complaints(), 7);
    CHECK_EQ(times, 2);
    CHECK_EQ(times_of_file, 2);
}
