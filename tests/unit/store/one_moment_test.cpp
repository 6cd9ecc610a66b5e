#include "huiyin/store/one_moment.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/sharing.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A store with two thousand rows, in a folder of its own.
class StoreToRead {
  public:
    StoreToRead() {
        auto name = (fs::temp_directory_path() / "huiyin-moment.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a store");
        folder_ = name;
        auto made = create(path());
        made.connection.execute(base::format("PRAGMA application_id = {}", application_id));
        for (const auto& migration : migrations())
            made.connection.execute(migration.sql);
        made.connection.execute(
            base::format("PRAGMA user_version = {}", migrations().back().number));
        run(made.connection,
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)"
            " INSERT INTO home_spelling (unit, home)"
            " SELECT 'unit ' || n, hex(zeroblob(100)) || n FROM n");
    }
    ~StoreToRead() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    StoreToRead(const StoreToRead&) = delete;
    StoreToRead& operator=(const StoreToRead&) = delete;

    fs::path path() const { return folder_ / "office.db"; }
    bool keeps_pages() const { return fs::exists(kept_pages_of(path())); }

    /// What a command does: opens the store, writes, lets go.
    void write(std::string_view sql) const {
        auto store = open_to_write(path());
        store.connection.execute(base::format("BEGIN IMMEDIATE; {}; COMMIT", sql));
    }
    void change_something(std::minstd_rand& chance) const {
        write(
            base::format("UPDATE home_spelling SET home = 'moved ' || home WHERE unit = 'unit {}';"
                         "DELETE FROM home_spelling WHERE unit = 'unit {}';"
                         "INSERT INTO home_spelling VALUES ('new {}', hex(zeroblob({})))",
                         chance() % 2000, chance() % 2000, chance(), chance() % 6000));
    }

  private:
    fs::path folder_;
};

/// All of them, by an index.
std::string rows(Connection& connection) {
    std::string all;
    for (Query row(connection, "SELECT unit, home FROM home_spelling ORDER BY home, unit");
         row.next();)
        all += row.text(0) + ' ' + row.text(1) + '\n';
    return all;
}

void come_to_a_sudden_end() {
    kill(getpid(), SIGKILL);
}

/// In a process of its own, which comes to a sudden end in the midst of its work.
void in_a_process_that_is_killed(const std::function<void()>& work) {
    const auto process = fork();
    if (process == 0) {
        try {
            work();
        } catch (const std::exception&) {
            // It comes to its end by itself, which is told below.
        }
        _exit(1);
    }
    int status = 0;
    waitpid(process, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

TEST_CASE("what is read of one moment is as it was then, whoever writes, and no writer waits") {
    const StoreToRead store;
    std::minstd_rand chance(7);
    auto reader = open_to_read(store.path());
    const auto before = rows(reader);
    REQUIRE(begin_moment(reader));
    CHECK_FALSE(before.empty());
    for (int round = 0; round < 20; ++round) {
        const auto began = std::chrono::steady_clock::now();
        {
            const ReadTransaction reading(reader);
            CHECK(find_integer(reader, "SELECT count(*) FROM home_spelling") == 2000);
            for (int command = 0; command < 5; ++command)
                store.change_something(chance);
        }
        CHECK(std::chrono::steady_clock::now() - began < 5s);
        CHECK(rows(reader) == before);
    }
    CHECK(find_text(reader, "PRAGMA integrity_check") == "ok");
    CHECK(end_moment(reader));
    CHECK(rows(reader) != before);
    CHECK(find_text(reader, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a connection that joins a reader sees the moment of that one") {
    const StoreToRead store;
    auto reader = open_to_read(store.path());
    const auto before = rows(reader);
    REQUIRE(begin_moment(reader));
    store.write("DELETE FROM home_spelling WHERE unit LIKE 'unit 1%'");
    {
        auto other = open_to_read(store.path());
        CHECK(rows(other) != before);
        CHECK(read_as(other, reader));
        CHECK(rows(other) == before);
        store.write("DELETE FROM home_spelling WHERE true");
        CHECK(rows(other) == before);
    }
    CHECK(rows(reader) == before);
    CHECK(end_moment(reader));
    CHECK(rows(reader).empty());
}

TEST_CASE("pages are kept only while somebody reads so, by whoever may read the store") {
    const StoreToRead store;
    fs::permissions(store.path(), fs::perms(0660));
    CHECK_FALSE(store.keeps_pages());
    {
        auto reader = open_to_read(store.path());
        REQUIRE(begin_moment(reader));
        CHECK(is_of_one_moment(reader));
        REQUIRE(store.keeps_pages());
        CHECK(fs::status(kept_pages_of(store.path())).permissions() == fs::perms(0660));
        CHECK(end_moment(reader));
        CHECK_FALSE(is_of_one_moment(reader));
        CHECK_FALSE(store.keeps_pages());
        REQUIRE(begin_moment(reader));
    }
    CHECK_FALSE(store.keeps_pages());
}

TEST_CASE("one reads of one moment at a time, outside of a transaction") {
    const StoreToRead store;
    auto reader = open_to_read(store.path());
    auto another = open_to_read(store.path());
    {
        const ReadTransaction reading(reader);
        CHECK_FALSE(begin_moment(reader));
    }
    REQUIRE(begin_moment(reader));
    CHECK_FALSE(begin_moment(reader));
    CHECK_FALSE(begin_moment(another));
    CHECK_FALSE(end_moment(another));
    CHECK(end_moment(reader));
    CHECK(begin_moment(another));
    auto in_memory = scratch();
    CHECK_FALSE(begin_moment(in_memory));
}

TEST_CASE("who writes and keeps nothing is found out") {
    const StoreToRead store;
    auto reader = open_to_read(store.path());
    SUBCASE("alone") {
        REQUIRE(begin_moment(reader));
        SQLite::Database(store.path().string(), SQLite::OPEN_READWRITE)
            .exec("DELETE FROM home_spelling WHERE unit = 'unit 7'");
    }
    SUBCASE("before somebody who keeps pages") {
        REQUIRE(begin_moment(reader));
        SQLite::Database(store.path().string(), SQLite::OPEN_READWRITE)
            .exec("DELETE FROM home_spelling WHERE unit = 'unit 7'");
        store.write("DELETE FROM home_spelling WHERE unit = 'unit 8'");
    }
    SUBCASE("as the file was taken away") {
        REQUIRE(begin_moment(reader));
        fs::remove(kept_pages_of(store.path()));
        store.write("DELETE FROM home_spelling WHERE unit = 'unit 8'");
    }
    SUBCASE("as it rewrites the whole file") {
        REQUIRE(begin_moment(reader));
        store.write("DELETE FROM home_spelling WHERE unit > 'unit 3'");
        const auto kept = fs::file_size(kept_pages_of(store.path()));
        auto writer = open_to_write(store.path());
        scrub(writer.connection);
        // An erased text may have been in it.
        CHECK(fs::file_size(kept_pages_of(store.path())) < kept);
    }
    CHECK_FALSE(end_moment(reader));
    REQUIRE(begin_moment(reader));
    CHECK(end_moment(reader));
}

TEST_CASE("a writer's sudden end changes nothing for who reads of one moment") {
    const StoreToRead store;
    auto reader = open_to_read(store.path());
    const auto before = rows(reader);
    REQUIRE(begin_moment(reader));
    store.write("UPDATE home_spelling SET home = 'one' WHERE unit < 'unit 2'");
    in_a_process_that_is_killed([&] {
        auto writer = open_to_write(store.path());
        // So few pages in memory that others are written before the commit.
        writer.connection.execute(
            "PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
            "UPDATE home_spelling SET home = 'two ' || home WHERE true");
        come_to_a_sudden_end();
    });
    CHECK(fs::file_size(journal_of(store.path())) > 0);
    CHECK(rows(reader) == before);
    store.write("DELETE FROM home_spelling WHERE unit = 'unit 8'");
    CHECK(fs::file_size(journal_of(store.path())) == 0);
    CHECK(rows(reader) == before);
    CHECK(find_text(reader, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("what a reader left who came to a sudden end is taken away by who writes next") {
    const StoreToRead store;
    in_a_process_that_is_killed([&] {
        auto reader = open_to_read(store.path());
        if (begin_moment(reader)) come_to_a_sudden_end();
    });
    REQUIRE(store.keeps_pages());
    store.write("DELETE FROM home_spelling WHERE unit = 'unit 8'");
    CHECK_FALSE(store.keeps_pages());
    in_a_process_that_is_killed([&] {
        auto reader = open_to_read(store.path());
        if (begin_moment(reader)) come_to_a_sudden_end();
    });
    auto reader = open_to_read(store.path());
    REQUIRE(begin_moment(reader));
    const auto before = rows(reader);
    store.write("DELETE FROM home_spelling WHERE unit = 'unit 9'");
    CHECK(rows(reader) == before);
    CHECK(end_moment(reader));
    CHECK_FALSE(store.keeps_pages());
}

}  // namespace
}  // namespace huiyin::store
