#!/bin/sh
# Closed though the resident is not satisfied: a breach, said in so many words (clause 5.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
settled
clock '2026-11-23 11:00:00'
accepts as tao complaint close "$ts" --outcome '已更换' --unsatisfied --reason '业主要求赔偿' --json
told complaint.unsatisfied breach
no_breach complaint.unsatisfied "$ts" '2026-11-23 10:59:59'
breach complaint.unsatisfied 5.4 "$ts" '2026-11-23 11:00:00' '2026-11-23 11:00:00'
no_finding complaint.ended-unverified "$ts" '2026-11-23 11:00:00'
