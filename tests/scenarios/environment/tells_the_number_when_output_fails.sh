#!/bin/sh
# Recorded, but the output cannot be written: exit 1, and the number is on stderr.
. "$(dirname "$0")/../lib.sh"
[ -w /dev/full ] || skip 'needs /dev/full'
office
clock '2026-11-23 09:00:00'
add() { as chen complaint add --channel letter --text '楼道灯不亮' "$@"; }
into_full() { "$@" >/dev/full; }

# recorded_yet_failed WAY CMD…: exit 1, one more entry, the number on stderr
recorded_yet_failed() {
    before=$(entries_now)
    exits 1 "$@"
    same 'one more entry' $((before + 1)) "$(entries_now)"
}
recorded_yet_failed into_full add
tells TS-2026-0001
recorded_yet_failed into_full add --json
tells TS-2026-0002
rejects 1 into_full huiyin complaint list
