#!/bin/sh
# Once the order is handed in the register shows the result, within 24 h (clause 4.3).
. "$(dirname "$0")/../lib.sh"
office
rule=repair.noted
clock '2026-12-31 18:00:00'
handed_in() {
    a_finished_repair
    signs
    hands_in
}
handed_in
kept=$bx
handed_in
late=$bx
a_finished_repair
signs
no_breach "$rule" "$kept" '2027-01-01 18:00:00'
breach "$rule" 4.3 "$kept" '2027-01-01 18:00:01' '2027-01-01 18:00:00'
# Not handed in yet: that is another limit.
no_breach "$rule" "$bx" '2027-01-31 09:00:00'

clock '2027-01-01 18:00:00'
accepts as chen repair close "$kept" --outcome '已修好'
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 18:00:01'
accepts as chen repair close "$late" --outcome '已修好'
breach "$rule" 4.3 "$late" '2027-01-31 09:00:00' '2027-01-01 18:00:00'
