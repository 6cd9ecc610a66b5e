#!/bin/sh
# Memory runs out: a request of SQLite's or of the program's own fails, once or from then on.
. "$(dirname "$0")/inside.sh"
fixture

offset=3
some='some_rows 5' inside memory 'write again' "${FAULTS_TRIES:-$(short_or_long 2 40)}"
row 'a request for memory fails'

# ---------------------------------------------------------------- RLIMIT_AS

# The least memory in which the program comes to its own first word, in KiB.
least=1024
until sh -c 'ulimit -v "$0" && "$1" version' "$least" "$HUIYIN" >"$scratch/version" 2>&1; do least=$((least + 512)); done

# in_little_memory COMMAND…: from there on in steps, until the command succeeds
in_little_memory() {
    room=$least
    step=$(short_or_long 1536 128)
    while :; do
        fresh
        run sh -c 'ulimit -v "$0" && exec "$@"' "$room" "$HUIYIN" "$@"
        tried=$((tried + 1))
        answered_truly
        [ "$code" -ne 0 ] || break
        hit=$((hit + 1)) survived=$((survived + 1))
        room=$((room + step))
    done
}

tried=0 hit=0 survived=0
some_rows 3 "$(short_or_long again 'write again')" in_little_memory
row 'little memory (RLIMIT_AS)'
