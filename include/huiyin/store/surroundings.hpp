#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/language.hpp"

/// What a store stands on: its files, their folder, the disk and the library. Throws nothing of its
/// own: what is wrong is a remark.
namespace huiyin::store {

/// One thing that was examined, and what is to be said about it; nothing when all is well.
struct Examination {
    struct Remark {
        bool fault;  ///< must be mended; else it is worth knowing
        base::Problem problem;
    };
    std::string_view check;  ///< as scripts know it: `folder`, `clock`
    base::Label title;
    std::vector<Remark> remarks = {};

    void fault(base::Text what, base::Text remedy) {
        remarks.push_back({true, {std::move(what), std::move(remedy)}});
    }
    void notice(base::Text what, base::Text remedy) {
        remarks.push_back({false, {std::move(what), std::move(remedy)}});
    }
};

/// Examines everything that can be seen without opening the store. Writes nothing.
std::vector<Examination> examine_surroundings(const std::filesystem::path& store);

/// What a network file system is called by its magic number in statfs(2); nothing for others.
std::optional<std::string_view> network_file_system(std::int64_t magic);

/// Whether so much free space is too little for a store of this size.
enum class Space { enough, scarce, too_little };
Space judge_space(std::uint64_t free_bytes, std::uint64_t store_bytes);

/// Whether an error of SQLite's means that memory, the disk or a file gave out: no fault of the
/// SQL.
bool gave_out(int sqlite_code);

/// Whether a version of SQLite, as sqlite3_libversion_number gives it, has what we rely upon.
bool is_new_enough(int sqlite_version);

}  // namespace huiyin::store
