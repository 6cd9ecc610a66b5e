#!/bin/sh
# Each shift inspects each key area as often as the office says, once unless it says more (clause 1.8).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.areas-patrolled
knows_all chen sun
for place in 水泵房 配电室; do exits 0 as ma area add "$place"; done
inspects() { accepts as "$1" duty patrol "$2" --result ok; }
clock '2026-11-23 22:00:00'
takes_post chen
inspects chen 水泵房
inspects chen 配电室
clock '2026-11-24 06:00:00'
relieves chen sun
no_breach "$rule" ZB-2026-0001 '2027-11-24 06:00:00'
no_breach "$rule" ZB-2026-0002 '2026-11-24 13:59:59'
inspects sun 水泵房
clock '2026-11-24 14:00:00'
relieves sun chen
breach "$rule" 1.8 ZB-2026-0002 '2027-11-24 06:00:00' '2026-11-24 14:00:00'
check_at '2026-11-24 14:00:00'
json '.findings[] | select(.rule == "duty.areas-patrolled") | .message | contains("配电室 0") and (contains("水泵房") | not)'
# What was inspected and not written down is written down, in time's order.
accepts as sun duty patrol 配电室 --result ok --at '2026-11-24 13:59:59'
no_breach "$rule" ZB-2026-0002 '2027-11-24 06:00:00'
# An area registered during the shift is the next one's; one retired before its end is nobody's.
clock '2026-11-24 14:00:01'
exits 0 as ma area add 屋顶
exits 0 as ma area retire 配电室
inspects chen 水泵房
clock '2026-11-24 22:00:00'
relieves chen sun
no_breach "$rule" ZB-2026-0003 '2027-11-24 06:00:00'
clock '2026-11-24 22:00:01'
exits 0 huiyin policy set duty.patrols_per_shift 2 --reason '冬季'
clock '2026-11-25 06:00:00'
for place in 水泵房 屋顶; do inspects sun "$place"; done
relieves sun chen
no_breach "$rule" ZB-2026-0004 '2027-11-24 06:00:00'
clock '2026-11-25 14:00:00'
for place in 水泵房 屋顶; do inspects chen "$place"; done
relieves chen sun
breach "$rule" 1.8 ZB-2026-0005 '2027-11-24 06:00:00' '2026-11-25 14:00:00'
shows 'map(.name) == ["水泵房", "配电室", "屋顶"] and (map(.retired_at != null) == [false, true, false])' huiyin area list
exits 3 as sun duty patrol 配电室 --result ok
exits 3 as sun duty patrol 水泵 --result ok
denies as chen area add 车库
exits 2 as ma area add 屋顶
# By shift: 2 of 2, 2 of 2 with the one written down later, 1 of 1, 2 of 2, 2 of 4.
clock '2026-11-30 00:01:00'
shows '.duty.shifts == 6 and .duty.patrols.num == 9 and .duty.patrols.den == 11' as tao report weekly --dry-run
