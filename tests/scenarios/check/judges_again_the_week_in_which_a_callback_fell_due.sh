#!/bin/sh
# A callback counts for the week in which it fell due, which need not be one in which anything was recorded of its matter; and one
# whose time is corrected counts no more in the week it was said to be of.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
exits 0 huiyin policy set callback.rate_min 1 --reason '每周都判'
# Replied to on a Friday: called back by Monday of the week after.
clock '2026-12-04 10:00:00'
a_settled_complaint
clock '2026-12-14 09:00:00'
files_the_week
keeps_week callback.rate 2026-W50
keeps_week_without callback.rate 2026-W49
finds callback.rate 2026-W50 '.detail.owed == "1" and .detail.done == "0"'

clock '2026-12-30 10:00:00'
accepts call_back phone yes
finds_no callback.rate 2026-W50

clock '2027-01-04 09:00:00'
files_the_week
keeps_week_without callback.rate 2026-W50
keeps_week callback.signed-rate 2026-W53
keeps_week callback.signed-rate 2026-12
step=$(sql "SELECT s.seq FROM step s JOIN matter m ON m.id = s.matter WHERE m.no = '$ts' AND s.what = 'callback'")
accepts as ma amend "$ts" --step "$step" --step-at '2026-12-08 10:00:00' --reason '日期写错'
finds_no callback.signed-rate 2026-W53 '.message | contains("更正之前") | not'
finds callback.signed-rate 2026-W50
finds callback.signed-rate 2026-12
exits 0 huiyin audit verify
