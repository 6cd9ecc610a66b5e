#include "huiyin/store/store.hpp"

#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/system_error.hpp"
#include "huiyin/store/functions.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/small_blocks.hpp"
#include "opening.hpp"
#include "watched_file.hpp"

namespace huiyin::store {

namespace {

namespace fs = std::filesystem;
using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

/// Under one short read lock, page by page as the file is.
void copy_pages(Connection& source, Connection& target, std::string_view schema) {
    sqlite3_backup* backup =
        sqlite3_backup_init(target.handle(), std::string(schema).c_str(), source.handle(), "main");
    if (backup == nullptr) throw SQLite::Exception(target.handle());
    const auto deadline = std::chrono::steady_clock::now() + patience;
    int code = sqlite3_backup_step(backup, -1);
    while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && !interrupted() &&
           std::chrono::steady_clock::now() < deadline) {
        sqlite3_sleep(20);
        code = sqlite3_backup_step(backup, -1);
    }
    // It tells of no wait that was given up: by itself it would pass a copy of nothing.
    const int finished = sqlite3_backup_finish(backup);
    require_not_interrupted();
    if (code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
    if (finished != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(finished), finished);
}

/// An older schema, brought up to date in a copy of its own: a reader changes no file, and the next
/// recording command does it in the store.
Connection brought_up_to_date(Connection& source) {
    auto copy = scratch();
    copy_pages(source, copy, "main");
    const auto version = version_of(copy);
    for (const auto& migration : migrations())
        if (migration.number > version) copy.execute(migration.sql);
    copy.execute(base::format("PRAGMA user_version = {}", migrations().back().number));
    harden(copy);
    return copy;
}

}  // namespace

/// A connection stays with the thread that opened it, and nobody asks how much memory is in use: so
/// without those locks and counts.
void set_up_sqlite() {
    static const bool once = [] {
        keep_small_blocks();
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    (void)once;
}

Connection open_to_verify(const fs::path& path) {
    return open_unchecked(path);
}

Connection open_to_read(const fs::path& given) {
    auto connection = open_unchecked(given);
    return explained(given.string(), [&] {
        require_own_schema(connection, given);
        if (version_of(connection) < migrations().back().number)
            return brought_up_to_date(connection);
        return std::move(connection);
    });
}

std::int64_t data_version(Connection& connection) {
    return find_integer(connection, "PRAGMA data_version").value_or(0);
}

WritableStore open_to_write(const fs::path& given) {
    const auto path = with_real_folder(given);
    require_file(path);
    if (access(path.c_str(), W_OK) != 0)
        throw Failure(
            Exit::failed,
            compose({"{} 只能读,不能写", "{} can be read but not written"}, path.string()),
            Label{"请管理员检查文件与目录的权限",
                  "ask the administrator to check the permissions of file and folder"});
    return explained(path.string(), [&] {
        EarlyOpening opening(path);
        WriterLock lock(path, patience, [&] { opening.attempt(); });
        return WritableStore{std::move(lock), opening.take()};
    });
}

namespace {

bool closes_by_ending = false;

}  // namespace

void close_by_ending() {
    closes_by_ending = true;
}

void let_go(WritableStore store) noexcept {
    { const WriterLock until_now(std::move(store.lock)); }
    if (!closes_by_ending || sqlite3_get_autocommit(store.connection.handle()) == 0) return;
    // Who writes more than once leaves no more than the last.
    static Connection* left = nullptr;
    delete std::exchange(left, nullptr);
    try {
        left = std::make_unique<Connection>(std::move(store.connection)).release();
    } catch (const std::bad_alloc&) {
        // It is closed here and now.
    }
}

Connection open_under_lock(const WriterLock&, const fs::path& given) {
    const auto path = with_real_folder(given);
    require_file(path);
    return explained(path.string(), [&] {
        auto connection = open_hardened(path, SQLITE_OPEN_READWRITE);
        require_own_schema(connection, path);
        if (version_of(connection) < migrations().back().number)
            return brought_up_to_date(connection);
        return connection;
    });
}

namespace {

/// For its owner alone, whatever the umask: SQLite would let the whole machine read it.
void make_private_file(const fs::path& path) {
    const int descriptor =
        open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        close(descriptor);
    else
        throw Failure(Exit::failed,
                      base::with_system_error(
                          compose({"无法建立 {}", "cannot make {}"}, path.string()), errno));
}

}  // namespace

WritableStore create(const fs::path& given) {
    std::error_code none;
    if (const auto folder = fs::absolute(given).parent_path(); !fs::exists(folder, none)) {
        fs::create_directories(folder, none);
        if (none)
            throw Failure(Exit::failed,
                          compose({"无法建立目录 {}:{}", "cannot make the folder {}: {}"},
                                  folder.string(), none.message()));
    }
    const auto path = with_real_folder(given);
    if (fs::exists(path, none))
        throw Failure(Exit::failed, compose({"{} 已经存在", "{} already exists"}, path.string()),
                      Label{"换一个文件,或直接使用它", "choose another file, or use this one"});
    return explained(path.string(), [&] {
        WriterLock lock(path);
        make_private_file(path);
        auto connection = open_file(path, SQLITE_OPEN_READWRITE);
        harden(connection);
        make_durable(connection);
        return WritableStore{std::move(lock), std::move(connection)};
    });
}

Connection scratch() {
    set_up_sqlite();
    // An empty name is SQLite's own private file: it spills from memory and is never seen.
    Connection connection(SQLite::Database("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    define_functions(connection);
    heed_interruption(connection);
    return connection;
}

Connection scratch_copy(Connection& source) {
    auto copy = scratch();
    copy_pages(source, copy, "main");
    return copy;
}

void copy_into(Connection& target, std::string_view schema, const fs::path& path) {
    auto source = open_unchecked(path);
    run(target, base::format("ATTACH '' AS {}", schema));
    copy_pages(source, target, schema);
}

Connection private_copy(const fs::path& path) {
    auto source = open_to_read(path);
    auto copy = scratch();
    copy_pages(source, copy, "main");
    harden(copy);
    return copy;
}

void copy_to_file(const fs::path& path, const fs::path& target) {
    auto source = open_unchecked(path);
    auto copy =
        Connection(SQLite::Database(target.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    copy_pages(source, copy, "main");
    copy.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE;");
}

void scrub(Connection& connection) {
    keep_no_pages(connection);
    // The copy that VACUUM makes holds only what is left, so it may lie in a file meanwhile.
    connection.execute("PRAGMA temp_store = FILE");
    connection.execute("VACUUM");
    connection.execute("PRAGMA temp_store = MEMORY");
}

}  // namespace huiyin::store
