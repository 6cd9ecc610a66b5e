#!/bin/sh
# A reply already given without facts and opinion goes on record as it happened: a breach, and it
# stands for neither of what it lacks (clause 2.2.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen

clock '2026-11-23 09:30:00'
accepts as chen complaint reply "$ts" --text '今天更换阀门' --method phone \
    --as-happened '电话里已先答应' --witness '李雷' --json
told complaint.opinion-before-reply breach
breach complaint.opinion-before-reply 2.2.4 "$ts" '2026-11-23 09:30:00' '2026-11-23 09:30:00'

# The facts are still owed, and an opinion still needs them.
no_breach complaint.investigated-in-time "$ts" '2026-11-23 11:00:00'
breach complaint.investigated-in-time 2.2.4 "$ts" '2026-11-23 11:00:01' '2026-11-23 11:00:00'
refuses complaint.facts-before-opinion 2.2.4 as chen complaint opinion "$ts" --text '更换阀门'
refuses complaint.opinion-before-reply 2.2.4 \
    as chen complaint reply "$ts" --text '明天更换' --method phone

# All in order afterwards: what went wrong stays on record.
clock '2026-11-23 10:00:00'
settled
no_breach complaint.investigated-in-time "$ts" '2026-11-30 09:00:00'
breach complaint.opinion-before-reply 2.2.4 "$ts" '2026-11-30 09:00:00' '2026-11-23 09:30:00'
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '业主要求赔偿'
