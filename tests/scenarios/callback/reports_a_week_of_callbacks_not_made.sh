#!/bin/sh
# All callbacks that fell due in a whole week are made (clause 3.4.1), first ones and follow-ups
# alike; making them late heals it.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.rate

clock '2026-11-23 09:00:00'
a_settled_complaint
owed=$ts
# Five more, called back in time; the last of them wants another visit by Saturday.
for _ in 1 2 3 4; do
    a_settled_complaint
    accepts visit_back yes
done
clock '2026-11-25 09:00:00'
a_settled_complaint
accepts visit_back no
unsatisfied=$ts
# Due with Monday's first second, and so in the week after.
clock '2026-11-27 00:00:00'
a_settled_complaint

no_breach "$rule" 2026-W48 '2026-11-29 23:59:59'
breach "$rule" 3.4.1 2026-W48 '2026-11-30 00:00:01'
clock '2026-12-01 10:00:00'
ts=$owed
accepts call_back phone yes
breach "$rule" 3.4.1 2026-W48 '2026-12-01 10:00:00'
clock '2026-12-01 11:00:00'
ts=$unsatisfied
accepts visit_back yes
breach "$rule" 3.4.1 2026-W48 '2026-12-01 10:59:59'
no_breach "$rule" 2026-W48 '2026-12-01 11:00:00'
