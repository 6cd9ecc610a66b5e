#!/bin/sh
# A store somebody prepared: triggers, views in place of tables, another schema. Each command ends by the
# contract, in time, and writes nothing.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
cp "$HUIYIN_DB" "$scratch/good"

# ends CODES CMD…: one of these exits, within a minute, and the file is as it was
ends() {
    codes=" $1 "
    shift
    _sum=$(cksum <"$HUIYIN_DB")
    run timeout 60 env ${epoch:+LD_PRELOAD="$faketime_library" FAKETIME_FMT=%s FAKETIME="$epoch"} \
        FAKETIME_DONT_FAKE_MONOTONIC=1 "$HUIYIN" "$@"
    case $codes in *" $code "*) ;; *) fail "exit$codes" "exit $code" ;; esac
    [ "$_sum" = "$(cksum <"$HUIYIN_DB")" ] || fail 'an unchanged file' 'a changed one'
}
each_ends() {
    ends "$1" --as chen complaint add --channel letter --text '灯不亮'
    ends "$1" --as chen complaint list
    ends "$1" check
    ends "$1" audit verify
    ends "1 5" backup "$scratch/copy.db"
    ends "1 5 7" export "$scratch/export"
    ends 1 doctor
    [ ! -e "$scratch/copy.db" ] && [ ! -e "$scratch/export" ] || fail 'no copy' 'one'
}
prepared() {
    cp "$scratch/good" "$HUIYIN_DB"
    sql "$1"
}

for schema in \
    "CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM journal; END" \
    "CREATE TRIGGER t AFTER INSERT ON journal BEGIN UPDATE staff_edition SET role = 'admin'; END" \
    "ALTER TABLE staff_edition RENAME TO s; CREATE VIEW staff_edition AS SELECT id, staff, at, recorded_at, recorder, name, 'admin' AS role, department, superior, has_left FROM s" \
    "ALTER TABLE matter RENAME TO m; CREATE VIEW matter AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT * FROM m, n" \
    "DROP TABLE journal; CREATE VIEW journal AS SELECT 1 AS seq, '{}' AS head, x'' AS changeset, x'' AS hash" \
    "CREATE TABLE extra (a, b AS (a || a) STORED)" \
    "CREATE INDEX i ON content (value COLLATE NOCASE)" \
    "DROP INDEX matter_by_no" \
    "CREATE VIRTUAL TABLE v USING fts5 (x)" \
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE said (id INTEGER PRIMARY KEY, place AS (load_extension(''x'')))' WHERE name = 'said'" \
    "PRAGMA user_version = 3" "PRAGMA user_version = 0"; do
    prepared "$schema"
    each_ends "1 5"
done
prepared "PRAGMA user_version = 999"
each_ends "1"
prepared "PRAGMA application_id = 1"
each_ends "1"
