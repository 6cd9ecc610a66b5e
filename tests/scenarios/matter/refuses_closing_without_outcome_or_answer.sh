#!/bin/sh
# Every matter is settled and every matter gets its echo: an outcome, and an answer where one is
# owed (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
refuses matter.outcome 3.3.1 as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '赔偿'
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
accepts as chen complaint opinion "$ts" --text '更换阀门'
refuses matter.outcome 3.3.1 as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '赔偿'
accepts as chen complaint reply "$ts" --text '今天更换阀门' --method phone
refuses matter.outcome 3.3.1 as ma complaint close "$ts" --unsatisfied --reason '赔偿'
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '赔偿'

# All that is missing is told at once.
a_complaint
refuses_each 'matter.outcome complaint.satisfied' as chen complaint close "$ts"
