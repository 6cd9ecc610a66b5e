#pragma once

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "huiyin/base/failure.hpp"
#include "huiyin/store/page_check.hpp"
#include "huiyin/store/query.hpp"

/// A file whose pages are looked at.
namespace huiyin::store::testing {

inline constexpr std::size_t page_size = 512;

/// A file with trees of three levels, rows longer than a page, gaps and free pages.
class File {
  public:
    File() {
        auto name = (std::filesystem::temp_directory_path() / "huiyin-pages.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
        folder_ = name;
        auto connection = open();
        connection.execute(
            "PRAGMA page_size = 512;"
            "CREATE TABLE step (id INTEGER PRIMARY KEY, matter INT, said TEXT, at INT) STRICT;"
            "CREATE INDEX step_by_matter ON step (matter, at);"
            "CREATE UNIQUE INDEX step_said ON step (said) WHERE said IS NOT NULL;"
            "CREATE TABLE word (word TEXT, at INT, PRIMARY KEY (word, at)) STRICT, WITHOUT ROWID;"
            "CREATE TABLE file (id INTEGER PRIMARY KEY, bytes BLOB) STRICT;"
            "CREATE TABLE vacant (id INTEGER PRIMARY KEY) STRICT;"
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
            " INSERT INTO step SELECT i, i * 7919 % 611, iif(i % 5, printf('第 %d 步', i), NULL),"
            " i * 100000 * (i % 3) - 5 FROM n;"
            "INSERT INTO word SELECT said, id FROM step WHERE said IS NOT NULL AND id % 3 = 0;"
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
            " INSERT INTO file SELECT i, zeroblob(i * 397) FROM n;"
            "DELETE FROM step WHERE id BETWEEN 300 AND 420 OR id % 11 = 0;"
            "DELETE FROM file WHERE id % 4 = 0");
    }
    ~File() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    Connection open() const {
        return Connection(
            SQLite::Database(path().string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    }
    std::string bytes() const {
        std::ifstream in(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(std::size_t at, std::string_view bytes) const {
        std::fstream out(path(), std::ios::binary | std::ios::in | std::ios::out);
        out.seekp(static_cast<std::streamoff>(at));
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::uint32_t root(const std::string& name) const {
        auto connection = open();
        return static_cast<std::uint32_t>(
            find_integer(connection, "SELECT rootpage FROM sqlite_schema WHERE name = ?", name)
                .value());
    }
    static std::size_t place(std::uint32_t page) { return (page - 1) * page_size; }

  private:
    std::filesystem::path path() const { return folder_ / "file.db"; }
    std::filesystem::path folder_;
};

/// Looks at all of it; `meanwhile` happens every few pages.
inline bool is_sound(const File& file, const std::function<void(int turn)>& meanwhile = {},
                     RecordVisitor* visitor = nullptr) {
    try {
        auto connection = file.open();
        PageCheck check(connection, visitor);
        bool more = true;
        for (int turn = 0; more; ++turn) {
            if (meanwhile) meanwhile(turn);
            const ReadTransaction reading(connection);
            more = check.go_on([&] { return bool(meanwhile); });
        }
        return true;
    } catch (const base::Failure& failure) {
        CHECK(failure.code() == base::Exit::integrity);
    } catch (const SQLite::Exception&) {
        // What SQLite itself cannot open.
    }
    return false;
}

inline std::string number(std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

}  // namespace huiyin::store::testing
