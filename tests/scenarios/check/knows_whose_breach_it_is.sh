#!/bin/sh
# One's own is what one answers for, whoever typed it: the case that is about you, the post you were to
# take, what was handed to you. Who only recorded it may explain it.
. "$(dirname "$0")/../lib.sh"
office
explains() { huiyin --as "$1" check explain "$2" "$3" --reason '当日停电'; }

clock '2026-11-23 09:00:00'
accepts as mei conduct record ma --kind sleeping --text '经两人证实'
denies explains ma duty.misconduct "$no"
accepts explains tao duty.misconduct "$no"

exits 0 as mei duty schedule --who ma --from '2026-11-23 10:00' --to '2026-11-23 20:00' --kind day
exits 0 as tao duty schedule --who chen --from '2026-11-24 10:00' --to '2026-11-24 20:00' --kind day
a_visit
accepts as chen complaint quarrel "$ts" --who sun --stopped-by ma --taken-over-by ma --note '拍桌争辩'
accepts as ma repair add --channel phone --category plumbing --text '水管渗水' --unit 3-502
bx=$no
clock '2026-11-23 09:03:00'
an_order
clock '2026-11-25 12:00:00'
denies explains ma duty.missed-post PB-2026-0001
accepts explains mei duty.missed-post PB-2026-0001
# The head made the roster; the post was the clerk's.
accepts explains mei duty.missed-post PB-2026-0002
denies explains ma complaint.replied-in-time "$ts"
accepts explains mei complaint.replied-in-time "$ts"
# The manager typed it; the technician came late.
accepts explains ma order.arrived-in-time "$bx"
