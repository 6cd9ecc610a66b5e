#!/bin/sh
# What is finished is handed in within 24 h (clause 4.3), across a year's end too.
. "$(dirname "$0")/../lib.sh"
office
rule=order.returned-in-time
clock '2026-12-31 20:00:00'
a_finished_repair
signs
kept=$bx kept_order=$pg
a_finished_repair
signs
late=$bx late_order=$pg
no_breach "$rule" "$kept" '2027-01-01 20:00:00'
breach "$rule" 4.3 "$kept" '2027-01-01 20:00:01' '2027-01-01 20:00:00'

clock '2027-01-01 20:00:00'
pg=$kept_order
hands_in
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 20:00:01'
pg=$late_order
hands_in
breach "$rule" 4.3 "$late" '2027-01-31 09:00:00' '2027-01-01 20:00:00'

# What is not finished has nothing to hand in.
a_repair
an_order
arrives
starts
defers major '2027-01-03 09:00:00'
no_breach "$rule" "$bx" '2027-01-31 09:00:00'
