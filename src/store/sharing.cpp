#include "huiyin/store/sharing.hpp"

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::store {

namespace fs = std::filesystem;
using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

[[noreturn]] void refuse(const fs::path& path) {
    const int error = errno;
    throw Failure(
        Exit::failed,
        base::with_system_error(compose({"无法共享 {}", "cannot share {}"}, path.string()), error),
        Label{"须由文件的主人运行,且其属于该组",
              "only its owner can do this, as a member of the group"});
}

std::optional<gid_t> find_group(const std::string& typed) {
    if (const auto* known = getgrnam(typed.c_str())) return known->gr_gid;
    if (const auto number = base::parse_whole(typed); number && *number <= 0x7fffffff)
        return static_cast<gid_t>(*number);
    return {};
}

bool may_give_to(gid_t group) {
    if (geteuid() == 0 || getegid() == group) return true;
    std::vector<gid_t> mine(static_cast<std::size_t>(std::max(getgroups(0, nullptr), 0)));
    mine.resize(static_cast<std::size_t>(
        std::max(getgroups(static_cast<int>(mine.size()), mine.data()), 0)));
    return std::ranges::find(mine, group) != mine.end();
}

fs::path folder_of(const fs::path& store) {
    return fs::absolute(store).parent_path();
}

void give(const fs::path& path, gid_t group, mode_t mode) {
    // The group first: changing it takes the setgid bit off.
    if (chown(path.c_str(), static_cast<uid_t>(-1), group) != 0) refuse(path);
    if (chmod(path.c_str(), mode) != 0) refuse(path);
}

}  // namespace

fs::path journal_of(const fs::path& store) {
    return store.string() + "-journal";
}
fs::path lock_of(const fs::path& store) {
    return store.string() + ".lock";
}
fs::path kept_pages_of(const fs::path& store) {
    return store.string() + ".reading";
}

gid_t require_group(std::string_view typed) {
    const auto group = find_group(std::string(typed));
    if (!group)
        throw Failure(Exit::usage,
                      compose({"--group:没有组 {}", "--group: there is no group {}"}, typed),
                      compose({"请系统管理员建立:groupadd {0};并把各人加入:usermod -aG {0} 登录名",
                               "ask the system administrator: groupadd {0}, and for each person "
                               "usermod -aG {0} LOGIN"},
                              typed));
    if (!may_give_to(*group))
        throw Failure(
            Exit::usage,
            compose({"--group:您不在组 {} 中", "--group: you are not in the group {}"}, typed),
            Label{"先加入该组并重新登录", "join it and log in again"});
    return *group;
}

void share_folder(const fs::path& store, gid_t group) {
    const auto folder = folder_of(store);
    std::error_code none;
    fs::create_directories(folder, none);
    struct stat status {};
    if (stat(folder.c_str(), &status) != 0) refuse(folder);
    if (status.st_gid == group && (status.st_mode & shared_folder_mode) == shared_folder_mode)
        return;
    if (!fs::is_empty(folder, none))
        throw Failure(Exit::failed,
                      compose({"目录 {} 里有别的东西,不能改为共享",
                               "the folder {} has other things in it and will not be shared"},
                              folder.string()),
                      Label{"为数据文件单独用一个目录,如 --db /srv/huiyin/office.db",
                            "give the store its own folder, such as --db /srv/huiyin/office.db"});
    give(folder, group, shared_folder_mode);
}

void share_files(const fs::path& store, gid_t group) {
    std::error_code none;
    for (const auto& path : {store, journal_of(store), lock_of(store)})
        if (fs::exists(path, none)) give(path, group, shared_file_mode);
}

void inherit_sharing(const fs::path& fresh, const fs::path& store) {
    struct stat model {};
    mode_t mode = 0600;
    if (stat(store.c_str(), &model) == 0)
        mode = model.st_mode & 0777;
    else if (stat(folder_of(store).c_str(), &model) != 0)
        return;
    else if ((model.st_mode & shared_folder_mode) == shared_folder_mode)
        mode = shared_file_mode;
    // Who is not in the group cannot give the file to it, and opens it to no other; `doctor` says
    // so.
    constexpr mode_t for_group = 0070;
    if (chown(fresh.c_str(), static_cast<uid_t>(-1), model.st_gid) != 0) mode &= ~for_group;
    if (chmod(fresh.c_str(), mode) != 0)
        throw Failure(Exit::failed, base::with_system_error(
                                        compose({"无法设定 {} 的权限", "cannot set the mode of {}"},
                                                fresh.string()),
                                        errno));
}

}  // namespace huiyin::store
