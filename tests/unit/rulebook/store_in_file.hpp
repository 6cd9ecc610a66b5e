#pragma once

#include <unistd.h>

#include <filesystem>
#include <string_view>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/sharing.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::rulebook::testing {

/// A store in a file, which a second process can open.
class StoreInFile {
  public:
    explicit StoreInFile(store::Connection& source) {
        source.execute(base::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                    store::application_id, store::migrations().back().number));
        store::run(source, "VACUUM INTO ?", path_.string());
    }
    ~StoreInFile() { remove(); }
    StoreInFile(const StoreInFile&) = delete;
    StoreInFile& operator=(const StoreInFile&) = delete;

    store::Connection open() const { return store::open_to_read(path_); }
    void write(std::string_view sql) const { store::open_to_write(path_).connection.execute(sql); }
    void remove() const {
        std::filesystem::remove(path_);
        std::filesystem::remove(store::lock_of(path_));
        std::filesystem::remove(store::journal_of(path_));
    }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / base::format("huiyin-found-{}.db", getpid());
};

}  // namespace huiyin::rulebook::testing
