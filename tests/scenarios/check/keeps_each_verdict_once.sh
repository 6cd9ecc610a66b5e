#!/bin/sh
# Filing a week judges what is settled, once: whoever files it again writes nothing, a trial keeps nothing, and what has a verdict
# is not judged again by the next filing.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_settled_complaint --unit 3-501
accepts as ma complaint close "$ts" --outcome '业主撤回' --ended withdrawn --reason '自行解决'
clock '2026-11-24 10:00:00'
a_complaint --unit 3-502
open=$ts
ts=TS-2026-0001

clock '2026-11-30 09:00:00'
leaves_no_entry as ma report weekly --dry-run
leaves_no_entry as ma report weekly --week 2026-W49
leaves_no_entry as ma report daily
same 'what is kept' 0 "$(sql 'SELECT count(*) FROM judged_through')"
adds_an_entry 0 as ma report weekly
keeps complaint.ended-unverified "$ts"
has_none "$open"
same 'weeks that are judged' 1 "$(sql 'SELECT count(*) FROM judged_period')"

leaves_no_entry as ma report weekly
leaves_no_entry as ma report weekly --dry-run
clock '2026-11-30 10:00:00'
leaves_no_entry as ma report weekly
id=$(sql "SELECT id FROM kept_finding WHERE subject = '$ts'")

# A reading judges nothing that is kept.
leaves_no_entry huiyin why "$ts"
exits 4 huiyin check
rejects 4 huiyin check
keeps complaint.ended-unverified "$ts"

# With a new edition of the report, and with the next week, the same row is kept.
adds_an_entry 0 as ma report weekly --summary '补一句'
clock '2026-12-07 09:00:00'
adds_an_entry 0 as ma report weekly
same 'the row' "$id" "$(sql "SELECT id FROM kept_finding WHERE subject = '$ts'")"
# W48 and W49, and November.
same 'periods that are judged' 3 "$(sql 'SELECT count(*) FROM judged_period')"

# Half a year at once: all of it, in as many entries as are needed, and then no more.
clock '2027-06-07 09:00:00'
before=$(entries_now)
files_the_week
after=$(entries_now)
[ "$after" -gt $((before + 1)) ] || fail 'more than one entry for 26 weeks and 6 months' "$before, then $after"
same 'periods that are judged' 35 "$(sql 'SELECT count(*) FROM judged_period')"
leaves_no_entry as ma report weekly
agrees
exits 0 huiyin audit verify
