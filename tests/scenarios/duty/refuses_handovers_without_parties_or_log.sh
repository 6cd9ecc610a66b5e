#!/bin/sh
# A handover has two parties who are with us, a log, and somebody it was reported to; all that is missing
# is told at once (clauses 1.6, 1.7, 1.9).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun li
clock '2026-11-23 08:00:00'
takes_post chen
hands() { as chen duty handover "$@"; }
refuses_each 'duty.log-kept duty.reported duty.handover-parties' hands --to chen
refuses duty.log-kept 1.6 hands --to sun --reported-to ma
refuses duty.log-kept 1.6 as chen duty end
writes_log chen
refuses duty.handover-parties 1.9 hands --to chen --reported-to ma
refuses duty.reported 1.7 hands --to sun
exits 0 huiyin staff leave li
clock '2026-11-23 08:00:01'
refuses duty.handover-parties 1.9 hands --to li --reported-to ma
rejects 2 hands --reported-to ma

accepts hands --to sun --as-happened '主管电话打不通' --json
told duty.reported breach
breach duty.reported 1.7 ZB-2026-0001 '2027-11-23 08:00:00' '2026-11-23 08:00:01'
# A line in the last second is one; the night's log may be written up after it.
clock '2026-11-23 16:00:00'
refuses duty.log-kept 1.6 as sun duty end
writes_log sun --at '2026-11-23 12:00:00'
accepts as sun duty handover --to chen --reported-to ma
accepts as sun duty log '十四点停电十分钟' --at '2026-11-23 14:00:00'
shows '.steps | any(.what == "log" and .text == "十四点停电十分钟")' huiyin duty show zb-2
