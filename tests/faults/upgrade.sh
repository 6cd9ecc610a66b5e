#!/bin/sh
# A store of every released schema, as the program of its time left it (stores/make.sh): it can be read
# and proved at once; the next write brings it up to date; the week it filed has the same figures. That
# write is killed at its writing calls too, and they fail: the store is the old one or the new one.
. "$(dirname "$0")/strace.sh"
needs_strace
fixture
newest=$(sql 'PRAGMA user_version')

# The figures the old program had, out of what the new one prints.
same_figures() {
    exits 0 as chen report period --from 2026-11-16 --to 2026-11-22 --json
    printf '%s' "$out" | jq -eS --slurpfile old "$1" '
        . as $new | $old[0] as $o | [$o | paths(scalars)] | all(. as $p | ($new | getpath($p)) == ($o | getpath($p)))' \
        >"$scratch/jq" || fail "the figures of $1" "$out"
}

# whole_migration: the store is the old one, or of this program's schema with all entries of the way
whole_migration() {
    recovered
    untouched && return
    same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
    holds
}

writes() { as chen complaint add --channel letter --text 升级之后; }

upgrades() {
    tried=$((tried + 1)) hit=$((hit + 1))
    fresh
    exits 0 huiyin audit verify
    same_figures "$figures"
    fresh
    exits 0 writes
    same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
    holds
    same_figures "$figures"
    survived=$((survived + 1))
}

interrupt_migration() {
    tried=$((tried + 1))
    fresh
    injected "$1" "$3:when=$2" complaint add --channel letter --text 升级之后 --as chen
    case $3 in
        signal=*) [ "$code" -eq 137 ] || broken "a death at $1 number $2" "exit $code" ;;
        *)
            grep -q INJECTED "$scratch/strace" || broken "$3 at $1 number $2" 'it was not hit'
            [ "$code" -eq 0 ] || [ "$code" -eq 1 ] || broken 'exit 0 or 1' "exit $code"
            ;;
    esac
    hit=$((hit + 1))
    whole_migration
    survived=$((survived + 1))
}

interruptions() {
    command='a migration'
    [ "$schema" -lt "$newest" ] || return 0
    calls_of complaint add --channel letter --text 升级之后 --as chen
    while read -r call count <&8; do
        for when in $(points "$count"); do
            turn=$((turn + 1))
            interrupt_migration "$call" "$when" signal=KILL
            interrupt_migration "$call" "$when" error=EIO
        done
    done 8<"$scratch/calls"
}

each_store() {
    for packed in "$here"/stores/schema-*.db.gz; do
        schema=$(basename "$packed" .db.gz)
        schema=${schema#schema-}
        figures=$here/stores/schema-$schema.json
        before=$scratch/as_it_was
        gunzip -c "$packed" >"$before"
        "$1"
    done
}

each_store upgrades
row 'stores of released schemas'
each_store interruptions
row 'a fault during migration'
