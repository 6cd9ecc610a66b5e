#!/bin/sh
# A callback whose time is corrected counts no more in the week it was said to be of, though nothing else was recorded then
# (clause 3.4.1).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=callback.signed-rate
exits 0 huiyin policy set callback.rate_min 1 --reason '每周都判'
clock '2026-12-04 10:00:00'
a_settled_complaint
clock '2026-12-30 10:00:00'
accepts call_back phone yes

clock '2027-01-04 09:00:00'
files_the_week
keeps_week_without "$rule" 2026-W50
keeps_week "$rule" 2026-W53
keeps_week "$rule" 2026-12
step=$(sql "SELECT s.seq FROM step s JOIN matter m ON m.id = s.matter WHERE m.no = '$ts' AND s.what = 'callback'")
accepts as ma amend "$ts" --step "$step" --step-at '2026-12-08 10:00:00' --reason '日期写错'
finds_no "$rule" 2026-W53 '.message | contains("更正之前") | not'
finds "$rule" 2026-W50
finds "$rule" 2026-12
exits 0 huiyin audit verify
