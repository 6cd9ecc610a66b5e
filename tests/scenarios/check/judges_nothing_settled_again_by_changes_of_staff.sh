#!/bin/sh
# What is said of staff later binds from when it is recorded: a role, an absence, a departure that are entered late change
# nothing of what is settled.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
hires yu '于海' technician ma

# An event that went past ma, a repair called back by sun, a rework that apologised, a complaint escalated to ma.
clock '2026-11-24 09:00:00'
accepts as chen event report --category 1 --form phone --to mei --text '停水' --residents no
zd=$no
accepts as mei event close "$zd" --outcome '已恢复'
a_settled_repair --unit 3-501
first=$bx
clock '2026-11-24 10:00:00'
a_settled_complaint --unit 3-502
accepts as chen complaint escalate "$ts" --to ma --reason '超出职权' --convened ma
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
clock '2026-11-24 14:00:00'
a_repair --unit 3-501 --rework-of "$first"
an_order
arrives
starts
accepts as wu order finish "$pg" --result '已重做' --apology '没修好,对不起'
is_noted
a_case ignoring
accepts decides ma

clock '2026-11-30 09:00:00'
files_the_week
keeps event.level-by-level "$zd"
for one in "$first" "$bx" "$ts" "$cl"; do has_verdict "$one"; done
agrees
before=$_found

late='补录'
exits 0 huiyin staff change chen --superior mei --at '2026-11-23 12:00:00' --late-reason "$late"
exits 0 huiyin staff change sun --role clerk --at '2026-11-23 12:00:00' --late-reason "$late"
exits 0 huiyin staff away ma --from '2026-11-23 12:00:00' --to '2026-12-01 12:00:00' --acting mei --late-reason "$late"
exits 0 huiyin staff away wu --from '2026-11-23 12:00:00' --to '2026-12-01 12:00:00' --acting yu --late-reason "$late"
exits 0 huiyin staff leave wu --at '2026-11-23 12:00:00' --late-reason "$late"
for one in "$first" "$bx" "$ts" "$cl" "$zd"; do has_verdict "$one"; done
agrees
same 'what is found' "$before" "$_found"

# Nor later.
clock '2026-12-07 09:00:00'
files_the_week
agrees
exits 0 huiyin audit verify
