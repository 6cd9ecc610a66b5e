#pragma once

#include <unistd.h>

#include <filesystem>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
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
    void remove() const { std::filesystem::remove(path_); }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / base::format("huiyin-found-{}.db", getpid());
};

}  // namespace huiyin::rulebook::testing
