#!/bin/sh
# A conduct case is decided within seven days, across the turn of the year too (clause 2.2.9).
. "$(dirname "$0")/../lib.sh"
office
rule=conduct.decided
clock '2026-12-28 22:00:00'
a_case quarrel
punctual=$cl
a_case drinking
late=$cl
for cl in "$punctual" "$late"; do
    no_breach "$rule" "$cl" '2027-01-04 22:00:00'
    breach "$rule" 2.2.9 "$cl" '2027-01-04 22:00:01' '2027-01-04 22:00:00'
done

clock '2027-01-04 22:00:00'
cl=$punctual
accepts decides ma
no_breach "$rule" "$cl" '2028-01-04 22:00:01'
clock '2027-01-04 22:00:01'
cl=$late
accepts decides ma --json
told "$rule" breach
breach "$rule" 2.2.9 "$cl" '2028-01-04 22:00:01' '2027-01-04 22:00:00'
shows '.state == "closed" and .decision == "书面检查" and .staff == "sun" and .kind == "drinking"' \
    as ma conduct show "$cl"
exits 0 huiyin why "$late" --json
deadline "$rule" '2026-12-28 22:00:00' '2027-01-04 22:00:00' '2027-01-04 22:00:01' 1

# The week it came in and the week it was decided in.
clock '2027-01-11 00:05:00'
shows '.conduct == {"opened": 2, "decided": 0}' as tao report weekly --week 2026-W53 --dry-run
shows '.conduct == {"opened": 0, "decided": 2}' as tao report weekly --week 2027-W01 --dry-run

# A shorter limit of the office's own.
exits 0 huiyin policy set conduct.decide_within 2d --reason '从严'
a_case quarrel
breach "$rule" 2.2.9 "$cl" '2027-01-13 00:05:01' '2027-01-13 00:05:00'
