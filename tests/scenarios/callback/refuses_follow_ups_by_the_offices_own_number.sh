#!/bin/sh
# How many follow-ups must be visits is the office's to say (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin policy set callback.visits_until 4 --reason '从严'
clock '2026-11-24 09:00:00'
a_settled_complaint
accepts call_back phone no
for hour in 10 11 12; do
    clock "2026-11-24 $hour:00:00"
    refuses callback.follow-up-method 3.3.3b call_back phone no
    accepts visit_back no
done
clock '2026-11-24 13:00:00'
accepts call_back phone yes
