#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "comparing.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/tables_used.hpp"

using namespace huiyin;
using gate::testing::Comparing;
using gate::testing::edit;
using gate::testing::OfficeOnDisk;
using gate::testing::path_of;
using store::Query;

TEST_CASE("sums prove an office as it was recorded, up to its last entry") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto proven = gate::verify(path_of(office), {}, {}, gate::ProofBy::sums);
    CHECK(proven.sound());
    CHECK(proven.by == gate::ProofBy::sums);
    CHECK(proven.head.entries == office.entries());
    CHECK(gate::verify(path_of(office), {}, {}, gate::ProofBy::replay).head.hash ==
          proven.head.hash);
}

TEST_CASE("sums agree with no row that was altered, and the replay that follows names it") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const std::vector<std::string> edits{
        "UPDATE matter SET at = at + 1",
        "UPDATE matter SET closed_at = 0",
        "UPDATE complaint SET seat = 1",
        "UPDATE staff SET login = 'x' WHERE id = 2",
        "UPDATE number_series SET last = last + 1",
        "UPDATE step SET id = id + 1000",
        "DELETE FROM step",
        "INSERT INTO owing VALUES (1)",
        "UPDATE said SET digest = zeroblob(32) WHERE id = 1",
        "UPDATE content SET value = value || 'x' WHERE id = 1",
        "INSERT INTO content VALUES (9999, x'00', 'x')",
        "UPDATE journal SET head = replace(head, 'desk', 'disk') WHERE seq = 23",
    };
    for (const auto& sql : edits) {
        CAPTURE(sql);
        const OfficeOnDisk altered;
        gate::write(altered.session("chen"), OfficeOnDisk::complaint());
        edit(path_of(altered), sql);
        CHECK_FALSE(gate::prove_by_sums(path_of(altered)));
        const auto told = gate::verify(path_of(altered), {}, {}, gate::ProofBy::sums);
        CHECK_FALSE(told.sound());
        CHECK(told.by == gate::ProofBy::replay);
    }
}

TEST_CASE("rows that an index has otherwise are no sound store") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto path = path_of(office);
    // The row is entered under another time, which the index does not learn: it is out of the
    // schema meanwhile. Then the time is put right beside it.
    const std::string out =
        "PRAGMA writable_schema = ON; CREATE TABLE kept AS SELECT * FROM sqlite_schema"
        " WHERE name = 'matter_by_time'; DELETE FROM sqlite_schema WHERE name = 'matter_by_time'";
    const std::string back =
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept;"
        " DROP TABLE kept";
    edit(path, "UPDATE matter SET at = at + 5");
    edit(path, out);
    edit(path, "UPDATE matter SET at = at - 5");
    edit(path, back);
    Comparing comparing(path);
    comparing.live([](const std::string&) {});
    comparing.read_indexes();
    auto& sums = comparing.indexes.at("matter");
    CHECK_FALSE(sums.agree());
    // What was touched is not summed but looked up.
    CHECK_NOTHROW(comparing.look_up_touched());
    sums.touch(1);
    CHECK(comparing.indexes_agree());
    CHECK_THROWS_AS(comparing.look_up_touched(), gate::Doubt);
    CHECK_FALSE(gate::prove_by_sums(path));
}

TEST_CASE("an entry that no row has, and a row that a partial index lacks, are no sound store") {
    const std::string open = "UPDATE matter SET closed_at = NULL";
    const std::string closed = "UPDATE matter SET closed_at = 7";
    for (const auto& [indexed, meant] : {std::pair(open, closed), std::pair(closed, open)}) {
        CAPTURE(meant);
        const OfficeOnDisk office;
        gate::write(office.session("chen"), OfficeOnDisk::complaint());
        const auto path = path_of(office);
        edit(path, indexed);
        // The index keeps what its rows were: it is out of the schema meanwhile.
        edit(path,
             "PRAGMA writable_schema = ON; CREATE TABLE kept AS SELECT * FROM sqlite_schema"
             " WHERE name = 'matter_open'; DELETE FROM sqlite_schema"
             " WHERE name = 'matter_open'");
        edit(path, meant);
        edit(path,
             "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept;"
             " DROP TABLE kept");
        Comparing comparing(path);
        comparing.live([](const std::string&) {});
        comparing.read_indexes();
        CHECK_FALSE(comparing.indexes.at("matter").agree());
    }
}

TEST_CASE(
    "an index read at another time than its rows agrees, but for what was written meanwhile") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto begun = office.entries();
    Comparing comparing(path_of(office));
    comparing.live([](const std::string&) {});
    for (int more = 0; more < 80; ++more)
        gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
    comparing.read_indexes();
    CHECK_FALSE(comparing.indexes_agree());
    comparing.journal(begun);
    CHECK(comparing.indexes_agree());
    CHECK_NOTHROW(comparing.look_up_touched());
    // Nothing of what nobody touched was left out of the sums.
    const auto touched = comparing.indexes.at("staff_edition").touched();
    CHECK(touched.empty());
}

TEST_CASE("what is recorded while sums are taken counts where its rows were read after it") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto begun = office.entries();
    Comparing comparing(path_of(office));
    // Between any two tables: some of what an entry writes is read before it, some behind.
    const auto live = comparing.live([&](const std::string&) {
        gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
    });
    REQUIRE(office.entries() > begun + 10);
    CHECK(comparing.journal(begun) == live);
    // The same without asking when a row was read: later entries count though it is too early.
    CHECK_FALSE(comparing.journal(office.entries()) == live);
}

TEST_CASE("no two comparisons share a key") {
    const OfficeOnDisk office;
    Comparing first(path_of(office));
    Comparing second(path_of(office));
    CHECK_FALSE(first.live([](const std::string&) {}) == second.live([](const std::string&) {}));
}

TEST_CASE("the last migration that makes rows out of others is the one that sums know") {
    auto trial = store::scratch();
    std::size_t last = 0;
    for (const auto& migration : store::migrations())
        if (!store::tables_used(trial, migration.sql).written.empty())
            last = static_cast<std::size_t>(migration.number);
    CHECK(last == gate::last_migration_of_rows);
    // No table has a shape that sums could not tell rows apart by.
    CHECK_FALSE(gate::read_shapes(trial).empty());
}

TEST_CASE("another value in any one column makes another sum, of rows as of changes") {
    const OfficeOnDisk office;
    const Comparing comparing(path_of(office));
    gate::RowHasher hasher(comparing.key);
    const std::map<store::RawValue::Type, std::pair<store::KeptValue, store::KeptValue>> two{
        {store::RawValue::Type::integer, {store::kept(7'777), store::kept(7'778)}},
        {store::RawValue::Type::text,
         {{store::RawValue::Type::text, "now"}, {store::RawValue::Type::text, "then"}}},
        {store::RawValue::Type::blob,
         {{store::RawValue::Type::blob, "now"}, {store::RawValue::Type::blob, "then"}}}};
    for (const auto& [name, table] : comparing.shapes) {
        std::vector<store::RawValue> row;
        for (const auto& column : table.columns)
            row.push_back(two.at(column.type).first.raw());
        const auto sum_of = [&](const std::vector<store::RawValue>& values) {
            return hasher.whole_row(table, [&](std::size_t column) -> const store::RawValue& {
                return values[column];
            });
        };
        // By the change that makes it out of the row; of a key by one that makes it anew.
        const auto sum_with = [&](std::size_t column, const store::RawValue& value) {
            gate::ChangeSums sums(comparing.shapes, comparing.key);
            std::string keys;
            for (const auto& one : table.columns)
                keys += one.in_key ? '\1' : '\0';
            sums.table(name, keys);
            auto inserted = row;
            if (table.columns[column].in_key) inserted[column] = value;
            sums.row({store::RowChange::Kind::inserted, {}, inserted});
            if (table.columns[column].in_key) return sums.sum();
            std::vector<store::RawValue> before(row.size());
            std::vector<store::RawValue> after(row.size());
            for (const auto key : table.key_columns)
                before[key] = row[key];
            before[column] = row[column];
            after[column] = value;
            sums.row({store::RowChange::Kind::updated, before, after});
            return sums.sum();
        };
        const auto sum = sum_of(row);
        for (std::size_t column = 0; column < row.size(); ++column) {
            CAPTURE(name);
            CAPTURE(table.columns[column].name);
            auto altered = row;
            altered[column] = two.at(table.columns[column].type).second.raw();
            CHECK_FALSE(sum_of(altered) == sum);
            CHECK(sum_with(column, row[column]) == sum);
            CHECK(sum_with(column, altered[column]) == sum_of(altered));
        }
    }
}

TEST_CASE("an entry more in any one index is seen") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    Comparing comparing(path_of(office));
    comparing.live([](const std::string&) {});
    comparing.read_indexes();
    REQUIRE(comparing.indexes_agree());
    const gate::Residue more(7);
    auto less = gate::Residue();
    less -= more;
    std::size_t seen = 0;
    for (auto& [table, sums] : comparing.indexes)
        for (std::size_t number = 0; sums.are_summed() && number < sums.indexes().size();
             ++number, ++seen) {
            CAPTURE(sums.indexes()[number].name);
            sums.add_entry(number, 3, more);
            CHECK_FALSE(comparing.indexes_agree());
            sums.add_entry(number, 3, less);
            CHECK(comparing.indexes_agree());
        }
    CHECK(seen > 30);
}

TEST_CASE(
    "what came since an anchor is proven beside whoever writes, and what was altered is found") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto path = path_of(office);
    gate::Outside outside;
    {
        auto connection = store::open_to_verify(path);
        outside.anchor =
            gate::Anchor{.head = gate::read_head(connection), .store_id = {}, .seal = {}};
    }
    std::atomic<bool> is_done = false;
    std::thread writer([&] {
        for (int more = 0; more < 60; ++more)
            gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
        is_done = true;
    });
    int proofs = 0;
    for (; !is_done || proofs == 0; ++proofs) {
        const auto proven = gate::verify(path, outside, {}, gate::ProofBy::since_seal);
        CHECK(proven.sound());
        CHECK(proven.by == gate::ProofBy::since_seal);
    }
    writer.join();
    CHECK(gate::verify(path, outside, {}, gate::ProofBy::since_seal).head.entries ==
          office.entries());
    edit(path, "UPDATE step SET at = at + 1 WHERE id = (SELECT max(id) FROM step)");
    CHECK_FALSE(gate::verify(path, outside, {}, gate::ProofBy::since_seal).sound());
}

TEST_CASE("every index of a store is one that sums are taken of") {
    auto trial = store::scratch();
    for (const auto& migration : store::migrations())
        trial.execute(migration.sql);
    std::string others;
    for (Query row(trial, "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'");
         row.next();)
        if (!store::is_journaled(row.text(1)) && row.text(1) != "home_spelling")
            others += row.text(0) + " ";
    CHECK(others.empty());
}
