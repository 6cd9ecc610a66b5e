#!/bin/sh
# Why a breach happened, and why a policy or a rule of the office's own was set, are texts too: a name
# in them can be taken out for good.
. "$(dirname "$0")/../lib.sh"
office
clean() { ! grep -aqF "$1" "$HUIYIN_DB" || fail "no $1 in the file" 'it is there'; }
clock '2026-11-23 09:00:00'
accepts huiyin policy set complaint.reply_within 12h --reason '因欧阳娜投诉过慢'
accepts huiyin policy set complaint.reply_within 11h --reason '再快些'
accepts huiyin rules add "$(dirname "$0")/../rules/same-day.sql"
accepts huiyin rules retire own.same-day --reason '欧阳娜说不必'
a_complaint
clock '2026-11-24 09:00:00'
accepts as ma check explain complaint.replied-in-time "$ts" --reason '欧阳娜家无人'

rejects 3 as ma redact complaint.reply_within --field 9.reason --text '略' --reason '误写姓名'
rejects 3 as ma redact "$ts" --field complaint.courtesy --text '略' --reason '误写姓名'
denies as chen redact "$ts" --field complaint.replied-in-time --text '略' --reason '误写姓名'

accepts as ma redact complaint.reply_within --field 1.reason --text '有投诉称过慢' --reason '误写姓名'
accepts as ma redact own.same-day --field 2.reason --text '业主说不必' --reason '误写姓名'
accepts as ma redact ts-1 --field complaint.replied-in-time --text '业主家无人' --reason '误写姓名'
same 'its number' "$ts" "$no"
clean '欧阳娜'
shows '[.editions[].reason] | index("有投诉称过慢") and index("再快些")' huiyin policy show complaint.reply_within
shows '.editions[1].reason == "业主说不必"' huiyin rules show own.same-day
check_at '2026-11-24 09:00:00'
json ".findings | any(.rule == \"complaint.replied-in-time\" and .subject == \"$ts\" and .explained)"
exits 0 as chen complaint show "$ts" --json
json '.erased | length == 1'
exits 0 huiyin audit verify
