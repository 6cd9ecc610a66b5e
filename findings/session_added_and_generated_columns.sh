#!/bin/sh
# SQLite's session extension knows neither the default of an added column nor a generated one; it tells so late or never.
#
# Seen, with libsqlite3-0 3.40.1 (Debian 12) and 3.46.1 (Debian 13) alike; the documentation lists neither as a limitation:
#   A table has a row; ALTER TABLE adds a column c NOT NULL DEFAULT 5, so that the row reads as 5. A session records that
#   it is deleted, or that another of its columns changed: as the old value of c, which cannot be NULL, the changeset holds
#   NULL. On an exact copy of the database, taken before, the change is a conflict, SQLITE_CHANGESET_DATA; undone where it
#   was recorded, by its inverse, it breaks NOT NULL (SQLITE_CHANGESET_CONSTRAINT). What was written after the ALTER, by
#   `UPDATE t SET c = c`, has its 5.
#   Another table has a generated column, and a row of it is changed beside rows of the first. Every statement succeeds;
#   then sqlite3session_changeset() answers SQLITE_SCHEMA, though no schema changed, and gives nothing, of no table.
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
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/root"
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
static const char *applied(sqlite3 *db, int size, void *changes) {
    int kind = 0;
    if (sqlite3changeset_apply(db, size, changes, 0, conflict, &kind) == SQLITE_OK) return "applied";
    return kind == SQLITE_CHANGESET_DATA ? "DATA" : kind == SQLITE_CHANGESET_CONSTRAINT ? "CONSTRAINT" : "other";
}
int main(int argc, char **argv) {
    const char *made = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);"
                       "INSERT INTO t VALUES (1, 'x');"
                       "ALTER TABLE t ADD COLUMN c INTEGER NOT NULL DEFAULT 5;"
                       "CREATE TABLE g (id INTEGER PRIMARY KEY, a INTEGER, double AS (a * 2));"
                       "INSERT INTO g VALUES (1, 1);";
    sqlite3 *db, *copy;
    sqlite3_open(":memory:", &db);
    sqlite3_open(":memory:", &copy);
    sqlite3_exec(db, made, 0, 0, 0);
    sqlite3_exec(copy, made, 0, 0, 0);
    if (argc > 1) {
        sqlite3_exec(db, argv[1], 0, 0, 0);
        sqlite3_exec(copy, argv[1], 0, 0, 0);
    }
    sqlite3_session *session;
    sqlite3session_create(db, "main", &session);
    sqlite3session_attach(session, 0);
    const int deleted = sqlite3_exec(db, argc > 2 ? argv[2] : "DELETE FROM t", 0, 0, 0);
    int size, back;
    void *changes, *inverse;
    const int answer = sqlite3session_changeset(session, &size, &changes);
    if (answer != SQLITE_OK) {
        printf("statements answer %d, the changeset %d with %d bytes\n", deleted, answer, size);
        return 0;
    }
    sqlite3_changeset_iter *at;
    sqlite3_value *old = 0;
    sqlite3changeset_start(&at, size, changes);
    sqlite3changeset_next(at);
    sqlite3changeset_old(at, 2, &old);
    printf("old %s", old == 0                                    ? "nothing"
                     : sqlite3_value_type(old) == SQLITE_NULL ? "NULL"
                                                              : (const char *)sqlite3_value_text(old));
    sqlite3changeset_finalize(at);
    sqlite3changeset_invert(size, changes, &back, &inverse);
    printf(", on a copy %s", applied(copy, size, changes));
    printf(", undone %s\n", applied(db, back, inverse));

    return 0;
}
C

failed=0
# gives SUITE VERSION EXPECTED [SQL-BEFORE [SQL-RECORDED]]
gives() {
    root=$scratch/$1/root
    libraries=$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu
    got=$("$(find "$root" -name 'ld-linux-x86-64.so.2' | head -n 1)" --library-path "$libraries" \
        "$scratch/$1/try" ${4:+"$4"} ${5:+"$5"})
    printf 'libsqlite3-0 %s, %s: %s\n' "$2" "${5:-${4:+$4, then }DELETE FROM t}" "$got"
    [ "$got" = "$3" ] || { echo "not as seen: $3"; failed=1; }
}
for release in bookworm:3.40.1 trixie:3.46.1; do
    suite=${release%%:*} version=${release#*:}
    unpack "$suite" "$version"
    mkdir "$scratch/$suite/header"
    cp "$scratch/$suite/root/usr/include/sqlite3.h" "$scratch/$suite/header"
    gcc -w -I "$scratch/$suite/header" -o "$scratch/$suite/try" "$scratch/try.c" \
        "$(find "$scratch/$suite/root" -name 'libsqlite3.so.0' | head -n 1)" -Wl,--unresolved-symbols=ignore-in-shared-libs
    gives "$suite" "$version" 'old NULL, on a copy DATA, undone CONSTRAINT'
    gives "$suite" "$version" 'old NULL, on a copy DATA, undone CONSTRAINT' 'SELECT 1' "UPDATE t SET a = 'y'"
    gives "$suite" "$version" 'old 5, on a copy applied, undone applied' 'UPDATE t SET c = c'
    # 17 is SQLITE_SCHEMA
    gives "$suite" "$version" 'statements answer 0, the changeset 17 with 0 bytes' 'SELECT 1' \
        "UPDATE t SET a = 'y'; UPDATE g SET a = 2"
    gives "$suite" "$version" 'old nothing, on a copy applied, undone applied' 'SELECT 1' "INSERT INTO t VALUES (2, 'y', 7)"
done
exit $failed
