#!/bin/sh
# By clause, by subject, by time: what happened later has not happened.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
a_complaint
accepts as chen complaint assign ts-2 --to chen
clock '2026-11-25 09:00:00'
settled

exits 4 huiyin check --clause 5.2 --json
json '.findings | length == 1 and .[0].subject == "TS-2026-0001" and .[0].clause == "5.2"'
exits 4 huiyin check --subject ts-1 --json
json '.findings | length > 1 and all(.subject == "TS-2026-0001")'
exits 0 huiyin check --clause 5.4 --json
json '.findings == []'
exits 0 huiyin check --as-of '2026-11-23 09:30:00'
exits 4 huiyin check --as-of '2026-11-23 09:30:01'
# The late reply of ts-2 has not come yet.
exits 4 huiyin check --as-of '2026-11-24 12:00:00' --subject ts-2 --clause 2.2.4 --json
json '.findings | any(.rule == "complaint.replied-in-time")'
