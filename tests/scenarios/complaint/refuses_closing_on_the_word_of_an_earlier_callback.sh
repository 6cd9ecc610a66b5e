#!/bin/sh
# The last callback counts: satisfied once and not satisfied since closes nothing (clause 5.4), and
# attempts say nothing either way.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.satisfied
clock '2026-11-24 10:00:00'

a_settled_complaint
accepts call_back phone yes --raised '楼道灯也不亮' --settled '当场换好灯管'
clock '2026-11-24 11:00:00'
accepts visit_back no
refuses "$rule" 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
refuses "$rule" 5.4 as ma complaint close "$ts" --outcome '已更换阀门'
clock '2026-11-24 12:00:00'
accepts visit_back yes
accepts as chen callback attempt "$ts" --method phone --note '无人接听'
accepts as chen complaint close "$ts" --outcome '已更换阀门'

# The last by when it happened, not by when it was typed.
a_settled_complaint
clock '2026-11-24 14:00:00'
accepts call_back phone yes --at '2026-11-24 13:00:00'
clock '2026-11-24 16:00:00'
accepts visit_back no --at '2026-11-24 15:00:00'
accepts visit_back yes --at '2026-11-24 14:00:00'
refuses "$rule" 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
