#!/bin/sh
# Until the resident is satisfied a complaint stays open (clause 5.4); only a manager or head closes
# it otherwise, with a reason.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'
rule=complaint.satisfied

a_complaint
accepts as chen complaint assign "$ts" --to chen
settled
refuses "$rule" 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
refuses "$rule" 5.4 as ma complaint close "$ts" --outcome '已更换阀门'
for who in chen sun; do
    refuses "$rule" 5.4 as "$who" complaint close "$ts" --outcome '已更换' --unsatisfied \
        --reason '业主要求赔偿'
    refuses "$rule" 5.4 as "$who" complaint close "$ts" --outcome '已更换' --ended withdrawn \
        --reason '业主撤回'
done
refuses "$rule" 5.4 as ma complaint close "$ts" --outcome '已更换' --unsatisfied
refuses "$rule" 5.4 as tao complaint close "$ts" --outcome '已更换' --ended moved

# Somebody else's name does not lend their rank: a decision takes no --by.
rejects 2 as chen complaint close "$ts" --outcome '已更换' --unsatisfied --reason '赔偿' --by ma
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '业主要求赔偿'
