#!/bin/sh
# A change of staff or an absence that is entered late holds for what is recorded from then on: it undoes
# no breach that stood, makes none, and never undoes what was said of another field (clauses 5.3, 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
accepts as chen event report --category 7 --form phone --to mei --text '停水'
skipped=$no
accepts as chen event report --category 7 --form phone --to ma --text '停水'
proper=$no
breach event.level-by-level '7.2, 7.4' "$skipped" '2026-11-24 09:00:00'

# That mei was her superior, or stood in for ma, is told afterwards.
clock '2026-11-24 10:00:00'
exits 0 huiyin staff away ma --from '2026-11-24 08:00' --to '2026-11-24 18:00' --acting mei
breach event.level-by-level '7.2, 7.4' "$skipped" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
exits 0 huiyin staff change chen --superior mei --at '2026-11-24 08:00:00'
breach event.level-by-level '7.2, 7.4' "$skipped" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
no_finding event.level-by-level "$proper" '2026-11-30 09:00:00'
# What is recorded from now on goes by it, also of that morning.
accepts as chen event report --category 7 --form phone --to mei --text '停水' --at '2026-11-24 09:30:00'
no_finding event.level-by-level "$no" '2026-11-30 09:00:00'

# Field by field: the role of yesterday, told today, leaves the superior of this morning alone.
clock '2026-11-25 10:00:00'
exits 0 huiyin staff change chen --role steward --at '2026-11-24 07:00:00' --late-reason '补登'
shows '.editions[-1] | .role == "steward" and .superior == "mei"' huiyin staff show chen
exits 0 huiyin staff change li --superior mei
clock '2026-11-25 11:00:00'
exits 0 huiyin staff change li --superior tao --department '客服' --at '2026-11-25 09:00:00'
shows '.editions[-1] | .superior == "mei" and .department == "客服"' huiyin staff show li
# A late entry of the very field does not go past its own time.
exits 0 huiyin staff change li --department '总务'
exits 0 huiyin staff change li --department '保安' --at '2026-11-25 10:30:00'
shows '.editions[-1].department == "总务"' huiyin staff show li
# Who left, told late, has left whatever else was changed since.
clock '2026-11-26 09:00:00'
exits 0 huiyin staff change sun --department '三号楼'
exits 0 huiyin staff leave sun --at '2026-11-25 18:00:00'
exits 7 as sun complaint list
shows 'any(.login == "sun" and .department == "三号楼" and .left)' huiyin staff list
