#!/bin/sh
# SQLite's session extension takes two keys that SQLite holds to be equal for two rows; undone, the row is gone.
#
# A primary key may be written otherwise and stay the same key: 'chen' as 'Chen' where it is COLLATE NOCASE, 7 as 7.0 where
# it has no type. Of the one UPDATE that does so a session makes two changes: the INSERT of the row under the new key, and
# an UPDATE of the old row whose own key changes, which the documentation says no changeset has. Seen, with libsqlite3-0
# 3.40.1 (Debian 12) and 3.46.1 (Debian 13) alike:
#   on an exact copy, taken before, the changeset of 'Chen' meets SQLITE_CHANGESET_CONFLICT with the row it came from;
#   that of 7.0 fails with SQLITE_ERROR, no conflict handler being asked
#   applied where it was recorded, the inverse answers SQLITE_OK, asks no conflict handler either, and leaves no row: the
#   table had one before the UPDATE and after it
# DELETE and INSERT in the place of the UPDATE: the same. Where 'Chen' is another person's key nothing of this happens.
#
# Outside CI. Installs nothing: both releases' libraries are unpacked in a temporary folder and loaded from there, each by
# its own C library. Needs gcc, apt and a mirror that has both releases.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v -e security -e '^$' | head -n 1)

# unpack SUITE VERSION: the library of that release, with all it loads, and its header
unpack() {
    folder=$scratch/$1
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/root" "$folder/header"
    echo "deb $mirror $1 main" >"$folder/sources.list"
    : >"$folder/status"
    apt="-o Dir::Etc::SourceList=$folder/sources.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$folder/lists
        -o Dir::State::Status=$folder/status -o Dir::Cache=$folder/cache -o APT::Sandbox::User=root"
    # Unquoted: words.
    # shellcheck disable=SC2086
    apt-get $apt -qq update
    # shellcheck disable=SC2086
    (cd "$folder" && apt-get $apt -qq install --download-only --yes --no-install-recommends "libsqlite3-dev=$2*")
    for package in "$folder"/cache/archives/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
    cp "$folder/root/usr/include/sqlite3.h" "$folder/header"
}

cat >"$scratch/try.c" <<'C'
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdio.h>

static int conflict(void *kind, int which, sqlite3_changeset_iter *at) {
    (void)at;
    *(int *)kind = which;
    return SQLITE_CHANGESET_ABORT;
}
static void apply(sqlite3 *db, int size, void *changes, const char *where) {
    int kind = 0, rows;
    const int answer = sqlite3changeset_apply(db, size, changes, 0, conflict, &kind);
    sqlite3_stmt *count;
    sqlite3_prepare_v2(db, "SELECT count(*) FROM t", -1, &count, 0);
    sqlite3_step(count);
    rows = sqlite3_column_int(count, 0);
    sqlite3_finalize(count);
    printf("; %s answers %d, conflict %d, rows %d", where, answer, kind, rows);
}
int main(int argc, char **argv) {
    sqlite3 *db, *copy;
    sqlite3_open(":memory:", &db);
    sqlite3_open(":memory:", &copy);
    sqlite3_exec(db, argv[1], 0, 0, 0);
    sqlite3_exec(copy, argv[1], 0, 0, 0);
    sqlite3_session *session;
    sqlite3session_create(db, "main", &session);
    sqlite3session_attach(session, "t");
    sqlite3_exec(db, argv[2], 0, 0, 0);
    int size, back, inserts = 0, updates = 0, others = 0;
    void *changes, *inverse;
    sqlite3session_changeset(session, &size, &changes);
    sqlite3_changeset_iter *at;
    sqlite3changeset_start(&at, size, changes);
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char *table;
        int columns, change, indirect;
        sqlite3changeset_op(at, &table, &columns, &change, &indirect);
        ++*(change == SQLITE_INSERT ? &inserts : change == SQLITE_UPDATE ? &updates : &others);
    }
    sqlite3changeset_finalize(at);
    printf("%d INSERT, %d UPDATE, %d DELETE", inserts, updates, others);
    sqlite3changeset_invert(size, changes, &back, &inverse);
    apply(copy, size, changes, "a copy");
    apply(db, back, inverse, "undoing");
    puts("");
    return 0;
}
C

failed=0
# gives TABLE-AND-ROW CHANGE EXPECTED
gives() {
    root=$scratch/$suite/root
    got=$("$(find "$root" -name 'ld-linux-x86-64.so.2' | head -n 1)" \
        --library-path "$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu" "$scratch/$suite/try" "$1" "$2")
    printf 'libsqlite3-0 %s: %s\n  %s\n' "$version" "$2" "$got"
    [ "$got" = "$3" ] || { printf 'not as seen:\n  %s\n' "$3"; failed=1; }
}
name="CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL COLLATE NOCASE, v); INSERT INTO t VALUES ('chen', 1)"
number='CREATE TABLE t (k PRIMARY KEY NOT NULL, v); INSERT INTO t VALUES (7, 1)'
for release in bookworm:3.40.1 trixie:3.46.1; do
    suite=${release%%:*} version=${release#*:}
    unpack "$suite" "$version"
    gcc -w -I "$scratch/$suite/header" -o "$scratch/$suite/try" "$scratch/try.c" \
        "$(find "$scratch/$suite/root" -name 'libsqlite3.so.0' | head -n 1)" -Wl,--unresolved-symbols=ignore-in-shared-libs
    # 4 is SQLITE_ABORT, 3 SQLITE_CHANGESET_CONFLICT, 1 SQLITE_ERROR, 0 SQLITE_OK and no conflict
    gives "$name" "UPDATE t SET k = 'Chen'" \
        '1 INSERT, 1 UPDATE, 0 DELETE; a copy answers 4, conflict 3, rows 1; undoing answers 0, conflict 0, rows 0'
    gives "$name" "DELETE FROM t; INSERT INTO t VALUES ('Chen', 1)" \
        '1 INSERT, 1 UPDATE, 0 DELETE; a copy answers 4, conflict 3, rows 1; undoing answers 0, conflict 0, rows 0'
    gives "$number" 'UPDATE t SET k = 7.0' \
        '1 INSERT, 1 UPDATE, 0 DELETE; a copy answers 1, conflict 0, rows 1; undoing answers 0, conflict 0, rows 0'
    gives "$name" "UPDATE t SET k = 'zhou'" \
        '1 INSERT, 0 UPDATE, 1 DELETE; a copy answers 0, conflict 0, rows 1; undoing answers 0, conflict 0, rows 1'
done
exit $failed
