#!/bin/sh
# A quarrel at the counter is stopped and another takes over, neither the one who quarrelled; that
# nobody did goes on record as it happened. Either way a conduct case opens (clauses 2.2.6, 2.2.9).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=complaint.quarrel-taken-over
a_visit
refuses "$rule" 2.2.6 they_quarrel --stopped-by none --taken-over-by li
refuses "$rule" 2.2.6 they_quarrel --stopped-by chen --taken-over-by none
refuses "$rule" 2.2.6 they_quarrel --stopped-by sun --taken-over-by li
refuses "$rule" 2.2.6 they_quarrel --stopped-by chen --taken-over-by sun
refuses "$rule" 2.2.6 they_quarrel
tells --stopped-by
tells --taken-over-by
exits 3 they_quarrel --stopped-by nobody --taken-over-by li

# The one who quarrelled may type it; one colleague may do both.
accepts as sun complaint quarrel "$ts" --who sun --note '拍桌争辩' --stopped-by li --taken-over-by li --json
json '.opened == ["CL-2026-0001"]'
shows '.holder == "li" and (.steps[-1] | .what == "quarrel" and .who == "sun" and .stopped_by == "li"
    and .taken_over_by == "li" and .case == "CL-2026-0001" and .text == "拍桌争辩")' huiyin complaint show "$ts"
shows '.kind == "quarrel" and .staff == "sun" and .matter == "'"$ts"'" and .state == "open"' as ma conduct show cl-1

a_visit
accepts they_quarrel --stopped-by none --taken-over-by none --as-happened '夜班只有一人' --json
told "$rule" breach
json '.opened == ["CL-2026-0002"]'
breach "$rule" 2.2.6 "$ts" '2027-11-24 09:00:00' '2026-11-24 09:00:00'
