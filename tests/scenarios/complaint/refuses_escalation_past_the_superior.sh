#!/bin/sh
# What the office cannot settle goes to the holder's direct superior (clause 5.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=complaint.escalated-properly

a_complaint
accepts as chen complaint assign "$ts" --to sun
for other in tao mei li zhou; do
    refuses "$rule" 5.3 as sun complaint escalate "$ts" --to "$other" --reason '涉及外部施工'
done
accepts as sun complaint escalate "$ts" --to ma --reason '涉及外部施工'
# ma holds it now: next is her own superior.
refuses "$rule" 5.3 as ma complaint escalate "$ts" --to mei --reason '超出权限'
accepts as ma complaint escalate "$ts" --to tao --reason '超出权限'
no_finding "$rule" "$ts" '2026-11-30 09:00:00'
