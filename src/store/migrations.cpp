#include "huiyin/store/migrations.hpp"

#include <charconv>
#include <vector>

#include "huiyin/base/embedded.hpp"

namespace huiyin::store {

std::span<const base::EmbeddedFile> schema_files();  // made by the build

std::span<const Migration> migrations() {
    // The number is what the file's name starts with: 0001_foundation.sql.
    static const std::vector<Migration> all = [] {
        std::vector<Migration> list;
        for (const auto& file : schema_files()) {
            int number = 0;
            std::from_chars(file.path.data(), file.path.data() + file.path.size(), number);
            list.push_back({number, file.path, file.text});
        }
        return list;
    }();
    return all;
}

}  // namespace huiyin::store
