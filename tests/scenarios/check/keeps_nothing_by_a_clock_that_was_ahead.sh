#!/bin/sh
# By a clock that is ahead a matter may look settled and a week over. Once it is right again nothing of that counts, until a week
# is filed by the right one.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_closed_complaint --unit 3-501
first=$ts
clock '2026-11-24 09:30:00'
a_settled_complaint --unit 3-502
open=$ts

# Three months ahead a week is filed.
clock '2027-03-01 09:00:00'
files_the_week
keeps_week callback.rate 2026-W48
has_verdict "$first"
finds callback.rate 2026-W48

# The clock is set right: the callback is not due yet, nor is any week over.
clock '2026-11-24 10:00:00'
finds_no callback.rate 2026-W48
finds_no callback.made "$open"
ts=$open
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
finds_no callback.rate 2026-W48

# The right clock files, and what it keeps counts.
clock '2026-11-30 09:00:00'
files_the_week
has_verdict "$first" "$open"
keeps_week_without callback.rate 2026-W48
same 'weeks that are not over' 0 "$(sql "SELECT count(*) FROM judged_period WHERE until_at > $(seconds '2026-11-30 09:00:00')")"
agrees

# What was recorded by a clock that was ahead has not happened yet: nothing is kept before it has.
clock '2026-12-07 12:00:00'
a_closed_complaint --unit 3-503
ahead=$ts
clock '2026-12-07 11:59:59'
files_the_week
same 'judged beyond' 0 "$(sql "SELECT count(*) FROM matter m, judged_through t WHERE m.no = '$ahead' AND m.id <= t.matter")"
agrees
clock '2026-12-14 12:00:00'
files_the_week
has_verdict "$ahead"
agrees
exits 0 huiyin audit verify
