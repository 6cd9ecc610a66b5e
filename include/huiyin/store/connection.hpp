#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "huiyin/base/failure.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// Whatever takes a Connection, in this room and in those above it, lets SQLite's errors through as
/// SQLite::Exception; headers name only what is thrown beside it. In the end `explain` makes a
/// failure of it.
namespace huiyin::store {

/// One open database with its prepared statements kept for reuse. SQL handed to it is source text
/// of this program; values are always bound. For one thread.
class Connection {
  public:
    explicit Connection(SQLite::Database database);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) = delete;
    ~Connection();

    /// Runs one or more statements that take no values; their rows are passed over.
    void execute(std::string_view sql);
    /// The SQLite handle, for the interfaces SQLiteCpp does not wrap.
    sqlite3* handle() const;
    SQLite::Database& database() { return database_; }

  private:
    friend class Query;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    using Pool = std::vector<Statement>;

    /// Those of one text. It stays where it is for the connection's life.
    Pool& pool_of(std::string_view sql);
    Statement borrow(Pool& pool, std::string_view sql);
    static void give_back(Pool& pool, Statement statement) noexcept;

    /// Looks texts up without a copy of them, by their length and their ends, in which most differ:
    /// to read all of each takes as long as some statements run.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const {
            constexpr std::size_t end = 32;
            return std::hash<std::string_view>{}(
                       sql.substr(sql.size() - std::min(end, sql.size()))) +
                   sql.size();
        }
    };

    SQLite::Database database_;
    std::unordered_map<std::string, Pool, Hash, std::equal_to<>> idle_;
};

/// What is read within its life is of one moment. It ends without a word, also where SQLite has
/// ended it by itself.
class ReadTransaction {
  public:
    explicit ReadTransaction(Connection& connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

  private:
    Connection& connection_;
};

/// Many queries that need not each take the store's lock. Writers have their turn between two of
/// them, a few times a tenth of a second, so that what is read is not of one moment. Does nothing
/// inside a transaction. Ends without a word.
class ReadingInTurns {
  public:
    explicit ReadingInTurns(Connection& connection);
    ~ReadingInTurns();
    ReadingInTurns(const ReadingInTurns&) = delete;
    ReadingInTurns& operator=(const ReadingInTurns&) = delete;

    /// Where this turn has lasted long enough another begins. No statement may be open.
    void between();
    /// Runs `work` outside of any turn, as what may end a transaction by its failing.
    template <typename Work>
    void outside(Work work) {
        end();
        work();
        begin();
    }

  private:
    void begin();
    void end() noexcept;

    Connection& connection_;
    bool turns_;  ///< else this is inside a transaction
    bool reading_ = false;
    std::chrono::steady_clock::time_point begun_;
};

/// What an SQLite error means to the person at the terminal: Exit::busy where another program held
/// the store, interrupted for a signal, else failed (damaged, read-only, full, …).
base::Failure explain(const SQLite::Exception& error, std::string_view path);

/// Runs `work`, turning SQLite's errors into failures that people understand; others go through.
template <typename Work>
auto explained(std::string_view path, Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw explain(error, path);
    }
}

}  // namespace huiyin::store
