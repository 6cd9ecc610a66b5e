#!/bin/sh
# The benchmarks themselves run, on stores of a moment: every row says something, and the store they are
# measured on is a sound one. What the figures are is nobody's test. HUIYIN names the binary,
# HUIYIN_BENCH_TOOLS the folder of the programs.
set -eu
: "${HUIYIN:?name the binary under test in HUIYIN}" "${HUIYIN_BENCH_TOOLS:?and the programs' folder}"
folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
unset HUIYIN_DB || true

fail() {
    echo "bench: $*" >&2
    cat "$folder/table" >&2
    exit 1
}

HUIYIN_BENCH_STORES='0 300' HUIYIN_BENCH_LINES=200 HUIYIN_BENCH_RUNS=1 HUIYIN_BENCH_CROWD='2 5' \
    sh "$(dirname "$0")/run.sh" "$folder" add version batch weekly check due search verify crowd >"$folder/table" ||
    fail "exit $?"
for row in 'add at 0' 'add at 300' version 'batch of 200' 'report weekly --format json at 300' \
    'report weekly --format html at 0' 'check at 300' 'callback due at 300' 'repair list --overdue at 300' \
    'status at 300' 'search 窨井 at 300' 'audit verify at 300' '2 x 5 adds, huiyin' '2 x 5 adds, sqlite3' 'store at 300'; do
    grep -qF "| $row" "$folder/table" || fail "no row: $row"
done
! grep -F '2 x 5 adds' "$folder/table" | grep -qv '| 0 failures' || fail 'a crowd in which somebody fails'

"$HUIYIN" --db "$folder/300.db" audit verify >"$folder/verified" || fail "$(cat "$folder/verified")"
matters=$(sqlite3 -readonly "$folder/300.db" "SELECT count(*) FROM matter")
[ "$matters" -ge 300 ] || fail "$matters matters, not 300"

# What it cannot make it says, and makes nothing.
status=0
"$HUIYIN_BENCH_TOOLS/huiyin_bench_store" "$folder/old.db" --matters 10 --schema 8 >"$folder/said" 2>&1 || status=$?
[ "$status" -eq 1 ] && grep -q 'no such option: --schema' "$folder/said" && [ ! -e "$folder/old.db" ] ||
    fail "exit $status of an option there is not: $(cat "$folder/said")"
