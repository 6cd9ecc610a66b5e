#!/bin/sh
# A trigger, a view, an index or a table that this program did not make: exit 5, by name.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
cp "$HUIYIN_DB" "$scratch/sound.db"

finds() {
    cp "$scratch/sound.db" "$HUIYIN_DB"
    sql "$1" || fail "the edit to work" "$1"
    exits 5 huiyin audit verify
    case $out$err in *"$2"*) ;; *) fail "'$2' in what it says" "$out$err" ;; esac
}
finds "CREATE TRIGGER quiet AFTER INSERT ON step BEGIN DELETE FROM step WHERE id = NEW.id; END" quiet
finds "CREATE VIEW peek AS SELECT * FROM content" peek
finds "CREATE TABLE aside (id INTEGER PRIMARY KEY)" aside
finds "DROP INDEX matter_by_no" matter_by_no
finds "DROP VIEW v_complaint" v_complaint
finds "ALTER TABLE matter ADD COLUMN extra TEXT" matter
# The index for searching has tables of its own, whose rows prove nothing; how they are made is no other's.
finds "PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'BLOB', 'BOB') WHERE name = 'search_index_data'" search_index_data
# By hand in the schema's own table: a name like SQLite's hides nothing, nor does a word that is bytes.
finds "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_quiet', 'step', 0,
    'CREATE TRIGGER sqlite_quiet AFTER INSERT ON step BEGIN DELETE FROM step WHERE id = NEW.id; END')" sqlite_quiet
finds "PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET type = CAST('index' AS BLOB) WHERE name = 'matter_by_no'" matter_by_no
