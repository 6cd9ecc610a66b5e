# Offices of every released schema, side by side: as they are, brought up to date in the middle of their journal,
# and handed in before, between and after. Rows that a migration makes are in no changeset.
. "$(dirname "$0")/lib.sh"

clock '2026-11-23 08:00:00'
keys_made
server_begins
exits 0 huiyin hq init
offices=0
for packed in "$here"/../faults/stores/schema-*.db.gz "$here"/../releases/*.db.gz; do
    name=$(basename "$packed" .db.gz)
    # One store in three, all of them where time is no matter.
    turn=$((${turn:-0} + 1))
    [ -n "${HUIYIN_LONG:-}" ] || [ $((turn % 3)) -eq 1 ] || continue
    for how in whole between; do
        store=$scratch/$name-$how.db
        gunzip -c "$packed" >"$store"
        # Two offices of one store: the second is its own.
        [ "$how" = whole ] || python3 "$here/rename_store.py" "$store"
        export HUIYIN_DB="$store"
        registered "$name-$how"
        offices=$((offices + 1))
        clock '2026-12-01 09:00:00'
        if [ "$how" = between ]; then
            # As the old program left it; the new one reads it without writing.
            hands_in "$scratch/$name-$how.old"
            takes "$scratch/$name-$how.old"
            json '.[0].result == "taken"'
            same_as_office "$name-$how" "$store"
        fi
        # The first write brings it up to date.
        clock '2026-12-02 09:00:00'
        exits 0 as chen complaint add --channel letter --text 升级之后
        if [ "$how" = between ]; then
            hands_in "$scratch/$name-$how.new" --since-anchor "$(receipt)"
        else
            hands_in "$scratch/$name-$how.new"
        fi
        takes "$scratch/$name-$how.new"
        json '.[0].result == "taken"'
        same_as_office "$name-$how" "$store"
        clock '2026-12-03 09:00:00'
        exits 0 as chen complaint add --channel letter --text 之后
        hands_in "$scratch/$name-$how.later" --since-anchor "$(receipt)"
        takes "$scratch/$name-$how.later"
        json '.[0].result == "taken"'
        same_as_office "$name-$how" "$store"
    done
done
same 'offices' "$offices" "$(huiyin hq status --json | jq 'map(select(.state == "current")) | length')"
echo "$offices offices of $((offices / 2)) stores"
