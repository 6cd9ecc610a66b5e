#!/bin/sh
# There is no second without an officer on duty, from the first shift ever to now: one finding for each
# stretch, of the shift whose end opened it (clause 1.9).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun li
rule=duty.covered
# Before anybody was ever on duty nothing is owed.
exits 0 huiyin check --clause 1.9 --as-of '2026-11-30 00:00:00'
clock '2026-12-31 16:00:00'
takes_post chen
first=$zb
exits 0 huiyin check --clause 1.9 --as-of '2027-06-30 00:00:00'
clock '2026-12-31 23:59:59'
writes_log chen
accepts as chen duty end
no_breach "$rule" "$first" '2026-12-31 23:59:59'
breach "$rule" 1.9 "$first" '2027-01-01 00:00:00' '2026-12-31 23:59:59'
clock '2027-01-01 00:00:00'
takes_post sun
second=$zb
breach "$rule" 1.9 "$first" '2027-06-30 00:00:00' '2026-12-31 23:59:59'
check_at '2027-06-30 00:00:00'
json '.findings | map(select(.rule == "duty.covered")) | length == 1 and .[0].detail.gap_for == "1"
    and .[0].detail.gap_until_at == "2027-01-01T00:00:00+08:00"'
# Handed over in one second there is none.
clock '2027-01-01 08:00:00'
relieves sun li
third=$zb
no_breach "$rule" "$second" '2027-06-30 00:00:00'
# Gone for three hours until somebody noticed.
clock '2027-01-01 15:00:00'
accepts as chen duty takeover --since '2027-01-01 12:00:00' --reason left --json
told "$rule" breach
breach "$rule" 1.9 "$third" '2027-06-30 00:00:00' '2027-01-01 12:00:00'
shows '.state == "closed" and .ended == "2027-01-01T12:00:00+08:00" and .steps[-1].what == "relieved"
    and .steps[-1].reason == "left" and .steps[-1].to == "chen"' huiyin duty show "$third"
# It cannot have been empty since before what he last wrote.
clock '2027-01-01 16:00:00'
writes_log chen
refuses record.in-order 1.6 as sun duty takeover --since '2027-01-01 15:59:59' --reason ill
