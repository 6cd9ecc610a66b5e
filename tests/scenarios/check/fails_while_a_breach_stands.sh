#!/bin/sh
# Exit 4 while an unexplained breach stands; explained, it stays on record as explained.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint investigate "$ts" --findings '属实'
clock '2026-11-25 09:00:00'
rule=complaint.replied-in-time

exits 4 huiyin check
prints "$ts"
prints 2.2.4
exits 4 huiyin check --json
json ".findings | any(.rule == \"$rule\" and .subject == \"$ts\" and .explained == false)"
rejects 2 as ma check explain "$rule" "$ts"
accepts as ma check explain "$rule" "$ts" --reason '全区停电,电话不通'
exits 0 huiyin check
exits 0 huiyin check --all --json
json ".findings | any(.rule == \"$rule\" and .subject == \"$ts\" and .explained == true)"
# There is nothing else to explain.
exits 3 as ma check explain complaint.unsatisfied "$ts" --reason '停电'
