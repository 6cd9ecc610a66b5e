# What taking bundles takes, beside PostgreSQL's own \copy, in one run: sh tests/hq/measure.sh [journal|offices|report|all]
#
# HUIYIN and HUIYIN_BENCH_STORE name the programs (an optimised build); MATTERS how large the store is, or STORE one
# that there is; OFFICES how many hand in a week. fsync and synchronous_commit are on, as PostgreSQL comes. Beside the
# time by the clock stands the processors', the server's among it: what can be compared on a machine that is busy.
. "$(dirname "$0")/lib.sh"

what=${1:-all}
[ "$what" != journal ] && [ "$what" != all ] || : "${HUIYIN_BENCH_STORE:?name huiyin_bench_store}"
clock real
keys_made
server_begins
exits 0 huiyin hq init
same 'fsync and synchronous_commit' 'on on' "$(psql_says "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')")"
now() { date +%s%3N; }
# What this shell's programs and the server's processes that have ended took, in hundredths of a second.
processor() { cat "/proc/$$/stat" "/proc/$(head -n 1 "$pg/data/postmaster.pid")/stat" | awk '{ sub(/.*\) /, ""); sum += $14 + $15 } END { print sum }'; }
begins() { began=$(now) used=$(processor); }
taken_since() { awk "BEGIN { printf \"%.2f s, %.2f s of processor\", ($(now) - $began) / 1000, ($(processor) - $used) / 100 }"; }
seconds_of() { awk "BEGIN { printf \"%.2f\", $1 / 1000 }"; }

whole_journal() {
    if [ -n "${STORE:-}" ]; then
        cp "$STORE" "$scratch/large.db"
    else
        "$HUIYIN_BENCH_STORE" "$scratch/large.db" --matters "${MATTERS:-20000}" >"$scratch/made" 2>&1 ||
            fail 'a store' "$(cat "$scratch/made")"
    fi
    export HUIYIN_DB="$scratch/large.db"
    registered 大
    began=$(now)
    hands_in "$scratch/bundle"
    echo "bundle: $(sqlite3 -readonly "$HUIYIN_DB" 'SELECT count(*) FROM journal') entries, $(($(wc -c <"$HUIYIN_DB") >> 20)) MiB of store, $(($(wc -c <"$scratch/bundle") >> 20)) MiB of bundle, $(seconds_of $(($(now) - began))) s"

    # The same final rows, for \copy: as PostgreSQL itself writes them out, into the same tables.
    exits 0 huiyin hq ingest "$scratch/bundle"
    same_as_office 大
    printf '%s\n' "$_said"
    tables=$(psql_says "SELECT table_name FROM information_schema.columns WHERE table_schema = 'huiyin' AND column_name = 'office'
        AND table_name NOT IN ('office_head') AND table_name !~ '_[0-9][0-9]$'")
    mkdir "$scratch/rows"
    chmod 0755 "$scratch" "$scratch/rows"
    : >"$scratch/copy.sql"
    for table in $tables; do
        "$pg_bin/psql" -X -q -h "$pg" -U postgres -d huiyin -c "\\copy (SELECT * FROM huiyin.\"$table\") to '$scratch/rows/$table'"
        [ ! -s "$scratch/rows/$table" ] || printf '%s\n' "\\copy huiyin.\"$table\" from '$scratch/rows/$table'" >>"$scratch/copy.sql"
    done
    empties() {
        for table in $tables; do echo "TRUNCATE huiyin.\"$table\";"; done | "$pg_bin/psql" -X -q -h "$pg" -U postgres -d huiyin
        psql_says "UPDATE huiyin.office_head SET entries = 0, hash = '', schema = 0, made_at = NULL" >"$scratch/psql"
        psql_says CHECKPOINT >"$scratch/psql"
    }
    # By turns, so that a noisy machine is noisy to both.
    for turn in 1 2 3; do
        empties
        began=$(now)
        "$pg_bin/psql" -X -q -h "$pg" -U postgres -d huiyin -v ON_ERROR_STOP=1 -f "$scratch/copy.sql" >"$scratch/psql" 2>&1 ||
            fail 'rows copied' "$(cat "$scratch/psql")"
        copied=$(($(now) - began))
        empties
        began=$(now)
        exits 0 huiyin hq ingest "$scratch/bundle"
        ingested=$(($(now) - began))
        echo "turn $turn: copied in $(seconds_of $copied) s, ingested in $(seconds_of $ingested) s, $(awk "BEGIN { printf \"%.2f\", $ingested / $copied }") times"
    done
    same_as_office 大
}

a_week_of_offices() {
    offices=${OFFICES:-1000}
    clock '2026-11-23 08:00:00'
    office
    mv "$HUIYIN_DB" "$scratch/base.db"
    cp "$scratch/base.db" "$scratch/week.db"
    clock real
    # A week: complaints with what is done on them, each command an entry of its own.
    HUIYIN_DB=$scratch/week.db
    seq 33 | while read -r number; do
        ts=$(huiyin complaint add --channel phone --phone 13800008000 --unit "3-$number" --text "第 $number 件" --as chen 2>/dev/null) || exit 1
        for _ in 1 2 3 4 5 6 7 8 9; do huiyin note "$ts" --text 跟进 --as chen >/dev/null 2>&1; done
    done
    before=$(sqlite3 -readonly "$scratch/base.db" 'SELECT count(*) FROM journal')
    after=$(sqlite3 -readonly "$scratch/week.db" 'SELECT count(*) FROM journal')
    # Two bundles of one office, and out of them those of all: each to be founded by itself would take an hour.
    HUIYIN_DB=$scratch/base.db
    hands_in "$scratch/first.bundle"
    huiyin audit head --json >"$scratch/anchor.json"
    HUIYIN_DB=$scratch/week.db
    hands_in "$scratch/weekly.bundle" --since-anchor "$scratch/anchor.json"
    python3 "$here/many_offices.py" "$scratch/first.bundle" "$scratch/weekly.bundle" "$scratch/office.pem" "$offices" "$scratch" ||
        fail 'bundles of many offices' none
    key=$(sed '1d;$d' "$scratch/office.pem.pub")
    psql_says "INSERT INTO huiyin.office_head (office, name, store_id, public_key, registered_at)
        SELECT n, '第' || n || '处', lpad(to_hex(n), 32, '0'), substr(decode('$key', 'base64'), 13), 0
        FROM generate_series(1, $offices) n" >"$scratch/psql"
    python3 "$here/rename_store.py" "$scratch/week.db" "$(printf '%032x' "$offices")"
    begins
    exits 0 huiyin hq ingest "$scratch/first"
    echo "$offices offices, $before entries each to begin with: $(taken_since)"
    begins
    exits 0 huiyin hq ingest "$scratch/weekly" --workers 4 --json
    json "length == $offices and all(.result == \"taken\")"
    echo "$offices weekly bundles, $((after - before)) entries each, 4 workers: $(taken_since)"
    same_as_office "第${offices}处" "$scratch/week.db"
    all=$(everything_at_hq)
    begins
    exits 0 huiyin hq ingest "$scratch/weekly" "$scratch/first" --workers 4 --json
    json 'all(.result == "already")'
    echo "a replay of all: $(taken_since)"
    same 'all that headquarters has' "$all" "$(everything_at_hq)"
}

. "$here/measure_report.sh"

case $what in
    journal) whole_journal ;;
    offices) a_week_of_offices ;;
    report) a_company ;;
    *) whole_journal && a_week_of_offices && a_company ;;
esac
