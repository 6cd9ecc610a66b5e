#!/bin/sh
# Each callback that leaves the resident unsatisfied owes the next (clause 3.3.3b), until a manager
# closes the complaint.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.followed-up
clock '2026-11-23 10:00:00'
a_settled_complaint
accepts call_back phone no
clock '2026-11-25 10:00:00'
accepts visit_back no
no_breach "$rule" "$ts" '2026-11-28 10:00:00'
breach "$rule" 3.3.3b "$ts" '2026-11-28 10:00:01' '2026-11-28 10:00:00'
clock '2026-11-28 10:00:00'
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '业主要求赔偿'
no_breach "$rule" "$ts" '2026-12-30 09:00:00'
