#!/bin/sh
# Whoever records while `audit verify` runs is done as soon as ever, but for a turn of its reading; what it
# proves stays proven meanwhile, and the memory it takes is that of a short journal: sh tests/bench/verify.sh
#
# HUIYIN names the binary, HUIYIN_BENCH_TOOLS the folder of huiyin_bench_store and huiyin_bench_race. A machine that does
# other things makes anybody wait now and then: so medians are compared, each up to five times, and have to hold once. A proof
# whose turns are ten times as long does not.
set -eu

: "${HUIYIN:?name the binary under test in HUIYIN}"
tools=${HUIYIN_BENCH_TOOLS:-$(dirname "$HUIYIN")/../tests/bench}
folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
trap 'touch "$folder/enough"; wait; rm -rf "$folder"' EXIT
export LC_ALL=C
unset HUIYIN_DB || true
tries=5 rounds=20 longest_wait=100

"$tools/huiyin_bench_store" "$folder/short.db" --matters 20 --user "$(id -un)"
"$tools/huiyin_bench_store" "$folder/long.db" --matters "${HUIYIN_BENCH_MATTERS:-1000}" --user "$(id -un)"
store=$folder/long.db
add() {
    "$HUIYIN" --db "$store" --as chen complaint add --quiet --channel letter --text 窨井盖松动 >>"$folder/numbers"
}
# Brought up to date by whoever writes first.
add

# median ROUNDS: milliseconds of the middle one of so many additions, and of the longest
median() {
    for _round in $(seq "$1"); do
        _start=$(date +%s%N)
        add || exit 1
        echo $((($(date +%s%N) - _start) / 1000000))
    done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)], all[NR] }'
}
# Proves the store again and again until it is told that this is enough.
proves_on() {
    while [ ! -e "$folder/enough" ]; do
        "$HUIYIN" --db "$store" audit verify --json >>"$folder/proofs" || echo "exit $?" >>"$folder/proofs"
    done
}

best=
for _try in $(seq "$tries"); do
    rm -f "$folder/enough"
    alone=$(median "$rounds")
    proves_on &
    beside=$(median $((2 * rounds)))
    touch "$folder/enough"
    wait
    [ -n "$alone" ] && [ -n "$beside" ] || exit 1
    longest="${beside#* } beside, ${alone#* } alone"
    alone=${alone% *} beside=${beside% *}
    waited=$((beside - alone))
    [ -n "$best" ] && [ "$best" -le "$waited" ] || best=$waited
    [ "$best" -gt "$longest_wait" ] || break
done
echo "an addition took $best ms longer beside a proof ($beside beside, $alone alone); the longest: $longest"
[ "$best" -le "$longest_wait" ] || {
    echo "expected: no more than $longest_wait" >&2
    exit 1
}

# Every one of these proofs was by sums: what was recorded meanwhile raised no doubt.
proofs=$(grep -c '"by"' "$folder/proofs")
by_sums=$(grep -c '"ok":true.*"by":"sums"' "$folder/proofs" || true)
[ "$proofs" -gt 0 ] && [ "$proofs" -eq "$by_sums" ] || {
    echo "$by_sums of $proofs proofs held by sums:" >&2
    cat "$folder/proofs" >&2
    exit 1
}
additions=$(wc -l <"$folder/numbers")
[ "$additions" -eq "$(sort -u "$folder/numbers" | wc -l)" ] || {
    echo "a number was given twice" >&2
    exit 1
}
echo "$proofs proofs, $additions additions, all sound"

# peak STORE: KiB that a proof of it takes at most
peak() { "$tools/huiyin_bench_race" --runs 1 --warm 0 "$HUIYIN --db $1 audit verify" | awk '{ print $3 }'; }
entries() { "$HUIYIN" --db "$1" audit head --json | sed 's/.*"entries"://; s/[^0-9].*//'; }
few=$(entries "$folder/short.db") many=$(entries "$store")
for _try in $(seq "$tries"); do
    of_few=$(peak "$folder/short.db") of_many=$(peak "$store")
    [ "$of_many" -gt $((of_few + 2048)) ] || break
done
echo "$few entries in $of_few KiB, $many in $of_many"
[ "$of_many" -le $((of_few + 2048)) ] || {
    echo "expected: as much memory for a long journal, or two MiB more" >&2
    exit 1
}
