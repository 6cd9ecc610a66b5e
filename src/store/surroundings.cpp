#include "huiyin/store/surroundings.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/sharing.hpp"

namespace huiyin::store {

namespace fs = std::filesystem;
using base::compose;
using base::Label;

namespace {

/// STRICT tables, `->>` and FTS5 as we use them.
constexpr int oldest_sqlite = 3'040'000;

constexpr std::uint64_t mebibyte = 1U << 20U;
constexpr std::uint64_t least_space = 20 * mebibyte;
constexpr std::uint64_t ample_space = 100 * mebibyte;

struct FileSystemName {
    std::int64_t magic;
    std::string_view name;
};
/// statfs(2); several of them stand in no header.
constexpr std::array network_names{
    FileSystemName{0x6969, "NFS"},      FileSystemName{0x517b, "SMB"},
    FileSystemName{0xff534d42, "CIFS"}, FileSystemName{0xfe534d42, "SMB2"},
    FileSystemName{0x5346414f, "AFS"},  FileSystemName{0x73757245, "Coda"},
    FileSystemName{0x65735546, "FUSE"}, FileSystemName{0x01021997, "9P"},
    FileSystemName{0x00c36400, "Ceph"}, FileSystemName{0x0bd00bd0, "Lustre"},
    FileSystemName{0x01161970, "GFS2"}, FileSystemName{0x7461636f, "OCFS2"},
};

std::optional<struct stat> status_of(const fs::path& path) {
    struct stat status {};
    return lstat(path.c_str(), &status) == 0 ? std::optional(status) : std::nullopt;
}

std::string mode_shown(mode_t mode) {
    return base::format("{:04o}", mode & 07777U);
}

std::string group_shown(gid_t group) {
    const auto* known = getgrgid(group);
    return known != nullptr ? known->gr_name : std::to_string(group);
}

Examination look_at_file(const fs::path& store) {
    Examination result{"file", {"数据文件", "store"}};
    const auto name = store.string();
    const auto status = status_of(store);
    if (!status)
        result.fault(compose({"没有数据文件 {}", "there is no store at {}"}, name),
                     Label{"首次使用:huiyin init;丢失的:huiyin restore 备份",
                           "for a new office: huiyin init; if it was lost: huiyin restore BACKUP"});
    else if (S_ISLNK(status->st_mode))
        result.fault(
            compose({"{} 是符号链接,不会打开", "{} is a symbolic link and is not opened"}, name),
            Label{"用 --db 写出它所指的文件", "name the file it points to with --db"});
    else if (!S_ISREG(status->st_mode))
        result.fault(compose({"{} 不是普通文件", "{} is not a regular file"}, name),
                     Label{"检查 --db 与 HUIYIN_DB", "check --db and HUIYIN_DB"});
    else if ((status->st_mode & S_IWOTH) != 0)
        result.fault(compose({"任何人都可改写 {}({})", "anybody can write to {} ({})"}, name,
                             mode_shown(status->st_mode)),
                     compose({"chmod o-rwx {}", "chmod o-rwx {}"}, name));
    else if ((status->st_mode & S_IROTH) != 0)
        result.notice(
            compose({"这台电脑上的任何账号都可读 {}({})",
                     "any account of this machine can read {} ({})"},
                    name, mode_shown(status->st_mode)),
            compose({"chmod o-rwx {0};审计另给权限:setfacl -m u:登录名:r {0}",
                     "chmod o-rwx {0}; give an auditor access with setfacl -m u:LOGIN:r {0}"},
                    name));
    return result;
}

Examination look_at_folder(const fs::path& folder, const struct stat& store) {
    Examination result{"folder", {"目录", "folder"}};
    const auto status = status_of(folder);
    if (!status) return result;
    const auto name = folder.string();
    if ((status->st_mode & S_IWOTH) != 0)
        result.fault(
            compose({"任何人都可在目录 {} 中放文件({})", "anybody can put files into {} ({})"},
                    name, mode_shown(status->st_mode)),
            compose({"chmod o-w {0};/tmp 之类不宜存放,另用一个目录",
                     "chmod o-w {0}; do not keep it in a place like /tmp: use another folder"},
                    name));
    if ((store.st_mode & S_IWGRP) == 0) return result;
    if ((status->st_mode & S_IWGRP) == 0)
        result.fault(compose({"组内成员不能在目录 {} 中写({}),因而不能登记",
                              "the group cannot write in {} ({}), so its members cannot record"},
                             name, mode_shown(status->st_mode)),
                     compose({"chmod 2770 {}", "chmod 2770 {}"}, name));
    if ((status->st_mode & S_ISGID) == 0)
        result.fault(compose({"目录 {} 缺少 setgid 位({}):新文件不属于共用的组",
                              "{} lacks the setgid bit ({}): new files do not get the group"},
                             name, mode_shown(status->st_mode)),
                     compose({"chmod g+s {}", "chmod g+s {}"}, name));
    if (status->st_gid != store.st_gid)
        result.fault(compose({"目录 {} 属于组 {},数据文件属于组 {}",
                              "{} belongs to the group {}, the store to {}"},
                             name, group_shown(status->st_gid), group_shown(store.st_gid)),
                     compose({"chgrp {} {}", "chgrp {} {}"}, group_shown(store.st_gid), name));
    return result;
}

/// SQLite's journal and the writers' lock must be as open as the store, for the same people.
Examination look_at_companions(const fs::path& path, const struct stat& store) {
    Examination result{"companions", {"日志与锁文件", "journal and lock files"}};
    const bool shared = (store.st_mode & S_IWGRP) != 0;
    for (const auto& beside : {journal_of(path), lock_of(path)}) {
        const auto status = status_of(beside);
        if (!status) continue;
        const auto name = beside.string();
        if (!S_ISREG(status->st_mode)) {
            result.fault(compose({"{} 不是普通文件", "{} is not a regular file"}, name),
                         compose({"rm {}", "rm {}"}, name));
            continue;
        }
        if ((status->st_mode & 0666U) != (store.st_mode & 0666U))
            result.fault(compose({"{} 的权限是 {},应与数据文件同为 {}",
                                  "{} has the mode {}, not {} as the store"},
                                 name, mode_shown(status->st_mode & 0777U),
                                 mode_shown(store.st_mode & 0666U)),
                         compose({"chmod {:o} {}", "chmod {:o} {}"}, store.st_mode & 0666U, name));
        if (shared && status->st_gid != store.st_gid)
            result.fault(compose({"{} 属于组 {},应为 {}", "{} belongs to the group {}, not {}"},
                                 name, group_shown(status->st_gid), group_shown(store.st_gid)),
                         compose({"chgrp {} {}", "chgrp {} {}"}, group_shown(store.st_gid), name));
        if (!shared && status->st_uid != store.st_uid)
            result.fault(
                compose({"{} 的主人不是数据文件的主人", "{} has another owner than the store"},
                        name),
                compose({"chown --reference={} {}", "chown --reference={} {}"}, path.string(),
                        name));
    }
    return result;
}

bool somebody_writes(const fs::path& store) {
    const int lock = open(lock_of(store).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (lock < 0) return false;
    const bool held = flock(lock, LOCK_SH | LOCK_NB) != 0;
    close(lock);
    return held;
}

Examination look_at_hot_journal(const fs::path& path) {
    Examination result{"interrupted-write", {"中断的写入", "interrupted write"}};
    const auto journal = status_of(journal_of(path));
    if (journal && S_ISREG(journal->st_mode) && journal->st_size > 0 && !somebody_writes(path))
        result.fault(
            Label{"上次写入中断,尚未复原", "a write was interrupted and is not undone yet"},
            Label{"由任一有写权限者运行一条登记命令,即自动复原;勿删 -journal 文件",
                  "the next recording command of anyone who may write undoes it; never delete the "
                  "-journal file"});
    return result;
}

Examination look_at_disk(const fs::path& folder, std::uint64_t store_bytes) {
    Examination result{"disk", {"磁盘", "disk"}};
    struct statfs system {};
    if (statfs(folder.c_str(), &system) == 0)
        // The magic number is signed on some machines and of 32 bits in all of them.
        if (const auto name = network_file_system(system.f_type & 0xffffffffLL))
            result.fault(
                compose({"{} 在网络或外加文件系统({})上:锁不可靠,可能损坏",
                         "{} is on a network or foreign file system ({}): its locks cannot be "
                         "relied on, and the store may be damaged"},
                        folder.string(), *name),
                Label{"移到本机磁盘;异地用 huiyin backup",
                      "move it to a local disk; for a copy elsewhere use huiyin backup"});
    struct statvfs space {};
    if (statvfs(folder.c_str(), &space) != 0) return result;
    const auto free_bytes = std::uint64_t{space.f_bavail} * space.f_frsize;
    const auto what = compose(
        {"磁盘只剩 {} MiB,数据文件有 {} MiB", "the disk has {} MiB left, the store has {} MiB"},
        free_bytes / mebibyte, store_bytes / mebibyte);
    const Label remedy{"腾出空间", "free some space"};
    const auto judgement = judge_space(free_bytes, store_bytes);
    if (judgement == Space::too_little) result.fault(what, remedy);
    if (judgement == Space::scarce) result.notice(what, remedy);
    return result;
}

Examination look_at_library() {
    Examination result{"sqlite", {"SQLite", "SQLite"}};
    if (!is_new_enough(sqlite3_libversion_number()))
        result.fault(
            compose({"SQLite {} 太旧,应为 3.40 或更新", "SQLite {} is too old: 3.40 or newer"},
                    sqlite3_libversion()),
            Label{"升级后重新编译", "upgrade it and build again"});
    return result;
}

}  // namespace

std::optional<std::string_view> network_file_system(std::int64_t magic) {
    const auto found = std::ranges::find(network_names, magic, &FileSystemName::magic);
    return found == network_names.end() ? std::nullopt : std::optional(found->name);
}

Space judge_space(std::uint64_t free_bytes, std::uint64_t store_bytes) {
    if (free_bytes < least_space) return Space::too_little;
    // A backup on the same disk, and the rewriting of the file, take as much again.
    return free_bytes < std::max(ample_space, 2 * store_bytes) ? Space::scarce : Space::enough;
}

bool gave_out(int sqlite_code) {
    constexpr std::array codes{SQLITE_NOMEM, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN};
    return std::ranges::find(codes, sqlite_code & 0xff) != codes.end();
}

bool is_new_enough(int sqlite_version) {
    return sqlite_version >= oldest_sqlite;
}

std::vector<Examination> examine_surroundings(const fs::path& given) {
    std::error_code none;
    const auto folder = fs::weakly_canonical(fs::absolute(given).parent_path(), none);
    const auto path = folder / given.filename();
    std::vector<Examination> all{look_at_library(), look_at_file(path)};
    struct stat store {};
    if (lstat(path.c_str(), &store) != 0 || !S_ISREG(store.st_mode)) return all;
    all.push_back(look_at_folder(folder, store));
    all.push_back(look_at_companions(path, store));
    all.push_back(look_at_hot_journal(path));
    all.push_back(look_at_disk(folder, static_cast<std::uint64_t>(store.st_size)));
    return all;
}

}  // namespace huiyin::store
