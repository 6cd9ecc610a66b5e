#include "huiyin/reports/export.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "huiyin/records/callback.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/repair.hpp"
#include "records/scratch_office.hpp"

using namespace huiyin;
using namespace huiyin::reports;
using Json = nlohmann::ordered_json;

namespace {

/// One matter of each kind; a callback, an order and a correction among them.
void fill(records::testing::ScratchOffice& office) {
    const auto writing = office.writing("2026-11-03 09:00:00");
    for (const auto& kind : records::matter_kinds())
        records::open_matter(
            writing, {.kind = kind.kind, .channel = "phone", .unit = "3-502", .text = "内容"});
    records::log_callback(writing, "TS-2026-0001", {.method = "phone", .satisfied = "yes"});
    records::dispatch_order(writing, "BX-2026-0001", {.technician = "chen"});
    records::add_note(writing, 1, "备注");
}

/// What is printed as JSON and has no column: keys that the catalogue has no row for.
std::set<std::string> without_heading(const ExportTable& table, const View& view) {
    std::set<std::string> keys;
    const auto columns =
        table.is_matter ? records::fields_of_kind(table.of) : records::fields_of(table.of);
    table.rows(view, [&](const Json& row) {
        for (const auto& [key, _] : row.items())
            if (std::ranges::find(columns, key, &records::Field::key) == columns.end())
                keys.insert(key);
    });
    return keys;
}

TEST_CASE("every field in JSON is a column with a heading in both languages") {
    records::testing::ScratchOffice office;
    fill(office);
    const auto policies = records::Policies::load(office.connection());
    const View view{office.connection(), office.zone(), office.time("2026-11-03 10:00:00"),
                    policies, true};
    for (const auto& table : export_tables()) {
        CAPTURE(table.name);
        const auto keys = without_heading(table, view);
        std::string list;
        for (const auto& key : keys)
            list += " " + key;
        CHECK_MESSAGE(keys.empty(), "in JSON and without a heading:", list);
    }
}

}  // namespace
