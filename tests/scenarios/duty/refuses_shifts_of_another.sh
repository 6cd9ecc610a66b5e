#!/bin/sh
# A rostered shift is taken by whoever is rostered, or by a recorded substitute: the entry that begins
# within an hour of it, else the one in force (clause 1.2).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.rostered-officer
rosters sun '2026-11-23 22:00:00' '2026-11-24 06:00:00' overnight
day_of_li() { rosters li '2026-11-24 06:00:00' '2026-11-24 14:00:00'; }
day_of_li
knows_all chen sun li

# An hour before to the second; a second earlier it is nobody's shift yet.
clock '2026-11-23 21:00:00'
refuses "$rule" 1.2 as chen duty start
refuses "$rule" 1.2 as chen duty start --substitute-for li --reason '换班'
takes_post chen --at '2026-11-23 20:59:59'
writes_log chen
accepts as chen duty end
clock '2026-11-23 22:30:00'
takes_post chen --substitute-for sun --reason '孙红请假'
shows '.officer == "chen" and .substitute_for == "sun" and .steps[0].reason == "孙红请假"' huiyin duty show "$zb"

# The relief too is the rostered one, or says for whom they stand in.
clock '2026-11-24 06:00:00'
writes_log chen
relief() { as chen duty handover --reported-to ma --to "$@"; }
refuses "$rule" 1.2 relief sun
tells '--substitute-for li'
accepts relief sun --substitute-for li --reason '李雷有事'
# In its last second the entry is in force; after it nobody's.
clock '2026-11-24 13:59:58'
writes_log sun
accepts as sun duty end
clock '2026-11-24 13:59:59'
refuses "$rule" 1.2 as chen duty start
clock '2026-11-24 14:00:00'
takes_post chen
