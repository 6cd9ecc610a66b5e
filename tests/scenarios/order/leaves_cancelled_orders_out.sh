#!/bin/sh
# A cancelled order gives nobody the repair, gives no more time, and what was called off in time owes no
# arrival (clauses 3.3.1, 4.3, 6.1, 6.2).
. "$(dirname "$0")/../lib.sh"
office
cancels() { accepts as chen order cancel "$pg" --reason '业主自行修好' "$@"; }
closes() { accepts as chen repair close "$bx" --outcome '业主自行修好' "$@"; }
holder() { shows ".holder == $1" huiyin repair show "$bx"; }
rates() {
    exits 0 huiyin report period --from "$1" --to "$1" --json
    rate .repairs.arrived_on_time "$2" "$3"
}

# Nobody's again, until somebody is assigned or sent: within 30 minutes of that.
clock '2026-11-24 09:00:00'
a_repair
an_order
holder '"wu"'
clock '2026-11-24 09:40:00'
cancels
holder null
shows 'length == 0' huiyin repair list --holder wu
no_breach matter.holder "$bx" '2026-11-24 10:10:00'
breach matter.holder 3.3.1 "$bx" '2026-11-24 10:10:01' '2026-11-24 10:10:00'
clock '2026-11-24 10:20:00'
an_order
holder '"wu"'
no_breach matter.holder "$bx" '2026-11-24 10:20:00'
# Whoever was assigned it keeps it.
a_repair
accepts as chen assign "$bx" --to sun
an_order
cancels
holder '"sun"'
no_finding matter.holder "$bx" '2026-12-24 10:20:00'

# Called off in the last second of the quarter of an hour and closed: in no rate, and no breach.
clock '2026-11-26 12:00:00'
called_off() {
    a_repair --at '2026-11-26 09:00:00'
    an_order --at '2026-11-26 09:02:00'
    cancels --at "$1"
}
called_off '2026-11-26 09:15:00'
breach order.arrived-in-time 6.1 "$bx" '2026-11-26 09:15:01' '2026-11-26 09:15:00'
closes --at '2026-11-26 11:00:00'
no_finding order.arrived-in-time "$bx" '2026-11-30 09:00:00'
rates 2026-11-26 0 0
called_off '2026-11-26 09:15:01'
closes --at '2026-11-26 11:00:00'
breach order.arrived-in-time 6.1 "$bx" '2026-11-30 09:00:00' '2026-11-26 09:15:00'
rates 2026-11-26 0 1
# Closed soon or late, it is the same.
called_off '2026-11-26 09:10:00'
closes --at '2026-11-26 09:20:00'
no_finding order.arrived-in-time "$bx" '2026-11-30 09:00:00'

# The first visit is the repair's: 4 h from the first arrival, whoever comes after.
visited() {
    a_repair --at '2026-11-27 09:00:00'
    an_order --at '2026-11-27 09:02:00'
    arrives --at '2026-11-27 09:10:00'
    cancels --at '2026-11-27 12:00:00'
    an_order --at '2026-11-27 12:10:00'
    arrives --at '2026-11-27 12:20:00'
    starts --at '2026-11-27 12:20:00'
}
clock '2026-11-27 15:00:00'
visited
finishes --at '2026-11-27 13:10:00'
no_finding order.fixed-on-the-spot "$bx" '2026-11-30 09:00:00'
visited
finishes --at '2026-11-27 13:10:01'
breach order.fixed-on-the-spot 6.2 "$bx" '2026-11-30 09:00:00' '2026-11-27 13:10:00'

# A sheet that comes back after the closing is still signed and handed in; nothing else is done on it.
clock '2026-11-28 09:00:00'
a_finished_repair
closes
signs
hands_in
shows '.state == "returned"' huiyin order show "$pg"
shows '.state == "closed"' huiyin repair show "$bx"
a_repair
an_order
arrives
cancels
closes
refuses_each 'record.closed' as wu order arrive "$pg"
