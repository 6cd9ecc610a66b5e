#!/bin/sh
# Completion is silent whatever is wrong, writes nothing, and shows the store only to those on the staff.
. "$(dirname "$0")/../lib.sh"

# Without a store the table still answers.
run huiyin __complete complaint add --ch
same exit 0 "$code"
prints --channel
tells_nothing
run huiyin __complete complaint show ''
same exit 0 "$code"
prints_nothing
tells_nothing
[ ! -e "$HUIYIN_DB" ] || fail 'no store made in passing' "$HUIYIN_DB"

# A damaged one too.
printf 'not a store' >"$HUIYIN_DB"
run huiyin __complete complaint show ''
same exit 0 "$code"
prints_nothing
tells_nothing
rm "$HUIYIN_DB"

office
clock '2026-11-23 09:00:00'
a_complaint
before=$(store_now)
run huiyin __complete complaint show ts-
prints TS-2026-0001
run huiyin __complete --db "$scratch/none.db" complaint show ts-
prints_nothing
run huiyin __complete nonsense of all kinds --x '' -- --
same exit 0 "$code"
run huiyin __complete
same exit 0 "$code"
prints complaint
# Phones are masked here as everywhere, and who gave them is not named.
never_prints 13800008000
run huiyin __complete --as nobody-on-file complaint show ''
prints_nothing
tells_nothing
same 'a store as it was' "$before" "$(store_now)"

if [ "$(id -u)" -eq 0 ]; then
    chmod 0755 "$scratch"
    chmod 0644 "$HUIYIN_DB"
    run as_nobody __complete complaint show ''
    same exit 0 "$code"
    prints_nothing
    same 'no denial on record' "$before" "$(store_now)"
fi

# What is installed is what the program prints.
for shell in bash zsh fish; do
    exits 0 huiyin completion $shell
    printf '%s\n' "$out" | cmp -s - "$(dirname "$0")/../../../src/cli/shells/huiyin.$shell" ||
        fail "the script for $shell" "$out"
done
rejects 2 huiyin completion tcsh
