#!/bin/sh
# A manager voids a duplicate: its number and record stay, its clocks and figures do not.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

a_complaint
a_complaint
denies as chen void "$ts" --reason '重复登记' --duplicate-of ts-1
rejects 2 as ma void "$ts"
rejects 2 as ma void "$ts" --reason '重复登记' --by chen
accepts as ma void "$ts" --reason '重复登记' --duplicate-of ts-1
no_finding complaint.replied-in-time "$ts" '2026-11-30 09:00:00'
no_finding complaint.assigned-in-time "$ts" '2026-11-30 09:00:00'
breach complaint.replied-in-time 2.2.4 TS-2026-0001 '2026-11-30 09:00:00'
exits 0 huiyin complaint show "$ts" --json
a_complaint
same 'the number after a voided one' TS-2026-0003 "$ts"
exits 0 as chen report weekly --week 2026-W48 --json
json '.complaints.received == 2'
