#!/bin/sh
# The power fails: what was written and not synced is there in part, in any order, or not at all. What
# was acknowledged must be there. A disk that does not sync is the control: it must lose something.
. "$(dirname "$0")/inside.sh"
fixture

inside power-cut again "${FAULTS_CUTS:-$(short_or_long 180 20000)}"
[ "$lost" -eq 0 ] || fail 'every acknowledged record' "$lost lost"
[ "$again" -gt 0 ] || fail 'power that fails again during recovery' 'it never did'
row 'power cut'
printf '%-42s %d of them while the store was being mended after another\n' '' "$again"

inside lying-disk again "$(short_or_long 36 600)"
[ "$lost" -gt 0 ] || [ "$survived" -lt "$hit" ] || fail 'losses on a disk that lies' none
printf '%-42s tried %6d   of which %d lost a record or the store\n' 'control: a disk that ignores syncs' \
    "$tried" $((hit - survived))
