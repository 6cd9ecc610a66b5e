#!/bin/sh
# A complaint changes hands with a reason, forward only, and twice at most (clause 2.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=complaint.no-buck-passing

a_complaint
# The first assignment is no transfer.
accepts as chen complaint assign "$ts" --to chen
refuses "$rule" 2.2.2 as chen complaint assign "$ts" --to li
accepts as chen complaint assign "$ts" --to li --reason '属二号楼'
refuses "$rule" 2.2.2 as li complaint assign "$ts" --to chen --reason '还是由你办'
accepts as li complaint assign "$ts" --to sun --reason '须上门查看'
# Two are enough; only up the line from here.
refuses "$rule" 2.2.2 as sun complaint assign "$ts" --to wu --reason '属维修'
refuses "$rule" 2.2.2 as sun complaint assign "$ts" --to chen --reason '回到首办人'
accepts as sun complaint escalate "$ts" --to ma --reason '超出本部门'
