#include "huiyin/base/atomic_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::base {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& folder, int error) {
    throw Failure(
        Exit::failed,
        with_system_error(
            compose({"无法建立目录 {}", "cannot make the folder {}"}, folder.string()), error));
}

void require_free(const fs::path& target) {
    std::error_code none;
    if (!fs::exists(fs::symlink_status(target, none))) return;
    if (fs::is_directory(fs::symlink_status(target, none)) && fs::is_empty(target, none)) return;
    throw Failure(
        Exit::failed,
        compose({"{} 已经存在,不会覆盖", "{} already exists and is not overwritten"},
                target.string()),
        Label{"换一个目录名,如带上日期", "choose another name, for example with the date in it"});
}

void make_durable(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

/// `exports/` is the folder `exports`.
fs::path without_slash(fs::path path) {
    if (!path.has_filename()) path = path.parent_path();
    return path;
}

}  // namespace

AtomicFolder::AtomicFolder(fs::path target) : target_(without_slash(std::move(target))) {
    require_free(target_);
    auto name = target_.string() + ".XXXXXX";
    if (mkdtemp(name.data()) == nullptr) refuse(target_, errno);
    path_ = name;
}

AtomicFolder::~AtomicFolder() {
    std::error_code none;
    if (!path_.empty()) fs::remove_all(path_, none);
}

void AtomicFolder::publish() {
    make_durable(path_);
    // Takes the place of an empty folder, of nothing else.
    if (std::rename(path_.c_str(), target_.c_str()) != 0) refuse(target_, errno);
    path_.clear();
    make_durable(target_.has_parent_path() ? target_.parent_path() : ".");
}

}  // namespace huiyin::base
