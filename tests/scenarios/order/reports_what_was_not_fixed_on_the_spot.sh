#!/bin/sh
# An ordinary fault is done with on the first visit: finished or put off within 4 h of arrival
# (clause 6.2).
. "$(dirname "$0")/../lib.sh"
office
rule=order.fixed-on-the-spot

# arrived_at TIME: and started
arrived_at() {
    a_repair --at "$1"
    an_order --at "$1"
    arrives --at "$1"
    starts --at "$1"
}
clock '2026-11-25 00:30:00'
arrived_at '2026-11-24 20:30:00'
no_breach "$rule" "$bx" '2026-11-25 00:30:00'
breach "$rule" 6.2 "$bx" '2026-11-25 00:30:01' '2026-11-25 00:30:00'
finishes --at '2026-11-25 00:30:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'

arrived_at '2026-11-24 20:29:59'
finishes
breach "$rule" 6.2 "$bx" '2026-11-30 09:00:00' '2026-11-25 00:29:59'

# Put off in time, and too late.
arrived_at '2026-11-24 20:30:00'
defers parts '2026-11-25 09:00:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
arrived_at '2026-11-24 20:29:59'
defers parts '2026-11-25 09:00:00'
breach "$rule" 6.2 "$bx" '2026-11-30 09:00:00' '2026-11-25 00:29:59'

# Nobody there yet: that is another clause's matter.
a_repair
an_order
no_finding "$rule" "$bx" '2026-11-30 09:00:00'

# Known to be a service within the time it is no fault left unfixed, whenever the order is cancelled.
clock '2026-12-10 09:00:00'
a_repair
an_order
arrives
clock '2026-12-10 10:00:00'
accepts as ma repair recategorise "$bx" --category service --reason '是加装要求'
clock '2026-12-10 13:30:00'
accepts as ma order cancel "$pg" --reason '改约'
no_breach order.fixed-on-the-spot "$bx" '2027-12-10 13:30:00'
