#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

namespace {

namespace fs = std::filesystem;
using base::Exit;
using base::Failure;
using namespace std::chrono_literals;

/// An empty store in a folder of its own.
class StoreOnDisk {
  public:
    StoreOnDisk() {
        auto name = (fs::temp_directory_path() / "huiyin-opening.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a store");
        folder_ = name;
        auto made = create(path());
        made.connection.execute(base::format("PRAGMA application_id = {}", application_id));
        for (const auto& migration : migrations())
            made.connection.execute(migration.sql);
        made.connection.execute(
            base::format("PRAGMA user_version = {}", migrations().back().number));
    }
    ~StoreOnDisk() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    StoreOnDisk(const StoreOnDisk&) = delete;
    StoreOnDisk& operator=(const StoreOnDisk&) = delete;

    fs::path path() const { return folder_ / "office.db"; }

  private:
    fs::path folder_;
};

/// A row that needs no other, and how many of them there are.
void add_home(Connection& connection, std::string_view unit) {
    run(connection, "INSERT INTO home_spelling (unit, home) VALUES (?1, ?1)", unit);
}

std::int64_t homes(Connection& connection) {
    return find_integer(connection, "SELECT count(*) FROM home_spelling").value();
}

/// The kernel lists who waits for a lock with an arrow before its kind.
bool waits_for_a_lock(pid_t process) {
    const auto mine = base::format(" {} ", process);
    std::ifstream locks("/proc/locks");
    for (std::string line; std::getline(locks, line);)
        if (line.find("-> FLOCK") != std::string::npos && line.find(mine) != std::string::npos)
            return true;
    return false;
}

/// Another process that writes: it does its `work` once this one waits for it, and then ends
/// without a word, as one does that is killed.
class OtherWriter {
  public:
    OtherWriter(const StoreOnDisk& store, const std::function<void(WritableStore&)>& work) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const auto waiting = getpid();
        child_ = fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            try {
                auto held = open_to_write(store.path());
                if (write(ends[1], "!", 1) != 1) _exit(1);
                const auto deadline = std::chrono::steady_clock::now() + 5s;
                while (!waits_for_a_lock(waiting) && std::chrono::steady_clock::now() < deadline)
                    std::this_thread::sleep_for(1ms);
                work(held);
            } catch (...) {
                _exit(1);
            }
            _exit(0);
        }
        char ready = 0;
        REQUIRE(read(ends[0], &ready, 1) == 1);
        close(ends[0]);
        close(ends[1]);
    }
    ~OtherWriter() {
        int status = -1;
        waitpid(child_, &status, 0);
        CHECK(status == 0);
    }
    OtherWriter(const OtherWriter&) = delete;
    OtherWriter& operator=(const OtherWriter&) = delete;

  private:
    pid_t child_ = 0;
};

}  // namespace

TEST_CASE("whoever waited for another writer sees what that one wrote") {
    const StoreOnDisk store;
    const OtherWriter other(store, [](auto& held) { add_home(held.connection, "1-101"); });
    auto mine = open_to_write(store.path());
    CHECK(homes(mine.connection) == 1);
    add_home(mine.connection, "1-102");
    CHECK(homes(mine.connection) == 2);
    CHECK(find_text(mine.connection, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a schema that was altered during the wait is noticed") {
    const StoreOnDisk store;
    const OtherWriter other(store, [](auto& held) {
        held.connection.execute(
            "CREATE TRIGGER spy AFTER INSERT ON home_spelling BEGIN"
            " DELETE FROM home_spelling WHERE unit <> new.unit; END");
    });
    try {
        open_to_write(store.path());
        FAIL("a foreign trigger is not noticed");
    } catch (const Failure& failure) {
        CHECK(failure.code() == Exit::integrity);
    }
}

TEST_CASE("a store that a newer program took over during the wait is noticed") {
    const StoreOnDisk store;
    const OtherWriter other(
        store, [](auto& held) { held.connection.execute("PRAGMA user_version = 9999"); });
    try {
        open_to_write(store.path());
        FAIL("a newer schema is not noticed");
    } catch (const Failure& failure) {
        CHECK(failure.code() == Exit::failed);
    }
}

TEST_CASE("whoever waits while a store is restored writes into what took its place") {
    const StoreOnDisk store;
    const auto path = store.path();
    const OtherWriter other(store, [&](auto&) {
        const auto beside = path.string() + ".fresh";
        fs::copy_file(path, beside);
        Connection copy(SQLite::Database(beside, SQLITE_OPEN_READWRITE));
        add_home(copy, "2-201");
        fs::rename(beside, path);
    });
    {
        auto mine = open_to_write(path);
        CHECK(homes(mine.connection) == 1);
        add_home(mine.connection, "2-202");
    }
    auto now = open_to_read(path);
    CHECK(homes(now) == 2);
}

TEST_CASE("what a killed writer left half done is undone by whoever waited for it") {
    const StoreOnDisk store;
    {
        auto first = open_to_write(store.path());
        for (int number = 0; number < 300; ++number)
            add_home(first.connection, base::format("1-{}", number));
    }
    const OtherWriter other(store, [](auto& held) {
        // So that pages are in the file before the commit that never comes.
        held.connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE");
        held.connection.execute("UPDATE home_spelling SET home = 'lost' || unit");
        for (int number = 0; number < 3000; ++number)
            add_home(held.connection, base::format("9-{}", number));
    });
    auto mine = open_to_write(store.path());
    CHECK(homes(mine.connection) == 300);
    CHECK(find_integer(mine.connection, "SELECT count(*) FROM home_spelling WHERE home <> unit") ==
          0);
    CHECK(find_text(mine.connection, "PRAGMA integrity_check") == "ok");
}

}  // namespace huiyin::store
