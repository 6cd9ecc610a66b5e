#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"

/// The tables of an office as headquarters has them: made of the office's own schema, so that there
/// is no second description of it. Each begins with the office. Private to this directory.
namespace huiyin::headquarters {

struct TableColumn {
    enum class Type { integer, real, text, blob };
    std::string name;
    Type type = Type::text;
    bool in_key = false;
};

/// A migration only ever adds columns behind the others: those of an older office are the first.
struct OfficeTable {
    std::string name;
    std::vector<TableColumn> columns;

    std::vector<const TableColumn*> key() const;
};

/// Every table that is journaled, as the migrations of this program make them; made once.
const std::vector<OfficeTable>& office_tables();
/// Nothing for a table that there is not.
const OfficeTable* find_office_table(std::string_view name);
/// The journaled tables of an open store, of whatever schema.
std::vector<OfficeTable> journaled_tables(store::Connection& connection);

/// `"name"`, as SQL takes any name.
std::string name_in_sql(std::string_view name);
/// `bigint`, `text` …; as element of an array its oid.
std::string_view sql_type(TableColumn::Type type);
unsigned element_oid(TableColumn::Type type);
unsigned list_oid(TableColumn::Type type);

/// The SQL that makes what is missing of headquarters' tables. May be run again at any time.
std::string company_schema();
/// How many migrations the offices' tables of this program know.
std::int64_t schema_version();

}  // namespace huiyin::headquarters
