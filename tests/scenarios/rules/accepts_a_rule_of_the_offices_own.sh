#!/bin/sh
# An office adds a rule of its own: from that second on it judges like the regulation's, in check,
# why, explain, reports and proofs, and what came before is left alone.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:59:59'
a_complaint
before=$ts
clock '2026-11-23 10:00:00'
leaves_no_entry huiyin rules add "$own_rules/same-day.sql" --dry-run
accepts huiyin rules add "$own_rules/same-day.sql"
same 'its id' own.same-day "$no"
a_complaint --from '张伟'
first=$ts
a_complaint
settled
in_time=$ts

no_breach own.same-day "$first" '2026-11-23 23:59:59'
breach own.same-day 2.2.4 "$first" '2026-11-24 00:00:00' '2026-11-23 10:00:00'
no_breach own.same-day "$in_time" '2026-11-24 00:00:00'
no_breach own.same-day "$before" '2026-11-24 00:00:00'

# A deadline of its own is told when it begins, and by `why`.
accepts huiyin rules add "$own_rules/soon-held.sql"
accepts as chen complaint add --channel phone --phone 13800008000 --text '电梯异响' --json
ts=$(printf '%s' "$out" | jq -r .no)
json '.due | any(.clause == "2.2.2" and .what == "holder" and .by == "2026-11-23T11:00:00+08:00")'
shows 'any(.deadlines[]; .rule == "own.soon-held")' huiyin why "$ts"
clock '2026-11-24 09:00:00'
accepts as chen complaint investigate "$first" --findings '属实' --json
told own.same-day breach

shows 'any(.[]; .id == "own.same-day" and .own) and any(.[]; .id == "complaint.courtesy" and (.own | not))' \
    huiyin rules list
shows '.own and .editions[0].edition == 1 and .editions[0].from == "2026-11-23T10:00:00+08:00"' \
    huiyin rules show own.same-day
same 'the file as it was given' "$(cat "$own_rules/same-day.sql")" \
    "$(huiyin rules show own.same-day --json | jq -r .file)"
shows '.own == false and .editions == [] and .file == null' huiyin rules show complaint.courtesy
shows 'all(.[]; .ok) and length == 2' huiyin rules test own.same-day
shows 'any(.[] | select(.clause == "2.2.4").rules[]; .id == "own.same-day" and .own)' huiyin rules clauses
exits 0 huiyin rules clauses --system 2
prints '本办公室自定'

accepts as ma check explain own.same-day "$first" --reason '当日停电'
check_at '2026-11-24 09:00:00'
json ".findings | any(.rule == \"own.same-day\" and .subject == \"$first\" and .explained)"
rejects 3 as ma check explain own.same-dai "$first" --reason '当日停电'
tells own.same-day

clock '2026-11-30 00:05:00'
exits 0 as chen report weekly --week 2026-W48 --json
json '.breaches.by_clause["2.2.4"] > 0'
exits 0 huiyin audit verify
shows 'map(select(.subjects | index("own.same-day"))) | length == 1 and .[0].command == "huiyin rules add ***"' \
    huiyin audit log
