#!/bin/sh
# Stores with bytes changed by zzuf: the program never crashes and never hangs, and what it no longer
# believes it says with exit 1 or 5. Where the audit still finds all well, all is well: the change fell
# on bytes that mean nothing. HUIYIN_SANITIZED names a build with sanitizers; without it the plain one
# is tried, and said to be.
. "$(dirname "$0")/lib.sh"
command -v zzuf >"$scratch/which" || skip 'zzuf is not installed: NOTHING of this row was tried'
fixture
under=${HUIYIN_SANITIZED:-$HUIYIN}
# A short-lived process needs no store of freed memory, which costs it a third of its time.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:quarantine_size_mb=1:exitcode=99:abort_on_error=0 UBSAN_OPTIONS=halt_on_error=1:exitcode=99
# A hang is a command that takes a hundred times as long as on the sound store, and at least 5 s.
from=$(date +%s%3N)
"$under" audit verify >"$scratch/verified" 2>&1
patience=$((($(date +%s%3N) - from) / 10))
[ "$patience" -gt 5 ] || patience=5

# The index for searching is derived from the texts and no part of the proof (docs/security.md).
contents() { sqlite3 -readonly "$1" .dump 2>"$scratch/why" | grep -v '^INSERT INTO search_index' | cksum; }
sound=$(contents "$HUIYIN_DB")

# answers CODES COMMAND…: its exit is one of these
answers() {
    codes=" $1 "
    shift
    run timeout -s KILL "$patience" "$under" "$@"
    [ "$code" -ne 137 ] || broken "an answer within $patience s ($seed)" 'a hang'
    case $codes in *" $code "*) ;; *) broken "exit$codes($seed)" "exit $code: $err" ;; esac
}
# No command but the audit reads everything: a login that was changed is nobody's (3), or not the
# administrator's (7), a time that was changed is judged as it stands (4).
believing='0 1 3 4 5 7'

# Four densities, three ranges and four readers: 48 stores are each of them with each of the others.
first=${FAULTS_SEED:-1}
for seed in $(seq "$first" $((first + ${FAULTS_SEEDS:-$(short_or_long 96 50000)} - 1))); do
    tried=$((tried + 1))
    rm -f "$HUIYIN_DB-journal"
    # From a few bits in the file to one in five hundred; every third time the header stays, every
    # third time it is the first page alone. (zzuf changes nothing where a range begins at 0.)
    case $((seed % 4)) in 0) ratio=0.000001 ;; 1) ratio=0.00001 ;; 2) ratio=0.0001 ;; 3) ratio=0.002 ;; esac
    case $((seed % 3)) in 0) bytes=100- ;; 1) bytes=1- ;; 2) bytes=1-4095 ratio=0.0005 ;; esac
    zzuf -s "$seed" -r "$ratio" -b "$bytes" <"$before" >"$HUIYIN_DB"
    cmp -s "$before" "$HUIYIN_DB" && continue
    hit=$((hit + 1))
    struck "$ratio:$bytes"
    answers '0 1 5' audit verify
    [ "$code" -ne 0 ] || [ "$(contents "$HUIYIN_DB")" = "$sound" ] ||
        broken "exit 5 ($seed)" 'audit verify finds all well, and the contents differ'
    case $((seed / 4 % 4)) in
        0) answers "$believing" complaint list --as chen ;;
        1) answers "$believing" check --as chen ;;
        2) answers "$believing" report period --from 2026-11-01 --to 2026-11-30 --json --as chen ;;
        3) answers "$believing" complaint add --as chen --channel letter --text 还能登记吗 ;;
    esac
    survived=$((survived + 1))
done
doors='0.000001:100- 0.00001:100- 0.0001:100- 0.002:100- 0.000001:1- 0.00001:1- 0.0001:1- 0.002:1- 0.0005:1-4095'
[ -n "${HUIYIN_SANITIZED:-}" ] || echo 'mutated stores: no HUIYIN_SANITIZED, so without sanitizers'
row 'mutated store files'
