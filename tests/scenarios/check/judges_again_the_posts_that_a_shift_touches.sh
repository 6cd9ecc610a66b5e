#!/bin/sh
# Whether a post was taken up is judged once it is over, and kept with the week. It is judged again by a shift that is entered
# afterwards, ended late, corrected or made void, and by other entries of the roster; across the edge of the week, too (clause 1.4).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=duty.missed-post
late='.remedy | startswith("已是事实")'
open="$late | not"
knows_all chen li sun
clock '2026-11-24 07:55:00'
rosters chen '2026-11-24 08:00:00' '2026-11-24 20:00:00'
taken=$pb
rosters sun '2026-11-25 08:00:00' '2026-11-25 20:00:00'
missed=$pb
rosters chen '2026-11-27 20:00:00' '2026-11-28 08:00:00' overnight
friday=$pb
rosters chen '2026-11-28 08:00:00' '2026-11-28 20:00:00'
saturday=$pb
rosters li '2026-11-29 20:00:00' '2026-11-30 08:00:00' overnight
edge=$pb
takes_post chen
tuesday=$zb
writes_log chen
clock '2026-11-24 20:00:00'
accepts as chen duty end
clock '2026-11-27 20:00:00'
takes_post chen
weekend=$zb
writes_log chen

# The night of the Sunday is not over yet: somebody may still come, and it would be late. Chen is on for ever.
clock '2026-11-30 00:20:00'
files_the_week
keeps_no "$rule" "$taken"
keeps "$rule" "$missed"
keeps_no "$rule" "$friday"
keeps_no "$rule" "$saturday"
has_none "$edge" "$weekend"
finds "$rule" "$missed" "$open"
finds "$rule" "$edge" "$open"
exits 0 as tao status --json
json ".overdue | map(.subject) | contains([\"$missed\", \"$edge\"])"

# Chen had gone on the Saturday morning, says a command on Monday; then li came.
clock '2026-11-30 00:30:00'
accepts as chen duty end --at '2026-11-28 07:00:00' --late-reason '忘记登记'
has_none "$saturday"
has_verdict "$taken" "$missed"
finds "$rule" "$saturday" "$open"
takes_post li
finds "$rule" "$edge" "$late"
writes_log li
clock '2026-11-30 08:00:00'
accepts as li duty end

# What was late stays so, and is kept as well.
clock '2026-12-07 09:00:00'
files_the_week
keeps "$rule" "$saturday"
keeps "$rule" "$edge"
finds "$rule" "$edge" "$late"
finds_no "$rule" "$taken"

# Entered afterwards, the post was taken; made void again, it was not.
accepts as ma duty start --who sun --at '2026-11-25 08:00:00' --until '2026-11-25 20:00:00' --log '正常' --reason '漏记' \
    --late-reason '补录'
entered=$no
has_none "$missed"
has_verdict "$taken" "$saturday" "$edge"
finds_no "$rule" "$missed"
clock '2026-12-14 09:00:00'
files_the_week
keeps_no "$rule" "$missed"
accepts as ma void "$entered" --reason '当天没有来'
has_none "$missed"
finds "$rule" "$missed" "$open"

# Chen had not gone at seven, but at half past eight.
step=$(sql "SELECT s.seq FROM step s JOIN matter m ON m.id = s.matter WHERE m.no = '$weekend' AND s.what = 'end'")
accepts as ma amend "$weekend" --step "$step" --step-at '2026-11-28 08:30:00' --reason '时间登记有误'
has_none "$saturday"
has_verdict "$taken" "$edge"
finds_no "$rule" "$saturday" '.message | contains("更正之前") | not'
clock '2026-12-21 09:00:00'
files_the_week
keeps "$rule" "$missed"
keeps_no "$rule" "$saturday"

# Another entry of the roster over the same time is what a shift may have been for, and an entry that is void is nobody's.
accepts as ma void "$missed" --reason '排错'
has_none "$missed"
finds_no "$rule" "$missed"
rosters li '2026-11-24 09:00:00' '2026-11-24 10:00:00' overnight
has_none "$taken"
agrees
exits 0 huiyin audit verify --rules
