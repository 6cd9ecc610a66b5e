#!/bin/sh
# A correction of the category says from when on it holds: what was broken before stays broken, and what
# was owed before is judged by what it was (clauses 4.5, 6.1 to 6.4).
. "$(dirname "$0")/../lib.sh"
office
rule=order.arrived-in-time
becomes() { as ma repair recategorise "$bx" --category "$1" --reason '登记有误'; }

# Nobody came in 15 minutes; that it was a service after all does not undo it.
clock '2026-12-31 23:50:00'
a_repair
an_order
no_breach "$rule" "$bx" '2027-01-01 00:05:00'
clock '2027-01-01 00:05:01'
arrives
accepts becomes service
breach "$rule" 6.1 "$bx" '2027-06-01 00:00:00' '2027-01-01 00:05:00'

# Said to be one in the last second of the first visit, it owed no end of that.
clock '2027-01-03 20:00:00'
a_repair
an_order
arrives
clock '2027-01-04 00:00:00'
accepts becomes service
no_breach order.fixed-on-the-spot "$bx" '2027-06-01 00:00:00'

# A service that turns out to be a fault owes one from then on.
clock '2027-01-04 09:00:00'
a_repair --category service
an_order
no_breach "$rule" "$bx" '2027-06-01 00:00:00'
clock '2027-01-04 11:00:00'
accepts becomes plumbing
no_breach "$rule" "$bx" '2027-01-04 11:15:00'
breach "$rule" 6.1 "$bx" '2027-01-04 11:15:01' '2027-01-04 11:15:00'
clock '2027-01-04 11:15:00'
arrives
no_breach "$rule" "$bx" '2027-06-01 00:00:00'

# An appointment stands until it is known that danger is near.
clock '2027-01-05 09:00:00'
a_repair --appointment '2027-01-06 14:00:00'
an_order
no_breach "$rule" "$bx" '2027-01-06 14:15:00'
clock '2027-01-05 10:00:00'
accepts becomes tap-burst
no_breach "$rule" "$bx" '2027-01-05 10:15:00'
breach "$rule" 6.1 "$bx" '2027-01-05 10:15:01' '2027-01-05 10:15:00'

# What was put off as difficult and not solved by then stays so.
clock '2027-01-06 09:00:00'
a_repair
an_order
arrives
starts
defers parts '2027-01-08 08:00:00'
clock '2027-01-08 09:00:01'
accepts becomes service
breach order.solved-in-time '6.3, 6.4' "$bx" '2027-06-01 00:00:00' '2027-01-08 09:00:00'
