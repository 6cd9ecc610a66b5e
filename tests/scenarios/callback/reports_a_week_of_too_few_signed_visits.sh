#!/bin/sh
# Of a whole week's callbacks 40 % are signed visits (clause 3.4.1): two of five keep it, one of five
# does not, and four are too few to judge.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.signed-rate
signed_visit() { a_settled_complaint && accepts visit_back yes; }
phone_call() { a_settled_complaint && accepts call_back phone yes; }

clock '2026-11-23 00:00:00'
phone_call
phone_call
clock '2026-11-29 23:59:59'
signed_visit
phone_call
signed_visit
no_breach "$rule" 2026-W48 '2026-11-29 23:59:59'
no_breach "$rule" 2026-W48 '2026-11-30 00:00:01'

# An unsigned visit, a repair's callback, an attempt: none of them is a signed visit on a complaint.
clock '2026-12-02 10:00:00'
signed_visit
phone_call
phone_call
phone_call
a_settled_complaint
accepts call_back visit yes --as-happened '业主不愿签名' --witness '孙红'
a_finished_repair
accepts check_back visit yes --signed-by '张伟'
accepts as chen callback attempt "$ts" --method visit --note '家中无人'
no_breach "$rule" 2026-W49 '2026-12-06 23:59:59'
breach "$rule" 3.4.1 2026-W49 '2026-12-07 00:00:01'

clock '2026-12-09 10:00:00'
phone_call
phone_call
phone_call
phone_call
# A repair called back does not make it five.
a_finished_repair
accepts check_back phone yes
no_breach "$rule" 2026-W50 '2026-12-14 00:00:01'
