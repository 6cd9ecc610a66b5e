# Words about the stores of released schemas in stores/. Sourced after lib.sh.

newest=$(sql 'PRAGMA user_version')

# each_store DO: DO for every store, with $schema, the $figures its program printed, and it as $before
each_store() {
    before=$scratch/released
    for packed in "$here"/stores/schema-*.db.gz; do
        schema=$(basename "$packed" .db.gz)
        schema=${schema#schema-}
        figures=$here/stores/schema-$schema.json
        gunzip -c "$packed" >"$before"
        "$1"
    done
}

# The figures the old program had, out of what the new one prints.
same_figures() {
    exits 0 as chen report period --from 2026-11-16 --to 2026-11-22 --json
    printf '%s' "$out" | jq -e --slurpfile old "$figures" '
        . as $new | $old[0] as $o | [$o | paths(scalars)] | all(. as $p | ($new | getpath($p)) == ($o | getpath($p)))' \
        >"$scratch/jq" || fail "the figures of $figures" "$out"
}

# whole_migration: the store is the old one, or of this program's schema with all entries of the way
whole_migration() {
    recovered
    untouched && return
    same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
    holds
}

# The first write brings a store up to date.
migrates='complaint add --channel letter --text 升级之后 --as chen'
