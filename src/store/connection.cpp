#include "huiyin/store/connection.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <new>
#include <utility>

#include "huiyin/base/formatting.hpp"

namespace huiyin::store {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

Connection::Connection(SQLite::Database database) : database_(std::move(database)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection::~Connection() = default;

void Connection::execute(std::string_view sql) {
    database_.exec(std::string(sql));
}

sqlite3* Connection::handle() const {
    return database_.getHandle();
}

Connection::Pool& Connection::pool_of(std::string_view sql) {
    const auto known = idle_.find(sql);
    return known != idle_.end() ? known->second : idle_[std::string(sql)];
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

Connection::Statement Connection::borrow(Pool& pool, std::string_view sql) {
    if (!pool.empty()) {
        auto statement = std::move(pool.back());
        pool.pop_back();
        return statement;
    }
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(handle(), code);
    return Statement(prepared);
}

void Connection::give_back(Pool& pool, Statement statement) noexcept {
    // The error of a step that failed was told by it.
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    try {
        pool.push_back(std::move(statement));
    } catch (const std::bad_alloc&) {
        // It is prepared anew when it is asked for.
    }
}

namespace {

struct Meaning {
    int code;
    Exit exit;
    Label what;
    Label remedy;
};

constexpr std::array meanings{
    Meaning{SQLITE_BUSY,
            Exit::busy,
            {"数据文件正被其他程序占用", "another program is holding the store"},
            {"稍后重试;若有人用其他工具打开了它,请先关闭",
             "try again in a moment; close any other tool that has it open"}},
    Meaning{SQLITE_NOTADB,
            Exit::failed,
            {"不是 huiyin 的数据文件", "this is not a huiyin store"},
            {"检查 --db 与 HUIYIN_DB 所指的文件", "check the file that --db or HUIYIN_DB names"}},
    Meaning{SQLITE_CORRUPT,
            Exit::failed,
            {"数据文件已损坏", "the store is damaged"},
            {"停止录入,保留此文件,从备份恢复", "stop recording, keep this file, restore a backup"}},
    Meaning{SQLITE_READONLY,
            Exit::failed,
            {"数据文件只能读,不能写", "the store can be read but not written"},
            {"检查文件与目录的权限;若上次写入中断,任一有写权限者的下一条登记会自动修复",
             "check the permissions of file and folder; after an interrupted write, the next "
             "recording command of anyone who may write repairs it"}},
    Meaning{SQLITE_CANTOPEN,
            Exit::failed,
            {"打不开数据文件", "the store cannot be opened"},
            {"检查路径与权限;路径末端不得是符号链接",
             "check the path and its permissions; the file itself may not be a symbolic link"}},
    Meaning{SQLITE_FULL,
            Exit::failed,
            {"磁盘已满,什么也没有登记", "the disk is full; nothing was recorded"},
            {"腾出空间后重试", "free some space and try again"}},
    Meaning{SQLITE_IOERR,
            Exit::failed,
            {"读写数据文件出错,什么也没有登记",
             "reading or writing the store failed; nothing was "
             "recorded"},
            {"检查磁盘", "check the disk"}},
    Meaning{SQLITE_INTERRUPT,
            Exit::interrupted,
            {"已中断,什么也没有登记", "interrupted; nothing was recorded"},
            {}},
};

}  // namespace

ReadTransaction::ReadTransaction(Connection& connection) : connection_(connection) {
    connection_.execute("BEGIN");
}

ReadTransaction::~ReadTransaction() {
    try {
        connection_.execute("ROLLBACK");
    } catch (...) {  // SQLite has ended it by itself
    }
}

ReadingInTurns::ReadingInTurns(Connection& connection)
    : connection_(connection), turns_(sqlite3_get_autocommit(connection.handle()) != 0) {
    begin();
}

ReadingInTurns::~ReadingInTurns() {
    end();
}

void ReadingInTurns::between() {
    // Writers look again for their turn after so long.
    constexpr std::chrono::milliseconds turn{20};
    if (!reading_ || std::chrono::steady_clock::now() - begun_ < turn) return;
    end();
    begin();
}

void ReadingInTurns::begin() {
    if (!turns_) return;
    connection_.execute("BEGIN");
    reading_ = true;
    begun_ = std::chrono::steady_clock::now();
}

void ReadingInTurns::end() noexcept {
    if (!std::exchange(reading_, false)) return;
    try {
        // Not ROLLBACK, which would take back the temporary tables and views of this turn.
        connection_.execute("COMMIT");
    } catch (...) {  // SQLite has ended it by itself
    }
}

Failure explain(const SQLite::Exception& error, std::string_view path) {
    const int primary = error.getErrorCode() & 0xff;
    for (const auto& meaning : meanings) {
        if (meaning.code != primary) continue;
        return {meaning.exit,
                {base::format("{}:{}({})", path, meaning.what.zh, error.what()),
                 base::format("{}: {} ({})", path, meaning.what.en, error.what())},
                meaning.remedy};
    }
    return {Exit::failed,
            compose({"{}:数据库出错({})", "{}: the database failed ({})"}, path, error.what())};
}

}  // namespace huiyin::store
