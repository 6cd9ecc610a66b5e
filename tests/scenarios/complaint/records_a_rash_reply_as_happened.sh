#!/bin/sh
# A reply already given without facts and opinion goes on record as it happened: a breach, and no
# reply in the sense of any rule (clause 2.2.4).
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

# It does not stop the clock of the reply, nor is it the answer that closing needs.
no_breach complaint.replied-in-time "$ts" '2026-11-24 09:00:00'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-24 09:00:01' '2026-11-24 09:00:00'
refuses matter.outcome 3.3.1 as ma complaint close "$ts" --outcome '已更换' --unsatisfied \
    --reason '业主要求赔偿'

# The proper reply in time does both. What went wrong stays on record.
clock '2026-11-23 15:00:00'
settled
no_breach complaint.replied-in-time "$ts" '2026-11-30 09:00:00'
breach complaint.opinion-before-reply 2.2.4 "$ts" '2026-11-30 09:00:00' '2026-11-23 09:30:00'
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '业主要求赔偿'
