#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "huiyin/store/connection.hpp"

/// SQL that did not come with this program: what it may do, and for how long. What goes too far
/// fails where it is prepared or stepped, with SQLite::Exception; these guards say why it did.
namespace huiyin::store {

/// While it lives, statements on the connection are prepared only if they read, and only what is
/// admitted. One at a time; takes effect at preparing, so what was prepared before is not affected.
class ReadingOnly {
  public:
    using Admits = std::function<bool(std::string_view name)>;

    enum class Otherwise {
        fail,  ///< preparing fails with SQLite's error
        note   ///< it goes on, so that all is found that is wrong; what comes of it is never run
    };

    /// `table` is asked for tables and views, `function` for SQL functions; names in lower case.
    ReadingOnly(Connection& connection, Admits table, Admits function,
                Otherwise otherwise = Otherwise::fail);
    ~ReadingOnly();
    ReadingOnly(const ReadingOnly&) = delete;
    ReadingOnly& operator=(const ReadingOnly&) = delete;

    const std::set<std::string>& tables_denied() const { return tables_denied_; }
    const std::set<std::string>& functions_denied() const { return functions_denied_; }
    /// It would have done something else than read; that fails whatever `Otherwise` says.
    bool would_act() const { return would_act_ || (asked_for_schema_ && tables_denied_.empty()); }
    /// Throws what went wrong while judging, as for want of memory; SQLite says no more than that
    /// it was denied.
    void require_judged() const {
        if (failed_) std::rethrow_exception(failed_);
    }

  private:
    /// Asked by SQLite, whose C code no exception may cross.
    int answer(int action, const char* first, const char* second) noexcept;
    bool may_read(const std::string& name, std::string_view column) const;
    int judge(int action, const char* first, const char* second);

    Connection& connection_;
    Admits table_;
    Admits function_;
    Otherwise otherwise_;
    std::set<std::string> taken_;
    std::set<std::string> tables_denied_;
    std::set<std::string> functions_denied_;
    bool would_act_ = false;
    bool asked_for_schema_ = false;
    std::exception_ptr failed_;
};

/// While it lives, statements may change rows but neither the schema nor the connection, and reach
/// no other file.
class RowsOnly {
  public:
    explicit RowsOnly(Connection& connection);
    ~RowsOnly();
    RowsOnly(const RowsOnly&) = delete;
    RowsOnly& operator=(const RowsOnly&) = delete;

  private:
    Connection& connection_;
};

/// While it lives, what runs on the connection is interrupted after so many steps of SQLite's
/// machine (a quiet processor does some fifty million a second), and no value grows past a MiB.
class BoundedWork {
  public:
    BoundedWork(Connection& connection, std::int64_t steps);
    ~BoundedWork();
    BoundedWork(const BoundedWork&) = delete;
    BoundedWork& operator=(const BoundedWork&) = delete;

    /// The steps were not enough; else an interrupted statement was interrupted by a signal.
    bool spent() const { return left_ <= 0; }

  private:
    Connection& connection_;
    std::int64_t left_;
    int longest_value_;
};

/// Lets a signal end what runs on the connection; every connection of a store has it.
void heed_interruption(Connection& connection);

}  // namespace huiyin::store
