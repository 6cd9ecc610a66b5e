# The words headquarters' tests are told in, beside those of the scenarios. A real PostgreSQL is started for
# each, by a user without rights, on a socket in a folder of its own:
#
#   one_office_registered             an office, and a server that has it in its register
#   server_begins                     a server with an empty store; HUIYIN_HQ names it
#   server_stops [fast|immediate]     and server_starts: the same one again
#   psql_says SQL                     what the store answers
#   hands_in FILE [OPTION…]           the office's bundle, signed with its key
#   same_as_office NAME [STORE]       every row of headquarters' is the office's, nothing twice
#
# Sourced with $0 in this folder. Exit 77 where PostgreSQL is not installed. HUIYIN_POSTGRES names the folder of another
# one's programs than Debian's.

here=$(cd "$(dirname "$0")" && pwd)
words=$here/../scenarios
. "$words/lib.sh"

pg_bin=${HUIYIN_POSTGRES:-}
[ -n "$pg_bin" ] || for _bin in /usr/lib/postgresql/*/bin; do
    [ ! -x "$_bin/initdb" ] || pg_bin=$_bin
done
[ -n "$pg_bin" ] || skip 'PostgreSQL (package postgresql) is not installed'

pg=$(mktemp -d "${TMPDIR:-/tmp}/hq.XXXXXX")
unset PGHOST PGUSER PGDATABASE PGPORT PGPASSWORD PGOPTIONS
ends_server() {
    [ ! -f "$pg/data/postmaster.pid" ] || as_server "$pg_bin/pg_ctl" -D "$pg/data" -m immediate -w stop
} >/dev/null 2>&1
trap 'ends_server; rm -rf "$scratch" "$pg"' EXIT

# as_server CMD…: as somebody without rights; PostgreSQL refuses root
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
    else
        "$@"
    fi
}

server_starts() {
    as_server "$pg_bin/pg_ctl" -D "${1:-$pg/data}" -l "$pg/log" -w -t 60 start >/dev/null 2>&1 ||
        fail 'a server that starts' "$(cat "$pg/log")"
}
server_stops() {
    as_server "$pg_bin/pg_ctl" -D "$pg/data" -m "${1:-fast}" -w stop >/dev/null 2>&1 || :
}

# server_begins: what its administrator would set is left as the package has it, fsync among it
server_begins() {
    chmod 0711 "$pg"
    mkdir "$pg/data"
    [ "$(id -u)" -ne 0 ] || chown nobody:nogroup "$pg" "$pg/data"
    as_server "$pg_bin/initdb" -D "$pg/data" -A trust -U postgres --no-sync --encoding UTF8 --locale C \
        >"$scratch/initdb" 2>&1 || fail 'a new server' "$(cat "$scratch/initdb")"
    cat >>"$pg/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$pg'
recovery_init_sync_method = syncfs
max_connections = 30
CONF
    server_starts
    as_server "$pg_bin/createdb" -h "$pg" -U postgres huiyin
    export HUIYIN_HQ="postgresql:///huiyin?host=$pg&user=postgres"
}

psql_says() { "$pg_bin/psql" -X -At -h "$pg" -U postgres -d huiyin -c "$1"; }

# keys_made: an office's key and headquarters' own
keys_made() {
    [ -e "$scratch/office.pem" ] || exits 0 huiyin audit keygen "$scratch/office.pem"
    [ -e "$scratch/hq.pem" ] || exits 0 huiyin audit keygen "$scratch/hq.pem"
}

store_id() { sqlite3 -readonly "${1:-$HUIYIN_DB}" 'SELECT store_id FROM office'; }

# registered NAME [STORE-FILE]: headquarters knows the office
registered() {
    exits 0 huiyin hq office add "$1" --public-key "$scratch/office.pem.pub" --store "$(store_id "${2:-}")"
}

# one_office_registered: 学府苑 with its staff, its keys, and a server that knows it
one_office_registered() {
    office
    keys_made
    server_begins
    exits 0 huiyin hq init
    registered 学府苑
}

# hands_in FILE [OPTION…]
hands_in() {
    _bundle=$1
    shift
    exits 0 huiyin bundle --out "$_bundle" --key-file "$scratch/office.pem" "$@"
}

# takes FILE…: all of them are on file at headquarters
takes() { exits 0 huiyin hq ingest "$@" --receipts "$scratch/receipts" --key-file "$scratch/hq.pem" --json; }

receipt() { printf '%s/receipts/%s.json' "$scratch" "$(store_id "${1:-}")"; }

same_as_office() {
    last="the rows of $1"
    _said=$(python3 "$here/same_rows.py" "$pg_bin/psql" "$pg" "$1" "${2:-$HUIYIN_DB}" 2>&1) ||
        fail "every row of $1 as at the office" "$_said"
}

# everything_at_hq: a digest of all that headquarters has, for what must not change
everything_at_hq() {
    psql_says "SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
        SELECT row(h.*)::text AS line FROM huiyin.office_head h
        UNION ALL SELECT row(j.*)::text FROM huiyin.journal j
        UNION ALL SELECT row(m.*)::text FROM huiyin.matter m
        UNION ALL SELECT row(s.*)::text FROM huiyin.step s
        UNION ALL SELECT row(s.*)::text FROM huiyin.said s
        UNION ALL SELECT row(f.*)::text FROM huiyin.finding f) all_lines"
}

# unpacked FILE: what is in a bundle
unpacked() { gunzip -c "$1"; }
