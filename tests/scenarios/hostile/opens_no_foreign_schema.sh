#!/bin/sh
# A store somebody prepared: triggers, views in place of tables, values without end, torn pages, or no
# file at all. Each command ends by the contract, in time, and writes nothing.
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
    sqlite3 "$HUIYIN_DB" "$1"
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

# Values that no command wrote: whatever they are, exits of the contract and no crash.
any="0 1 3 4 5"
for change in \
    "UPDATE content SET value = printf('%.*c', 3000000, 'x')" \
    "UPDATE journal SET head = '[' WHERE seq = (SELECT max(seq) FROM journal)" \
    "UPDATE journal SET head = '{\"seq\": \"x\", \"subjects\": 7, \"at\": \"y\", \"command\": {}}'" \
    "UPDATE journal SET head = printf('%.*c', 200000, '[')" \
    "UPDATE journal SET changeset = randomblob(5000)" \
    "UPDATE matter SET kind = 'riddle'" \
    "UPDATE matter SET at = 9223372036854775807" \
    "UPDATE step SET at = -9223372036854775808, what = 'riddle'" \
    "UPDATE step SET matter = 999" \
    "UPDATE staff_edition SET role = 'emperor'" \
    "UPDATE staff_edition SET superior = staff" \
    "UPDATE policy_edition SET value = 'x'; INSERT INTO policy_edition (id, key, edition, at, value, recorded_at, recorder) VALUES (99, 'complaint.reply_within', 1, 0, 'soon', 0, 1)" \
    "UPDATE office SET timezone = '../../../etc/passwd', language = 'xx'" \
    "UPDATE number_series SET last = 9223372036854775807" \
    "DELETE FROM office" "DELETE FROM content" "DELETE FROM staff_edition" "DELETE FROM journal"; do
    prepared "$change"
    for command in 'complaint list' 'complaint show ts-1' check 'why ts-1' 'audit log' 'audit verify' \
        'report daily --day 2026-11-23' 'search 热水' doctor 'staff list' 'staff show chen' 'audit show 5'; do
        # shellcheck disable=SC2086
        ends "$any 2 7" --as chen $command
    done
    run huiyin audit verify
    [ "$code" -eq 5 ] || [ "$code" -eq 1 ] || fail 'exit 5, or 1' "exit $code after: $change"
done

# Torn pages.
size=$(stat -c %s "$scratch/good")
for at in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    cp "$scratch/good" "$HUIYIN_DB"
    head -c 700 /dev/urandom | dd of="$HUIYIN_DB" bs=1 seek=$(((size / 16) * at + 200)) conv=notrunc status=none
    for command in 'complaint list' check 'audit verify' doctor; do
        # shellcheck disable=SC2086
        ends "0 1 4 5 7" --as chen $command
    done
done

# No file at all.
rm -f "$HUIYIN_DB" "$HUIYIN_DB"-journal
for sort in pipe folder device link dangling empty text; do
    HUIYIN_DB="$scratch/no-$sort"
    case $sort in
        pipe) mkfifo "$HUIYIN_DB" ;;
        folder) mkdir "$HUIYIN_DB" ;;
        device) HUIYIN_DB=/dev/zero ;;
        link) ln -s "$scratch/good" "$HUIYIN_DB" ;;
        dangling) ln -s /nowhere "$HUIYIN_DB" ;;
        empty) : >"$HUIYIN_DB" ;;
        text) echo 'no store' >"$HUIYIN_DB" ;;
    esac
    for command in 'complaint list' 'complaint add --channel letter --text 灯' 'audit verify' doctor init \
        "backup $scratch/copy.db" check; do
        last="$sort: $command"
        code=0
        # shellcheck disable=SC2086
        timeout 20 "$HUIYIN" --db "$HUIYIN_DB" $command >"$scratch/out" 2>"$scratch/err" || code=$?
        [ "$code" -eq 1 ] || fail 'exit 1' "exit $code"
    done
done
