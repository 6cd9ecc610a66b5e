#!/bin/sh
# What was right when it was recorded, and is not by what was typed after it, no command could refuse: the
# one that typed it tells of the breach, and every audit finds it (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
end='2026-12-31 09:00:00'

# The second call is typed first, and by phone. It follows a dissatisfied one.
method=callback.follow-up-method
clock '2026-11-24 10:00:00'
a_settled_complaint
clock '2026-11-24 16:00:00'
accepts call_back phone yes --at '2026-11-24 15:00:00'
no_breach "$method" "$ts" "$end"
accepts call_back phone no --at '2026-11-24 14:59:59' --json
told "$method" breach
breach "$method" 3.3.3b "$ts" "$end" '2026-11-24 15:00:00'
no_breach "$method" "$ts" '2026-11-24 14:59:59'
# Whose breach it is may not explain it away; a manager does.
exits 0 as ma check explain "$method" "$ts" --reason '两次电话补录颠倒'
# It is told once more by nothing else that is typed.
accepts as chen note "$ts" --text '备查' --json
json '.findings | all(.rule != "callback.follow-up-method" or .explained)'

# A satisfied one before it breaks nothing; one of the same second, typed later, comes after it.
clock '2026-11-25 10:00:00'
a_settled_complaint
clock '2026-11-25 16:00:00'
accepts call_back phone yes --at '2026-11-25 15:00:00'
accepts call_back phone yes --at '2026-11-25 14:59:59'
accepts call_back phone no --at '2026-11-25 15:00:00'
no_breach "$method" "$ts" "$end"

# A quarrel is entered after the work that the one who quarrelled did then, and not before it.
withdrawn=complaint.quarrel-withdrawn
clock '2026-11-26 10:00:00'
a_visit
clock '2026-11-26 16:00:00'
accepts as sun complaint investigate "$ts" --findings '属实' --at '2026-11-26 15:00:00'
a_quarrel --at '2026-11-26 14:59:59'
breach "$withdrawn" 2.2.6 "$ts" "$end" '2026-11-26 15:00:00'
refuses "$withdrawn" 2.2.6 as sun complaint opinion "$ts" --text '当日处理'
clock '2026-11-26 17:00:00'
a_visit
clock '2026-11-26 18:00:00'
accepts as sun complaint investigate "$ts" --findings '属实' --at '2026-11-26 17:30:00'
a_quarrel --at '2026-11-26 17:30:01'
no_breach "$withdrawn" "$ts" "$end"

exits 0 huiyin audit verify
