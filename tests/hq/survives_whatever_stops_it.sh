# Killed at any moment, the server restarted (fast, immediate), its backend ended, the connection lost after COMMIT
# was sent: what was begun is there as a whole or not at all, and the same command run again brings it in once.
# HUIYIN_LONG takes thirty times as many.
. "$(dirname "$0")/lib.sh"

times=${HUIYIN_LONG:+120}
times=${times:-4}
one_office_registered

# One bundle of some length, so that there is something to stop.
clock '2026-11-23 09:00:00'
python3 - >"$scratch/lines" <<'PY'
for number in range(3000):
    print(f'complaint add --channel letter --text 第{number}件 --as chen')
PY
exits 0 huiyin batch "$scratch/lines"
for number in 1 2 3; do
    accepts as chen complaint add --channel phone --phone 13800008000 --text "另 $number 件"
    accepts as chen complaint assign "$no" --to chen
done
hands_in "$scratch/whole"
takes "$scratch/whole" # how long it takes
entries=$(entries_now)

forget_all() {
    psql_says "UPDATE huiyin.office_head SET entries = 0, hash = '', schema = 0, made_at = NULL, share = NULL" >"$scratch/psql"
    for table in $(psql_says "SELECT table_name FROM information_schema.columns WHERE table_schema = 'huiyin'
        AND column_name = 'office' AND table_name NOT IN ('office_head') AND table_name !~ '_[0-9][0-9]$'"); do
        echo "TRUNCATE huiyin.\"$table\";"
    done >"$scratch/truncate"
    "$pg_bin/psql" -X -q -h "$pg" -U postgres -d huiyin -f "$scratch/truncate"
}

# all_or_nothing: what is there now is none of it or all
all_or_nothing() {
    rows=$(psql_says 'SELECT (SELECT count(*) FROM huiyin.journal), entries FROM huiyin.office_head')
    head=${rows#*|} rows=${rows%|*}
    same 'the journal and its head' "$head" "$rows"
    case $rows in 0 | "$entries") ;; *) fail "0 or $entries entries" "$rows" ;; esac
    [ "$rows" -eq 0 ] && untaken=$((untaken + 1))
    exits 0 huiyin hq ingest "$scratch/whole" --json
    same_as_office 学府苑
}

begins_ingest() { # in the background; $ingest is the very process, not a shell around it
    (
        export LD_PRELOAD="$faketime_library" FAKETIME_FMT=%s FAKETIME="$epoch" FAKETIME_DONT_FAKE_MONOTONIC=1
        exec "$HUIYIN" hq ingest "$scratch/whole" --json >"$scratch/ingest.out" 2>"$scratch/ingest.err"
    ) &
    ingest=$!
}

# How long it takes, in milliseconds, on this machine as it is now.
forget_all
started=$(date +%s%3N)
exits 0 huiyin hq ingest "$scratch/whole"
long=$(($(date +%s%3N) - started))
pause() { sleep "$(awk "BEGIN { srand($1); printf \"%.3f\", rand() * $long * 1.1 / 1000 }")"; }

untaken=0
for turn in $(seq "$times"); do
    forget_all
    begins_ingest
    pause "$turn"
    kill -9 "$ingest" 2>/dev/null || :
    wait "$ingest" 2>/dev/null || :
    # Its backend may still be at it for a moment.
    sleep 0.1
    while [ "$(psql_says "SELECT count(*) FROM pg_stat_activity WHERE query ~ 'huiyin|COPY|COMMIT|UPDATE' AND pid <> pg_backend_pid() AND backend_type = 'client backend'")" -gt 0 ]; do sleep 0.1; done
    all_or_nothing
done
echo "killed: $times, $untaken with nothing taken"
[ -z "${HUIYIN_LONG:-}" ] || [ "$untaken" -gt 0 ] || fail 'one that was stopped in the middle of it' none

for how in fast immediate; do
    untaken=0
    for turn in $(seq $((times / 2))); do
        forget_all
        begins_ingest
        pause "$turn$turn"
        server_stops "$how"
        server_starts
        # It waits for the server to come back, and begins anew.
        code=0
        wait "$ingest" || code=$?
        err=$(cat "$scratch/ingest.err") out=$(cat "$scratch/ingest.out") last="ingest over a restart ($how)"
        case $code in 0 | 1) ;; *) fail 'exit 0 or 1' "exit $code" ;; esac
        all_or_nothing
    done
    echo "server restarted, $how: $((times / 2)), $untaken with nothing taken"
done

untaken=0
for turn in $(seq "$times"); do
    forget_all
    begins_ingest
    pause "7$turn"
    psql_says "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()" >"$scratch/psql"
    code=0
    wait "$ingest" || code=$?
    last='ingest whose backend was ended' err=$(cat "$scratch/ingest.err")
    [ "$code" -eq 0 ] || fail 'exit 0: it begins anew' "exit $code"
    all_or_nothing
done
echo "backend ended: $times"

# Through a go-between that passes COMMIT on, and the connection is gone before its answer comes back.
for turn in 1 2 3; do
    forget_all
    mkdir -p "$scratch/between"
    python3 "$here/loses_commit.py" "$scratch/between" "$pg" "$turn" &
    between=$!
    while [ ! -S "$scratch/between/.s.PGSQL.5432" ]; do sleep 0.05; done
    exits 0 huiyin hq ingest "$scratch/whole" --json --hq "postgresql:///huiyin?host=$scratch/between&user=postgres"
    json '.[0].result == "already" or .[0].result == "taken"'
    kill "$between" 2>/dev/null || :
    wait "$between" 2>/dev/null || :
    rm -rf "$scratch/between"
    same 'entries' "$entries" "$(psql_says 'SELECT entries FROM huiyin.office_head')"
    same_as_office 学府苑
done
echo 'connection lost after COMMIT: 3'
