#!/bin/sh
# An attempt that reached nobody has no place among the callbacks and stands in no rate; it still
# owes the callback (clauses 3.3.3b, 3.4.1).
. "$(dirname "$0")/../lib.sh"
office
attempt() { as chen callback attempt "$ts" --method phone --note '无人接听' "$@"; }

clock '2026-11-24 10:00:00'
a_settled_complaint
accepts attempt
same 'its number' HF-2026-0001 "$no"
shows '.reached == false and .ordinal == null' as chen callback show "$no"
clock '2026-11-24 11:00:00'
accepts call_back phone no
shows '.no == "HF-2026-0002" and .reached == true and .ordinal == 1' as chen callback show "$no"
# By phone, though a callback here would have to be a visit.
for time in 12:00:00 12:10:00 12:20:00; do
    clock "2026-11-24 $time"
    accepts attempt
done
clock '2026-11-24 13:00:00'
refuses callback.follow-up-method 3.3.3b call_back phone yes
accepts visit_back yes
shows '.ordinal == 2' as chen callback show "$no"
shows 'map(.no[-1:]) == ["1", "2", "3", "4", "5", "6"]' as chen callback list

leaves_no_entry as chen report weekly --week 2026-W48 --json
json '.callbacks.done == 2
    and .callbacks.by_method == {"visit": 1, "phone": 1, "letter": 0, "open-letter": 0}'
rate .callbacks.signed_visits 1 2
rate .callbacks.satisfied 1 2

# Before and instead of the callback that is owed, an attempt changes nothing.
clock '2026-11-24 14:00:00'
a_settled_complaint
accepts attempt
breach callback.made 3.4.1 "$ts" '2026-11-27 14:00:01'
