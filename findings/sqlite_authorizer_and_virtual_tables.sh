#!/bin/sh
# SQLite asks an authorizer about one and the same SELECT in two ways, by its version.
#
# A query that names an eponymous virtual table (json_each, pragma_table_list …) for the first time on a connection:
#   sqlite3 3.40.1 (Debian 12) asks first for SQLITE_UPDATE of sqlite_master, of a statement that only reads, and then
#                  for SQLITE_READ of the table, with an empty column;
#   sqlite3 3.46.1 (Debian 13) asks for that SQLITE_READ alone.
# So a guard of untrusted SQL that admits SELECT and READ alone keeps all such tables out on the one, harmless ones too
# and with no other word than "not authorized", and lets them in on the other, until it looks at the names that READ
# brings. Seen: below, each with its UPDATE on 3.40.1, and without on 3.46.1.
#
# Outside CI. Installs nothing: both releases' shells are unpacked in a temporary folder and run there, each by its own
# C library. Needs apt and a mirror that has both releases.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v -e security -e '^$' | head -n 1)

# unpack SUITE VERSION: the shell of that release, with all it loads
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
    (cd "$folder" && apt-get $apt -qq install --download-only --yes --no-install-recommends "sqlite3=$2*")
    for package in "$folder"/cache/archives/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
}

# asked SUITE SQL: what the authorizer was asked, without the functions
asked() {
    root=$scratch/$1/root
    libraries=$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu
    printf '.auth on\n%s\n' "$2" | "$(find "$root" -name 'ld-linux-x86-64.so.2' | head -n 1)" \
        --library-path "$libraries" "$root/usr/bin/sqlite3" :memory: | sed -n 's/^authorizer: //p'
}

failed=0
for table in "json_each('[1]')" pragma_table_list; do
    for suite in bookworm:3.40.1:UPDATE trixie:3.46.1:none; do
        version=${suite#*:} suite=${suite%%:*}
        [ -d "$scratch/$suite" ] || unpack "$suite" "${version%:*}"
        answer=$(asked "$suite" "SELECT 1 FROM $table;")
        printf '%s, %s: SELECT 1 FROM %s\n%s\n\n' "$suite" "${version%:*}" "$table" "$answer"
        update=none
        case $answer in *'UPDATE "sqlite_master"'*) update=UPDATE ;; esac
        case $update:$answer in
            "${version#*:}:"*"READ \"${table%%(*}\" \"\""*) ;;
            *)
                echo "not as it was seen on $suite"
                failed=1
                ;;
        esac
    done
done
exit $failed
