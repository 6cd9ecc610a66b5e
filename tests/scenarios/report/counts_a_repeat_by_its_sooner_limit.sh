#!/bin/sh
# A complaint has one due time for its reply, the earliest of its clocks (clauses 2.2.4, 3.3.5): a repeat
# is replied to on time within four hours, and counts once, in the week in which those end.
. "$(dirname "$0")/../lib.sh"
office

clock '2026-11-24 08:00:00'
a_complaint --unit 3-502 --category '供热'
settled
# One with the last second of its four hours, one a second late and still within a day.
clock '2026-11-25 09:00:00'
a_complaint --unit 3-502 --category '供热'
kept=$ts
a_complaint --unit 3-502 --category '供热'
late=$ts
clock '2026-11-25 13:00:00'
ts=$kept
settled
clock '2026-11-25 13:00:01'
ts=$late
settled
# Its four hours end with this week, its day with the next.
clock '2026-11-29 19:59:59'
a_complaint --unit 3-502 --category '供热'
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-30 00:10:00'
settled
exits 0 as chen report weekly --week 2026-W48 --json
rate .complaints.replied_on_time 2 4
exits 0 as chen report period --from '2026-11-30 00:00:00' --to '2026-12-07 00:00:00' --json
rate .complaints.replied_on_time 0 0

# Linked by hand when its four hours from then outlast its day: the day is the earlier.
clock '2026-12-08 09:00:00'
a_complaint --unit 3-601 --category '供水'
first=$ts
settled
a_complaint --unit 3-602 --category '供水'
clock '2026-12-09 08:00:00'
accepts as chen amend "$ts" --repeat-of "$first" --reason '同一根水管'
clock '2026-12-09 09:00:00'
settled
exits 0 as chen report period --from '2026-12-07 00:00:00' --to '2026-12-14 00:00:00' --json
rate .complaints.replied_on_time 2 2
