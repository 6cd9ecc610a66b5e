#include "tables.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

namespace {

/// Of these an office has a row for about each entry. Any more parted, and planning would cost more
/// than the parts save.
constexpr std::array<std::string_view, 5> large{"journal", "matter", "said", "said_text", "step"};
constexpr int parts = 16;

TableColumn::Type type_of(const std::string& declared) {
    if (declared == "INTEGER" || declared == "INT") return TableColumn::Type::integer;
    if (declared == "REAL") return TableColumn::Type::real;
    return declared == "BLOB" ? TableColumn::Type::blob : TableColumn::Type::text;
}

/// A table whose key begins with the office.
std::string create_table(std::string_view name, std::string_view columns, std::string_view key,
                         std::string_view kind = "") {
    const auto table = name_in_sql(name);
    const bool is_large = std::ranges::find(large, name) != large.end();
    // What is not logged is said of the parts, where rows lie.
    auto sql = base::format(
        "CREATE {} TABLE IF NOT EXISTS {} (\"office\" integer NOT NULL, {}, PRIMARY KEY "
        "(\"office\", "
        "{})){};\n",
        is_large ? "" : kind, table, columns, key,
        is_large ? " PARTITION BY HASH (\"office\")" : "");
    if (!is_large) return sql;
    for (int part = 0; part < parts; ++part)
        sql += base::format(
            "CREATE {} TABLE IF NOT EXISTS {} PARTITION OF {} FOR VALUES WITH (MODULUS {}, "
            "REMAINDER {});\n",
            kind, name_in_sql(base::format("{}_{:02}", name, part)), table, parts, part);
    return sql;
}

std::string create_office_table(const OfficeTable& table) {
    std::string columns;
    std::string key;
    std::string later;
    for (const auto& column : table.columns) {
        columns += base::format("{}{} {}{}", columns.empty() ? "" : ", ", name_in_sql(column.name),
                                sql_type(column.type), column.in_key ? " NOT NULL" : "");
        if (column.in_key) key += (key.empty() ? "" : ", ") + name_in_sql(column.name);
        // Of an office table that an earlier program made.
        later +=
            base::format("ALTER TABLE {} ADD COLUMN IF NOT EXISTS {} {};\n",
                         name_in_sql(table.name), name_in_sql(column.name), sql_type(column.type));
    }
    return create_table(table.name, columns, key) + later;
}

/// Headquarters' own: who is registered, what was handed in beside the rows.
constexpr std::string_view own_tables = R"(
CREATE SCHEMA IF NOT EXISTS huiyin;
SET search_path = huiyin;
CREATE TABLE IF NOT EXISTS company (
    id integer PRIMARY KEY CHECK (id = 1), schema integer NOT NULL);
CREATE TABLE IF NOT EXISTS office_head (
    office integer PRIMARY KEY,
    name text NOT NULL UNIQUE,
    store_id text NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    status text NOT NULL DEFAULT 'active',  -- active, quarantined, retired
    entries bigint NOT NULL DEFAULT 0,
    hash text NOT NULL DEFAULT '',          -- of the last of them, in hex
    schema integer NOT NULL DEFAULT 0,
    share text,                             -- figures, journal, texts: of the last bundle
    made_at bigint,                         -- when the last bundle was made; UTC seconds
    findings_at bigint,
    -- Of an office that shares figures alone: how long it said its journal is, and its tree's root.
    seen bigint NOT NULL DEFAULT 0,
    seen_hash text NOT NULL DEFAULT '',
    seen_root text NOT NULL DEFAULT '',
    registered_at bigint NOT NULL);
ALTER TABLE office_head ADD COLUMN IF NOT EXISTS seen_schema integer NOT NULL DEFAULT 0;
ALTER TABLE office_head ADD COLUMN IF NOT EXISTS taken_at bigint;    -- the last bundle, by this clock
ALTER TABLE office_head ADD COLUMN IF NOT EXISTS receipt_at bigint;  -- of the receipt it was made from
-- Who changed what in the register, and what for.
CREATE TABLE IF NOT EXISTS office_change (
    office integer NOT NULL, number integer NOT NULL, at bigint NOT NULL, os_user text NOT NULL,
    what text NOT NULL,                     -- registered, renamed, key, store, retired, restored, branch
    old text NOT NULL, new text NOT NULL, reason text NOT NULL, PRIMARY KEY (office, number));
-- Every bundle that was taken, by the digest of its manifest: what comes again is known by it.
CREATE TABLE IF NOT EXISTS office_bundle (
    office integer NOT NULL, manifest bytea NOT NULL, entries bigint NOT NULL,
    made_at bigint NOT NULL, taken_at bigint NOT NULL, PRIMARY KEY (office, manifest));
-- The last one that was not, and why.
CREATE TABLE IF NOT EXISTS office_refusal (
    office integer PRIMARY KEY, at bigint NOT NULL, file text NOT NULL, entries bigint NOT NULL,
    result text NOT NULL, what_zh text NOT NULL, what_en text NOT NULL, remedy_zh text NOT NULL,
    remedy_en text NOT NULL, settled boolean NOT NULL DEFAULT false);
ALTER TABLE office_refusal ADD COLUMN IF NOT EXISTS damaged boolean NOT NULL DEFAULT false;
-- What was not taken, of which no registered office is known: the last of each file.
CREATE TABLE IF NOT EXISTS stray_refusal (
    file text PRIMARY KEY, at bigint NOT NULL, store_id text NOT NULL, entries bigint NOT NULL,
    result text NOT NULL, what_zh text NOT NULL, what_en text NOT NULL, remedy_zh text NOT NULL,
    remedy_en text NOT NULL);
-- The other branch of an office whose journal has parted: where, as the office signed it, and its
-- entries from there on. What people said is not kept: the office has it.
CREATE TABLE IF NOT EXISTS office_fork (
    office integer PRIMARY KEY, common bigint NOT NULL, entries bigint NOT NULL, hash text NOT NULL,
    found_at bigint NOT NULL, manifest text NOT NULL, signature text NOT NULL);
CREATE TABLE IF NOT EXISTS fork_entry (
    office integer NOT NULL, seq bigint NOT NULL, head text NOT NULL, changeset bytea NOT NULL,
    hash bytea NOT NULL, PRIMARY KEY (office, seq));
-- What an office that shares figures alone handed in last of another past than headquarters knows.
CREATE TABLE IF NOT EXISTS office_past (
    office integer PRIMARY KEY, entries bigint NOT NULL, hash text NOT NULL, root text NOT NULL,
    schema integer NOT NULL, made_at bigint NOT NULL, found_at bigint NOT NULL);
-- Branches that somebody decided against, and their entries. They count in nothing.
CREATE TABLE IF NOT EXISTS rejected_branch (
    office integer NOT NULL, number integer NOT NULL, common bigint, entries bigint NOT NULL,
    hash text NOT NULL, decided_at bigint NOT NULL, os_user text NOT NULL, reason text NOT NULL,
    PRIMARY KEY (office, number));
CREATE TABLE IF NOT EXISTS rejected_entry (
    office integer NOT NULL, number integer NOT NULL, seq bigint NOT NULL, head text NOT NULL,
    changeset bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (office, seq, number));
CREATE TABLE IF NOT EXISTS finding (
    office integer NOT NULL, id integer NOT NULL, rule text NOT NULL, clause text NOT NULL,
    severity text NOT NULL, subject text NOT NULL, since text NOT NULL, body text NOT NULL,
    PRIMARY KEY (office, id));
CREATE TABLE IF NOT EXISTS shared_week (
    office integer NOT NULL, week text NOT NULL, edition bigint NOT NULL, filed_at bigint NOT NULL,
    figures text NOT NULL, PRIMARY KEY (office, week, edition));
)";

/// What a period is counted by, of all offices at once, so that it costs what happened in it and
/// not the years before. An earlier program's began with the office: to be used, a list of a
/// thousand offices had to be planned.
constexpr std::string_view report_indexes = R"(
DROP INDEX IF EXISTS matter_by_time, matter_by_closing, matter_open, step_by_what;
CREATE INDEX IF NOT EXISTS matter_by_at ON matter (at);
CREATE INDEX IF NOT EXISTS matter_by_closed_at ON matter (closed_at);
CREATE INDEX IF NOT EXISTS matter_still_open ON matter (office, kind, at)
    WHERE closed_at IS NULL AND voided_at IS NULL;
CREATE INDEX IF NOT EXISTS step_by_what_at ON step (what, at);
CREATE INDEX IF NOT EXISTS step_by_matter ON step (office, matter);
)";

}  // namespace

std::vector<const TableColumn*> OfficeTable::key() const {
    std::vector<const TableColumn*> found;
    for (const auto& column : columns)
        if (column.in_key) found.push_back(&column);
    return found;
}

std::vector<OfficeTable> journaled_tables(store::Connection& connection) {
    std::vector<OfficeTable> tables;
    for (store::Query row(connection,
                          "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name");
         row.next();)
        if (store::is_journaled(row.text(0))) tables.push_back({row.text(0), {}});
    for (auto& table : tables)
        for (store::Query row(connection, "SELECT name, type, pk FROM pragma_table_info(?)",
                              table.name);
             row.next();)
            table.columns.push_back({row.text(0), type_of(row.text(1)), row.integer(2) != 0});
    return tables;
}

const std::vector<OfficeTable>& office_tables() {
    static const auto tables = [] {
        auto fresh = store::scratch();
        for (const auto& migration : store::migrations())
            fresh.execute(migration.sql);
        return journaled_tables(fresh);
    }();
    return tables;
}

const OfficeTable* find_office_table(std::string_view name) {
    const auto& tables = office_tables();
    const auto found = std::ranges::lower_bound(tables, name, {}, &OfficeTable::name);
    return found != tables.end() && found->name == name ? &*found : nullptr;
}

std::string name_in_sql(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) {
        if (letter == '"') text += '"';
        text += letter;
    }
    return text + '"';
}

std::string_view sql_type(TableColumn::Type type) {
    switch (type) {
        case TableColumn::Type::integer:
            return "bigint";
        case TableColumn::Type::real:
            return "double precision";
        case TableColumn::Type::blob:
            return "bytea";
        case TableColumn::Type::text:
            break;
    }
    return "text";
}

unsigned element_oid(TableColumn::Type type) {
    switch (type) {
        case TableColumn::Type::integer:
            return oid::int8;
        case TableColumn::Type::real:
            return oid::float8;
        case TableColumn::Type::blob:
            return oid::bytea;
        case TableColumn::Type::text:
            break;
    }
    return oid::text;
}

unsigned list_oid(TableColumn::Type type) {
    switch (type) {
        case TableColumn::Type::integer:
            return oid::int8_list;
        case TableColumn::Type::real:
            return oid::float8_list;
        case TableColumn::Type::blob:
            return oid::bytea_list;
        case TableColumn::Type::text:
            break;
    }
    return oid::text_list;
}

std::string company_schema() {
    auto sql = std::string(own_tables);
    // Whoever looks at very many offices has their large tables in parts.
    sql += create_table(
        "journal",
        "seq bigint NOT NULL, head text NOT NULL, changeset bytea NOT NULL, hash bytea "
        "NOT NULL",
        "seq");
    // What people said is gone after a crash, and asked for again: it never lies in the server's
    // own log of changes.
    sql += create_table("said_text", "id bigint NOT NULL, salt bytea NOT NULL, value text NOT NULL",
                        "id", "UNLOGGED");
    for (const auto& table : office_tables())
        sql += create_office_table(table);
    sql += report_indexes;
    return sql + base::format(
                     "INSERT INTO company (id, schema) SELECT 1, {0} WHERE NOT EXISTS (SELECT "
                     "FROM company);\nUPDATE company SET schema = greatest(schema, {0});\n",
                     schema_version());
}

std::int64_t schema_version() {
    return static_cast<std::int64_t>(store::migrations().size());
}

}  // namespace huiyin::headquarters
