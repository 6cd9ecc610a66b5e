#include "migration_rows.hpp"

#include <set>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "huiyin/store/tables_used.hpp"
#include "row_writer.hpp"
#include "tables.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using store::Query;

namespace {

void bind_value(Query& query, int index, const TableColumn& column,
                const std::optional<std::string_view>& value) {
    if (!value) return query.bind(index, nullptr);
    switch (column.type) {
        case TableColumn::Type::integer:
            return query.bind(index, from_big_endian(*value));
        case TableColumn::Type::blob:
            return query.bind(index, store::Blob{*value});
        case TableColumn::Type::text:
            return query.bind(index, *value);
        case TableColumn::Type::real:
            throw Misfit{column.name, base::Label{"迁移前有小数列,不能重演",
                                                  "a column of fractions cannot be replayed"}};
    }
}

/// Fills an empty table with the office's rows.
void fill(store::Connection& replica, Server& server, std::int64_t office,
          const OfficeTable& table) {
    std::string names;
    std::string places;
    for (const auto& column : table.columns) {
        names += (names.empty() ? "" : ", ") + name_in_sql(column.name);
        places += places.empty() ? "?" : ", ?";
    }
    const auto rows = server.copy_out(
        base::format("COPY (SELECT {} FROM {} WHERE \"office\" = {}) TO STDOUT (FORMAT binary)",
                     names, name_in_sql(table.name), office));
    const auto insert =
        base::format("INSERT INTO {} ({}) VALUES ({})", name_in_sql(table.name), names, places);
    for (CopiedRows row(rows); row.next();) {
        Query query(replica, insert);
        int index = 0;
        for (const auto& column : table.columns)
            bind_value(query, ++index, column, row.value());
        while (query.next()) {
        }
    }
}

/// What a migration does to rows, known without any.
struct Effect {
    store::TablesUsed used;
    bool of_itself = false;  ///< it makes rows even where there are none
};

const std::vector<Effect>& effects() {
    static const auto all = [] {
        auto trial = store::scratch();
        std::vector<Effect> found;
        for (const auto& migration : store::migrations()) {
            const store::ChangeRecorder recorder(trial);
            auto used = store::tables_used(trial, migration.sql);
            found.push_back({std::move(used), !recorder.changeset().empty()});
        }
        return found;
    }();
    return all;
}

/// Whether the office has a row in any of the tables that a migration reads or writes.
bool has_rows(Server& server, std::int64_t office, const store::TablesUsed& used) {
    std::string either;
    for (const auto* names : {&used.read, &used.written})
        for (const auto& name : *names)
            if (find_office_table(name) != nullptr)
                either += base::format("{}EXISTS (SELECT FROM {} WHERE \"office\" = {})",
                                       either.empty() ? "" : " OR ", name_in_sql(name), office);
    return !either.empty() && server.run("SELECT " + either).text(0, 0) == "t";
}

}  // namespace

std::string rows_of_migration(Server& server, std::int64_t office, std::size_t migration) {
    const auto& [used, of_itself] = effects().at(migration);
    if (used.written.empty()) return {};
    if (!of_itself && !has_rows(server, office, used)) return {};
    const auto all = store::migrations();
    auto replica = store::scratch();
    for (std::size_t before = 0; before < migration; ++before)
        replica.execute(all[before].sql);
    replica.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN");
    for (const auto& table : journaled_tables(replica))
        if (used.read.contains(table.name) || used.written.contains(table.name))
            fill(replica, server, office, table);
    replica.execute("COMMIT");
    const store::ChangeRecorder recorder(replica);
    replica.execute(all[migration].sql);
    return recorder.changeset();
}

}  // namespace huiyin::headquarters
