// What an entry of the journal begins with, in a store that somebody altered: `audit log` reads it.
#include <string>

#include "huiyin/gate/journal.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static store::Connection journal = [] {
        auto made = store::scratch();
        made.execute(
            "CREATE TABLE journal (seq INTEGER PRIMARY KEY NOT NULL, head TEXT NOT NULL,"
            " changeset BLOB NOT NULL, hash BLOB NOT NULL) STRICT");
        return made;
    }();
    store::run(journal, "INSERT OR REPLACE INTO journal VALUES (1, ?, x'', x'')",
               std::string(fuzz::text(data, size)));
    fuzz::understands_or_refuses([&] { gate::read_log(journal, {}); });
    return 0;
}
