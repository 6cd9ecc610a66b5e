#include "opening.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "huiyin/store/functions.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/lock.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "watched_file.hpp"

namespace huiyin::store {

namespace fs = std::filesystem;
using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""us;

/// By pointers to these SQLite hands them back.
constexpr std::chrono::milliseconds full_patience = patience;
/// What an early opening saves is a millisecond or two.
constexpr std::chrono::milliseconds early_patience = 500ms;

/// SQLite's own way of waiting sleeps a millisecond at first and soon twenty-five. A commit is over
/// in less, and so is the reading of a schema, for which a commit has to wait: whoever waits here
/// looks often at first.
int look_again(void* longest, int looks) noexcept {
    constexpr int often = 50;
    constexpr std::chrono::microseconds soon = 100us;
    constexpr std::chrono::microseconds later = 2ms;
    const auto waited = std::min(looks, often) * soon + std::max(looks - often, 0) * later;
    if (waited >= *static_cast<const std::chrono::milliseconds*>(longest)) return 0;
    std::this_thread::sleep_for(looks < often ? soon : later);
    return 1;
}

/// `longest` outlives the connection.
void wait_where_busy(Connection& connection, const std::chrono::milliseconds& longest) {
    sqlite3_busy_handler(connection.handle(), look_again,
                         const_cast<std::chrono::milliseconds*>(&longest));
}

void require_ours(Connection& connection, const fs::path& path) {
    if (find_integer(connection, "PRAGMA application_id") != application_id)
        throw Failure(
            Exit::failed,
            compose({"{} 不是 huiyin 的数据文件", "{} is not a huiyin store"}, path.string()),
            Label{"检查 --db 与 HUIYIN_DB 所指的文件",
                  "check the file that --db or HUIYIN_DB names"});
    const auto version = version_of(connection);
    if (version > migrations().back().number)
        throw Failure(Exit::failed,
                      compose({"{} 由更新版本的 huiyin 建立(结构 {})",
                               "{} was made by a newer huiyin (schema {})"},
                              path.string(), version),
                      Label{"请升级本程序", "upgrade this program"});
}

Failure no_permission(const fs::path& path) {
    return {
        Exit::failed,
        compose({"没有权限打开数据文件 {}", "no permission to open the store {}"}, path.string()),
        Label{"请管理员检查文件和目录的权限(共用的见 huiyin init --group),或换用有权限的账号",
              "ask an administrator to check the permissions of the file and its folders (to share "
              "it: huiyin init --group), or use an account that has access"}};
}

/// An interrupted write leaves a journal that a reader may not roll back. Whoever may write mends
/// it in passing.
bool mend_interrupted_write(const fs::path& path) {
    if (access(path.c_str(), W_OK) != 0) return false;
    const WriterLock lock(path);
    auto connection = open_file(path, SQLITE_OPEN_READWRITE);
    return find_integer(connection, "SELECT count(*) FROM sqlite_schema").has_value();
}

Connection open_durable(const fs::path& path) {
    auto connection = open_hardened(path, SQLITE_OPEN_READWRITE);
    require_own_schema(connection, path);
    make_durable(connection);
    return connection;
}

std::int64_t schema_number(Connection& connection) {
    return find_integer(connection, "PRAGMA schema_version").value_or(0);
}

bool has_moved(Connection& connection) {
    int moved = 0;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

}  // namespace

fs::path with_real_folder(const fs::path& path) {
    std::error_code none;
    const fs::path folder = fs::canonical(fs::absolute(path).parent_path(), none);
    return none ? fs::absolute(path) : folder / path.filename();
}

void require_file(const fs::path& path) {
    std::error_code none;
    if (fs::is_regular_file(path, none)) {
        if (access(path.c_str(), R_OK) == 0) return;
        throw no_permission(path);
    }
    // Where a folder cannot be looked into, nobody knows whether there is a store.
    if (none == std::errc::permission_denied) throw no_permission(path);
    // A pipe would keep whoever opens it waiting, a device might never end.
    if (fs::exists(path, none))
        throw Failure(Exit::failed,
                      compose({"{} 不是普通文件", "{} is not a regular file"}, path.string()),
                      Label{"检查 --db 与 HUIYIN_DB 所指的文件",
                            "check the file that --db or HUIYIN_DB names"});
    throw Failure(Exit::failed,
                  compose({"没有数据文件 {}", "there is no store at {}"}, path.string()),
                  Label{"首次使用请先建立:huiyin init --office 名称;或用 --db 指明文件",
                        "create one first: huiyin init --office NAME; or name the file with --db"});
}

Connection open_file(const fs::path& path, int flags) {
    set_up_sqlite();
    Connection connection(SQLite::Database(path.string(), flags | SQLITE_OPEN_NOFOLLOW));
    watch_file(connection, path);
    wait_where_busy(connection, full_patience);
    define_functions(connection);
    return connection;
}

void harden(Connection& connection) {
    sqlite3* handle = connection.handle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    connection.execute(
        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;");
    heed_interruption(connection);
}

void make_durable(Connection& connection) {
    connection.execute(
        "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
}

std::int64_t version_of(Connection& connection) {
    return find_integer(connection, "PRAGMA user_version").value_or(0);
}

void require_own_schema(Connection& connection, const fs::path& path) {
    const auto version =
        static_cast<std::size_t>(std::max<std::int64_t>(version_of(connection), 0));
    std::string names;
    for (const auto& name : schema_differences(connection, "main", version))
        names += (names.empty() ? "" : ", ") + name;
    if (version > 0 && names.empty()) return;
    throw Failure(
        Exit::integrity,
        compose({"{} 的结构被改动:{}", "the schema of {} was altered: {}"}, path.string(), names),
        Label{"停止录入,运行 huiyin audit verify;可用备份恢复(huiyin restore)",
              "stop recording and run huiyin audit verify; it can be restored from a backup "
              "(huiyin restore)"});
}

Connection open_hardened(const fs::path& path, int flags) {
    auto connection = open_file(path, flags);
    harden(connection);
    require_ours(connection, path);
    return connection;
}

Connection open_unchecked(const fs::path& given) {
    const auto path = with_real_folder(given);
    require_file(path);
    return explained(path.string(), [&] {
        try {
            return open_hardened(path, SQLITE_OPEN_READONLY);
        } catch (const SQLite::Exception& error) {
            const int primary = error.getErrorCode() & 0xff;
            if ((primary != SQLITE_READONLY && primary != SQLITE_CANTOPEN) ||
                !mend_interrupted_write(path))
                throw;
            return open_hardened(path, SQLITE_OPEN_READONLY);
        }
    });
}

void EarlyOpening::attempt() {
    try {
        auto connection = open_hardened(path_, SQLITE_OPEN_READWRITE);
        wait_where_busy(connection, early_patience);
        schema_ = schema_number(connection);
        require_own_schema(connection, path_);
        make_durable(connection);
        wait_where_busy(connection, full_patience);
        opened_.emplace(std::move(connection));
    } catch (const std::exception&) {
        // It is opened under the lock, which says what is wrong if it still is.
    }
}

Connection EarlyOpening::take() {
    if (opened_ && is_good_still()) return std::move(*opened_);
    opened_.reset();
    return open_durable(path_);
}

/// A restored store is another file under the same name; a migrated one has another schema, and
/// may be newer than this program.
bool EarlyOpening::is_good_still() {
    if (has_moved(*opened_)) return false;
    require_ours(*opened_, path_);
    return schema_number(*opened_) == schema_;
}

}  // namespace huiyin::store
