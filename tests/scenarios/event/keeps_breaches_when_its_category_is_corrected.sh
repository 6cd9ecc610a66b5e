#!/bin/sh
# Whether an event was urgent is judged by the category it had when the report fell due: a correction
# afterwards takes nothing back, and one that makes it urgent counts from then on (clause 7.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
kept_quiet() {
    accepts as chen event report --category "$1" --form written --to ma --text '有人扬言行凶' --learned '2026-11-24 08:39'
    zd=$no
}
corrects() { as ma amend "$zd" --category "$1" --reason '核实后改'; }
kept_quiet 5
accepts corrects 7
breach event.urgent-in-time 7.3 "$zd" '2026-12-24 09:00:00' '2026-11-24 08:49:00'
breach event.urgent-form 7.3 "$zd" '2026-12-24 09:00:00' '2026-11-24 09:00:00'
breach event.accounted 7.5 "$zd" '2026-12-24 09:00:00' '2026-11-27 09:00:00'
no_breach event.written "$zd" '2026-12-24 09:00:00'
breach event.reached-head 7.3 "$zd" '2026-12-24 09:00:00' '2026-11-24 08:59:00'
shows '.urgent | not' huiyin event show "$zd"

# Made urgent later: from that moment.
kept_quiet 7
no_breach event.urgent-in-time "$zd" '2026-12-24 09:00:00'
clock '2026-11-24 10:00:00'
accepts as ma amend "$zd" --category 5 --reason '有伤人意图'
no_breach event.urgent-in-time "$zd" '2026-12-24 09:00:00'
no_breach event.urgent-form "$zd" '2026-12-24 09:00:00'
no_breach event.reached-head "$zd" '2026-11-24 10:20:00'
breach event.reached-head 7.3 "$zd" '2026-11-24 10:20:01' '2026-11-24 10:20:00'
shows '.urgent' huiyin event show "$zd"

# It is one of the seven, and no clerk's to correct.
for category in 0 8 9 foo 火灾; do rejects 2 as ma amend "$zd" --category "$category" --reason '笔误'; done
denies as chen amend "$zd" --category 6 --reason '笔误'
