// A changeset out of a journal: read change by change, folded, and applied to an empty store.
#include <SQLiteCpp/Exception.h>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/store.hpp"
#include "target.hpp"

using namespace huiyin;

namespace {

/// The audit tells what SQLite says of a changeset as a fault of the store.
template <typename Read>
void understands_or_refuses(Read read) {
    try {
        fuzz::understands_or_refuses(read);
    } catch (const SQLite::Exception&) {
    }
}

store::Connection& empty_store() {
    static store::Connection connection = [] {
        auto made = store::scratch();
        for (const auto& migration : store::migrations())
            made.execute(migration.sql);
        made.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
        return made;
    }();
    return connection;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text(data, size);
    understands_or_refuses([&] { store::for_each_change(bytes, [](const store::Change&) {}); });
    understands_or_refuses([&] {
        store::ChangeGroup group;
        group.add(bytes);
        group.folded();
    });
    auto& target = empty_store();
    target.execute("SAVEPOINT fuzzed");
    understands_or_refuses([&] { store::apply(target, bytes); });
    target.execute("ROLLBACK TO fuzzed; RELEASE fuzzed");
    return 0;
}
