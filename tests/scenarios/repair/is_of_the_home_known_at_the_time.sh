#!/bin/sh
# Asked as of before a home was corrected, a repair is of the home that it was thought to be: what was found
# then is found again (clause 6.5).
. "$(dirname "$0")/../lib.sh"
office
rule=rework.undecided
clock '2026-11-24 09:00:00'
a_repair --unit 3-502
an_order
arrives
starts
finishes
first=$bx
clock '2026-11-24 10:00:00'
a_repair --unit 3-502
second=$bx
a_repair --unit 3-505
third=$bx
breach "$rule" 6.5 "$second" '2026-11-24 10:59:59' '2026-11-24 10:00:00'
clock '2026-11-24 11:00:00'
accepts as ma amend "$second" --unit 3-510 --reason '房号写错'
no_finding "$rule" "$second" '2026-11-24 11:00:00'
breach "$rule" 6.5 "$second" '2026-11-24 10:59:59' '2026-11-24 10:00:00'
# The neighbour that was finished moves instead, to where another one is.
clock '2026-11-24 12:00:00'
accepts as ma amend "$first" --unit 3-505 --reason '房号写错'
no_finding "$rule" "$third" '2026-11-24 11:59:59'
breach "$rule" 6.5 "$third" '2026-11-24 12:00:00' '2026-11-24 10:00:00'
breach "$rule" 6.5 "$second" '2026-11-24 10:59:59'
