#!/bin/sh
# A clerk closes a complaint whose last callback says that all is well (clause 5.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'

a_settled_complaint
accepts call_back phone no
refuses complaint.satisfied 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
clock '2026-11-24 11:00:00'
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '已更换阀门'
shows '.state == "closed" and (.callbacks | map(.satisfied) == ["no", "yes"])' as chen complaint show "$ts"
for rule in complaint.unsatisfied complaint.ended-unverified callback.followed-up callback.made; do
    no_finding "$rule" "$ts" '2026-12-30 09:00:00'
done

# Asking once more after the closing does not open it again.
clock '2026-11-24 12:00:00'
accepts visit_back yes
shows '.state == "closed" and (.callbacks | length == 3)' as chen complaint show "$ts"
