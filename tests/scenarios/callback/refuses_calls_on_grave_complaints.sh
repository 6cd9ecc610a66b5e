#!/bin/sh
# A complaint of the third class is followed up at the door, however often (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.follow-up-method

clock '2026-11-24 09:00:00'
a_settled_complaint --class 3
accepts call_back phone no
for hour in 10 11 12 13; do
    clock "2026-11-24 $hour:00:00"
    refuses "$rule" 3.3.3b call_back phone yes
    accepts visit_back no
done
shows '.ordinal == 5' as chen callback show "$no"
no_finding "$rule" "$ts" '2026-11-30 09:00:00'
