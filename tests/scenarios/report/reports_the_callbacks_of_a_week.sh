#!/bin/sh
# The callbacks of a week, told beforehand by hand (clauses 3.4.1, 5.5): what was done in it, and what
# fell due in it.
. "$(dirname "$0")/../lib.sh"
office

# Replied to on Friday, so its callback is due on Monday at 10.
clock '2026-11-27 10:00:00'
a_settled_complaint
first=$ts
# Called back on Sunday's last second: not of this week, and due in it all the same.
a_settled_complaint
early=$ts
clock '2026-11-29 23:59:59'
ts=$early
accepts visit_back yes

clock '2026-11-30 00:00:00'
ts=$first
accepts call_back phone no
clock '2026-12-02 10:00:00'
accepts visit_back yes
# Due on Saturday. Nobody is reached in time, and the callback on Sunday is late.
a_settled_complaint
late=$ts
# Due on Saturday, and never made.
a_settled_complaint
clock '2026-12-03 10:00:00'
accepts as chen callback attempt "$late" --method visit --note '家中无人'
# Due on Sunday at 10; a visit nobody signed, and half satisfied, which owes another by Wednesday.
a_settled_complaint
clock '2026-12-06 10:00:00'
accepts call_back visit partly --as-happened '业主不愿签名' --witness '孙红'
ts=$late
accepts visit_back yes
# Replied to on Sunday and called back in its last second: done, though due in the week after.
clock '2026-12-06 23:59:59'
a_settled_complaint
accepts call_back phone yes
# A repair: asked about by letter, and not satisfied.
a_finished_repair
accepts check_back letter no
# One more with Monday's first second.
clock '2026-12-07 00:00:00'
a_settled_complaint
accepts visit_back yes

clock '2026-12-07 09:00:00'
exits 0 as chen report weekly --week 2026-W49 --json
# By phone Monday 00:00 and Sunday 23:59:59; visits on Wednesday and twice on Sunday; one letter.
json '.callbacks.done == 6
    and .callbacks.by_method == {"visit": 3, "phone": 2, "letter": 1, "open-letter": 0}'
# Due: two on Monday, the follow-up on Thursday, two on Saturday, of which one was never made, and one
# on Sunday, made in its last second.
rate .callbacks.handled 5 6
# Of the five on complaints two are signed visits.
rate .callbacks.signed_visits 2 5
# Of all six, three say yes.
rate .callbacks.satisfied 3 6
json '.previous.callbacks.done == 1'
no_breach callback.signed-rate 2026-W49 '2026-12-07 09:00:00'
breach callback.rate 3.4.1 2026-W49 '2026-12-07 09:00:00'
