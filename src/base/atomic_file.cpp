#include "huiyin/base/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::base {

namespace {

/// What to do where a file cannot be written; nothing for causes that say it themselves.
Text remedy_for(int error, const std::filesystem::path& target) {
    std::error_code ignored;
    const auto folder = target.parent_path();
    if (error == EEXIST)
        return compose(
            {"已有的不覆盖:换一个文件名,或先把 {} 移走",
             "what is there is not replaced: choose another name, or move {} away first"},
            target.string());
    if (error == ENOENT && !folder.empty() && !std::filesystem::exists(folder, ignored))
        return compose({"先建文件夹:mkdir -p {}", "make the folder first: mkdir -p {}"},
                       shell_quoted(folder.string()));
    return {};
}

/// A rename lasts once the folder does.
void make_folder_durable(const std::filesystem::path& target) {
    const auto folder = target.has_parent_path() ? target.parent_path() : ".";
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

/// Never replaces anything. Sticks have no links, and some file systems no such renaming.
bool place_beside_others(const std::filesystem::path& file, const std::filesystem::path& target) {
    if (renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    if (link(file.c_str(), target.c_str()) != 0) return false;
    unlink(file.c_str());
    return true;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target, Readers readers) : target_(std::move(target)) {
    auto name = target_.string() + ".XXXXXX";
    descriptor_ = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) refuse();
    path_ = name;
    if (readers == Readers::owner) return;
    const auto mask = umask(0);
    umask(mask);
    fchmod(descriptor_, 0666 & ~mask);
}

AtomicFile::~AtomicFile() {
    if (descriptor_ < 0) return;
    // Where nothing can be removed, an empty file says less than half of one.
    if (unlink(path_.c_str()) != 0) {
        [[maybe_unused]] const int emptied = ftruncate(descriptor_, 0);
    }
    close(descriptor_);
}

void AtomicFile::write(std::string_view bytes) {
    write_all(descriptor_, bytes, target_.string());
}

void AtomicFile::publish(Existing existing) {
    if (fsync(descriptor_) != 0) refuse();
    const bool placed = existing == Existing::keep ? place_beside_others(path_, target_)
                                                   : rename(path_.c_str(), target_.c_str()) == 0;
    if (!placed) refuse();
    close(std::exchange(descriptor_, -1));
    make_folder_durable(target_);
}

void AtomicFile::refuse() const {
    const int error = errno;
    throw Failure(
        Exit::failed,
        with_system_error(compose({"无法写文件 {}", "cannot write the file {}"}, target_.string()),
                          error),
        remedy_for(error, target_));
}

void write_all(int descriptor, std::string_view data, std::string_view name) {
    while (!data.empty()) {
        const auto written = ::write(descriptor, data.data(), data.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            throw Failure(
                Exit::failed,
                with_system_error(compose({"无法写到 {}", "cannot write to {}"}, name), errno));
        data.remove_prefix(static_cast<std::size_t>(written));
    }
}

void refuse_folder(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) return;
    constexpr std::string_view export_has = "commands.jsonl";
    const bool is_export = std::filesystem::exists(path / export_has, ignored);
    throw Failure(Exit::usage,
                  compose({"{} 是目录,不是文件", "{} is a folder, not a file"}, path.string()),
                  is_export ? compose({"导出的内容在 {}", "an export's commands are in {}"},
                                      (path / export_has).string())
                            : Text(Label{"写出目录中的那个文件", "name the file in it"}));
}

std::string read_whole(const std::filesystem::path& path, std::size_t limit) {
    refuse_folder(path);
    std::ifstream file(path, std::ios::binary);
    // By pieces: a limit may be a thousand times what most files hold.
    std::string bytes;
    std::string piece(std::min(limit, std::size_t{1} << 16U) + 1, '\0');
    while (bytes.size() <= limit && file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        bytes.append(piece, 0,
                     static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    }
    if (bytes.size() > limit)
        throw Failure(Exit::usage, compose({"文件 {} 太长(至多 {} 字节)",
                                            "the file {} is too long (at most {} bytes)"},
                                           path.string(), limit));
    if (!file.eof() || file.bad())
        throw Failure(Exit::failed,
                      compose({"读不到文件 {}", "cannot read the file {}"}, path.string()));
    return bytes;
}

}  // namespace huiyin::base
