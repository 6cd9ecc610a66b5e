#!/bin/sh
# Not satisfied, or something new: the next callback comes within three days (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.followed-up
clock '2026-11-27 10:00:00'
a_settled_complaint
kept=$ts
accepts call_back phone no --json
json ".due | any(.clause == \"3.3.3b\" and .by == \"$(iso '2026-11-30 10:00:00')\")"
a_settled_complaint
late=$ts
accepts call_back phone yes --raised '楼道灯也不亮' --settled '当场换好灯管'
a_settled_complaint
partly=$ts
accepts call_back phone partly
a_settled_complaint
content=$ts
accepts call_back phone yes
for ts in "$kept" "$late" "$partly"; do
    no_breach "$rule" "$ts" '2026-11-30 10:00:00'
    breach "$rule" 3.3.3b "$ts" '2026-11-30 10:00:01' '2026-11-30 10:00:00'
done
no_breach "$rule" "$content" '2026-12-30 09:00:00'

# An attempt is no callback.
clock '2026-11-30 09:00:00'
accepts as chen callback attempt "$partly" --method visit --note '家中无人'
breach "$rule" 3.3.3b "$partly" '2026-11-30 10:00:01'

clock '2026-11-30 10:00:00'
ts=$kept
accepts visit_back yes
no_breach "$rule" "$kept" '2026-12-30 09:00:00'
clock '2026-11-30 10:00:01'
ts=$late
accepts visit_back yes
breach "$rule" 3.3.3b "$late" '2026-12-30 09:00:00' '2026-11-30 10:00:00'

# A closing ends what was owed by then; whoever is not satisfied after it is called back again.
clock '2026-12-07 09:00:00'
a_settled_complaint
accepts call_back phone no
accepts as ma complaint close "$ts" --unsatisfied --reason '要求违规' --outcome '无法满足'
no_breach callback.followed-up "$ts" '2027-01-01 00:00:00'
clock '2026-12-08 09:00:00'
accepts call_back visit no --signed-by '张伟' --json
json '.due | any(.what == "follow-up" and .by == "2026-12-11T09:00:00+08:00")'
no_breach callback.followed-up "$ts" '2026-12-11 09:00:00'
breach callback.followed-up 3.3.3b "$ts" '2026-12-11 09:00:01' '2026-12-11 09:00:00'
