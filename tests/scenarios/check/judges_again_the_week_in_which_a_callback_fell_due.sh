#!/bin/sh
# A callback counts for the week in which it fell due (clause 3.4.1): that may be neither the week of the reply nor that
# in which it was made.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
# On a Saturday; the callback falls due on the Tuesday after.
clock '2026-12-05 10:00:00'
a_settled_complaint
clock '2026-12-14 09:00:00'
exits 0 as ma report weekly --week 2026-W49
files_the_week
keeps_week callback.rate 2026-W50
keeps_week_without callback.rate 2026-W49
finds callback.rate 2026-W50 '.detail.owed == "1" and .detail.done == "0"'
clock '2026-12-16 09:00:00'
accepts call_back phone yes
same 'the week in between is not judged any more' 0 "$(sql "SELECT count(*) FROM judged_period WHERE period = '2026-W50'")"
finds_no callback.rate 2026-W50
