#!/bin/sh
# Within half an hour a suggestion has a holder, across midnight too; one that comes late heals it, as
# a closing does (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
rule=matter.holder
clock '2026-11-23 23:45:00'
a_suggestion
held=$jy
an_opinion round
closed=$jy
for jy in "$held" "$closed"; do
    no_breach "$rule" "$jy" '2026-11-24 00:15:00'
    breach "$rule" 3.3.1 "$jy" '2026-11-24 00:15:01' '2026-11-24 00:15:00'
done

clock '2026-11-24 08:00:00'
accepts as chen assign "$held" --to sun
jy=$closed
accepts thanks
accepts as chen suggestion close "$closed" --outcome '已调'
for jy in "$held" "$closed"; do
    breach "$rule" 3.3.1 "$jy" '2026-11-24 07:59:59' '2026-11-24 00:15:00'
    no_breach "$rule" "$jy" '2026-11-24 08:00:00'
    no_breach "$rule" "$jy" '2027-11-24 08:00:00'
    # Healed, it was late all the same.
    exits 0 huiyin why "$jy" --json
    deadline "$rule" '2026-11-23 23:45:00' '2026-11-24 00:15:00' '2026-11-24 08:00:00' 27900
done

# The office may be stricter, from a day on.
exits 0 huiyin policy set matter.assign_within 10min --from '2026-11-25 00:00:00' --reason '从严'
clock '2026-11-24 23:59:59'
a_suggestion
no_breach "$rule" "$jy" '2026-11-25 00:29:59'
breach "$rule" 3.3.1 "$jy" '2026-11-25 00:30:00' '2026-11-25 00:29:59'
clock '2026-11-25 00:00:00'
a_suggestion
no_breach "$rule" "$jy" '2026-11-25 00:10:00'
breach "$rule" 3.3.1 "$jy" '2026-11-25 00:10:01' '2026-11-25 00:10:00'
# In time it never was one. A call for help has limits of its own, a letter and a survey have none.
accepts as chen assign "$jy" --to chen
no_breach "$rule" "$jy" '2026-11-25 00:10:01'

# It is told beforehand, where other deadlines are.
clock '2026-11-26 09:00:00'
due='(.what == "assign" and .clause == "3.3.1" and .by == "2026-11-26T09:10:00+08:00")'
accepts as chen suggestion add --kind opinion --channel phone --phone 13800008000 --text '早点亮灯' --json
json ".due | any$due"
jy=$(printf '%s' "$out" | jq -r .no)
shows ".due | any$due" huiyin suggestion show "$jy"
exits 0 huiyin check --due-within 1h --subject "$jy" --json
json ".due | any$due"
exits 0 huiyin why "$jy" --json
deadline "$rule" '2026-11-26 09:00:00' '2026-11-26 09:10:00' any 0
clock '2026-11-26 09:10:00'
accepts as chen assign "$jy" --to sun
shows ".due | all($due | not)" huiyin suggestion show "$jy"
a_repair
shows ".due | any(.clause == \"3.3.1\" and .by == \"2026-11-26T09:20:00+08:00\")" huiyin repair show "$bx"
