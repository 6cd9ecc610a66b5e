#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/connection.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::store {

namespace {

/// A file of one table, that two programs have open.
class SharedFile {
  public:
    SharedFile()
        : path_(std::filesystem::temp_directory_path() /
                base::format("huiyin-turns-{}.db", ::getpid())),
          reader(open()),
          writer(open()) {
        writer.execute("CREATE TABLE told (word INTEGER)");
    }
    ~SharedFile() { std::filesystem::remove(path_); }
    SharedFile(const SharedFile&) = delete;
    SharedFile& operator=(const SharedFile&) = delete;

    std::int64_t count() { return find_integer(reader, "SELECT count(*) FROM told").value(); }
    void write() { writer.execute("INSERT INTO told VALUES (1)"); }

  private:
    Connection open() const {
        return Connection(
            SQLite::Database(path_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
    }

    std::filesystem::path path_;

  public:
    Connection reader;
    Connection writer;
};

TEST_CASE("a writer has its turn between two statements of a reader, once the turn has lasted") {
    SharedFile file;
    ReadingInTurns turns(file.reader);
    file.reader.execute("CREATE TEMP TABLE kept AS SELECT 7 AS word");
    CHECK(file.count() == 0);
    CHECK_THROWS_AS(file.write(), SQLite::Exception);
    std::this_thread::sleep_for(std::chrono::milliseconds{25});
    CHECK_THROWS_AS(file.write(), SQLite::Exception);
    turns.between();
    file.write();
    CHECK(file.count() == 1);
    CHECK_THROWS_AS(file.write(), SQLite::Exception);
    // What was made for reading stays.
    CHECK(find_integer(file.reader, "SELECT word FROM temp.kept") == 7);
    turns.outside([&] { file.write(); });
    CHECK(file.count() == 2);
}

TEST_CASE("the store is free after the last turn") {
    SharedFile file;
    {
        const ReadingInTurns turns(file.reader);
        CHECK(file.count() == 0);
    }
    file.write();
    CHECK(file.count() == 1);
}

TEST_CASE("within a transaction there are no turns") {
    SharedFile file;
    file.reader.execute("BEGIN");
    {
        ReadingInTurns turns(file.reader);
        CHECK(file.count() == 0);
        turns.outside([&] { CHECK_THROWS_AS(file.write(), SQLite::Exception); });
    }
    CHECK(sqlite3_get_autocommit(file.reader.handle()) == 0);
    CHECK_THROWS_AS(file.write(), SQLite::Exception);
}

}  // namespace
}  // namespace huiyin::store
