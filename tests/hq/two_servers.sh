# Two PostgreSQL servers that share the offices, and a database on the first that looks at both:
#
#   two_servers          HUIYIN_COMPANY names the database for all, HUIYIN_FIRST and HUIYIN_SECOND the servers' own
#   psql_of 0|1 SQL      what the first or second server answers
#
# Sourced behind lib.sh, after server_begins.

ends_second() {
    [ ! -f "$pg/second/postmaster.pid" ] || as_server "$pg_bin/pg_ctl" -D "$pg/second" -m immediate -w stop
} >/dev/null 2>&1
trap 'ends_second; ends_server; rm -rf "$scratch" "$pg"' EXIT

psql_of() {
    case $1 in
        0) "$pg_bin/psql" -X -q -At -h "$pg" -U postgres -d half -c "$2" ;;
        1) "$pg_bin/psql" -X -q -At -h "$pg/socket" -U postgres -d huiyin -c "$2" ;;
    esac
}

# The second in a folder of its own, set as the first is.
second_server_begins() {
    mkdir "$pg/second" "$pg/socket"
    [ "$(id -u)" -ne 0 ] || chown nobody:nogroup "$pg/second" "$pg/socket"
    as_server "$pg_bin/initdb" -D "$pg/second" -A trust -U postgres --no-sync --encoding UTF8 --locale C \
        >"$scratch/initdb" 2>&1 || fail 'a second server' "$(cat "$scratch/initdb")"
    tail -n 4 "$pg/data/postgresql.conf" | sed "s|^unix_socket_directories.*|unix_socket_directories = '$pg/socket'|" \
        >>"$pg/second/postgresql.conf"
    server_starts "$pg/second"
    as_server "$pg_bin/createdb" -h "$pg/socket" -U postgres huiyin
}

two_servers() {
    second_server_begins
    for _name in half company; do as_server "$pg_bin/createdb" -h "$pg" -U postgres "$_name"; done
    HUIYIN_FIRST="postgresql:///half?host=$pg&user=postgres"
    HUIYIN_SECOND="postgresql:///huiyin?host=$pg/socket&user=postgres"
    HUIYIN_COMPANY="postgresql:///company?host=$pg&user=postgres"
    for _url in "$HUIYIN_FIRST" "$HUIYIN_SECOND"; do exits 0 huiyin hq init --hq "$_url"; done
    # As docs/headquarters.md has it.
    sed "s|HOST-1|$pg|; s|HOST-2|$pg/socket|; s|'huiyin1'|'half'|; s|'huiyin2'|'huiyin'|; s|ROLE|postgres|" >"$scratch/servers.sql" <<'SQL'
CREATE EXTENSION postgres_fdw;
CREATE SERVER hq1 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'HOST-1', dbname 'huiyin1', fetch_size '10000', async_capable 'true', options '-c jit=off -c random_page_cost=1.1');
CREATE SERVER hq2 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'HOST-2', dbname 'huiyin2', fetch_size '10000', async_capable 'true', options '-c jit=off -c random_page_cost=1.1');
CREATE USER MAPPING FOR CURRENT_USER SERVER hq1 OPTIONS (user 'ROLE');
CREATE USER MAPPING FOR CURRENT_USER SERVER hq2 OPTIONS (user 'ROLE');
SQL
    for _file in "$scratch/servers.sql" "$here/../../docs/jobs/company-of-servers.sql"; do
        "$pg_bin/psql" -X -q -h "$pg" -U postgres -d company -v ON_ERROR_STOP=1 -f "$_file" >"$scratch/psql" 2>&1 ||
            fail 'a database that looks at both' "$(cat "$scratch/psql")"
    done
}
