#!/bin/sh
# Whoever comes back is with us again, in the role and under the superior that is said; whoever leaves
# hands over those who report to them (clause 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_repair
rejects 2 huiyin staff return wu --role technician --superior ma
tells '没有离职'
exits 0 huiyin staff leave wu
rejects 2 as chen order dispatch "$bx" --to wu
clock '2026-11-24 10:00:00'
refuses staff.chain 7.4 huiyin staff return wu --role technician
rejects 2 huiyin staff return wu --superior ma
rejects 3 huiyin staff return nobdy --role clerk --superior ma
denies as ma staff return wu --role technician --superior ma
accepts huiyin staff return wu --role steward --superior mei
shows 'any(.login == "wu" and .role == "steward" and .superior == "mei" and (.left | not))' huiyin staff list
rejects 2 as chen order dispatch "$bx" --to wu --at '2026-11-24 09:59:59'
accepts as chen order dispatch "$bx" --to wu
accepts as wu order arrive "$no"

# Somebody others report to leaves only with a successor, who may be one of them.
refuses staff.chain 7.4 huiyin staff leave ma
tells chen
tells --successor
rejects 2 huiyin staff leave ma --successor ma
rejects 3 huiyin staff leave ma --successor nobdy
accepts huiyin staff leave ma --successor chen
shows 'any(.login == "chen" and .superior == "tao") and any(.login == "li" and .superior == "chen")
    and any(.login == "wu" and .superior == "mei")' huiyin staff list
accepts as li event report --category 7 --form phone --to chen --text '停水'
no_finding event.level-by-level "$no" '2026-11-30 09:00:00'
# From elsewhere: those who report to her, and nobody else.
accepts huiyin staff leave chen --successor mei
shows 'any(.login == "li" and .superior == "mei") and any(.login == "mei" and .superior == "tao")' huiyin staff list
# Nobody reports to him any more.
accepts huiyin staff leave li
exits 0 huiyin audit verify
