#!/bin/sh
# A rule added again is a new edition, a retired one ends: each from that second on. What an edition
# found stays found.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
accepts huiyin rules add "$own_rules/same-day.sql"
a_complaint
first=$ts
clock '2026-11-23 10:00:00'
a_rule_with '-- severity: breach' '-- severity: notice'
sed -i 's/^-- findings: 1 breach/-- findings: 1 notice/' "$rule"
accepts huiyin rules add "$rule"
rejects 2 huiyin rules add "$rule"
tells '就是这个文件'
a_complaint
second=$ts
clock '2026-11-23 11:00:00'
accepts huiyin rules retire own.same-day --reason '并入新版规定'
a_complaint
third=$ts
rejects 2 huiyin rules retire own.same-day --reason '再停'
rejects 2 huiyin rules retire complaint.courtesy --reason '嫌烦'
rejects 3 huiyin rules retire own.none --reason '没有'

clock '2026-11-24 09:00:00'
breach own.same-day 2.2.4 "$first" '2026-11-24 09:00:00'
notice own.same-day 2.2.4 "$second" '2026-11-24 09:00:00'
no_finding own.same-day "$third" '2026-11-24 09:00:00'
shows 'all(.[]; .id != "own.same-day")' huiyin rules list
shows '[.editions[].retired] == [false, false, true] and .editions[2].reason == "并入新版规定"' \
    huiyin rules show own.same-day

# It can be taken up again.
accepts huiyin rules add "$own_rules/same-day.sql"
a_complaint
breach own.same-day 2.2.4 "$ts" '2026-11-25 00:00:00'
no_finding own.same-day "$third" '2026-11-25 00:00:00'
rejects 2 huiyin rules add "$own_rules/soon-held.sql" --at '2026-11-24 08:00'
tells '--at'
exits 0 huiyin audit verify
