#!/bin/sh
# Recorded, but the output cannot be written: exit 1, and the number is on stderr.
. "$(dirname "$0")/../lib.sh"
[ -w /dev/full ] || skip 'needs /dev/full'
office
clock '2026-11-23 09:00:00'
add() { as chen complaint add --channel letter --text '楼道灯不亮' "$@"; }
into_full() { "$@" >/dev/full; }

adds_an_entry 1 into_full add
tells TS-2026-0001
adds_an_entry 1 into_full add --json
tells TS-2026-0002
rejects 1 into_full huiyin complaint list
