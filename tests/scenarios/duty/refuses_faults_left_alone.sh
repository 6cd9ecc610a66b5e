#!/bin/sh
# A fault found on an inspection opens its repair or event in the same entry, or names the one open
# already (clause 1.8).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen
exits 0 as ma area add 水泵房
clock '2026-11-23 22:00:00'
takes_post chen
rule=duty.fault-followed
inspects() { as chen duty patrol 水泵房 "$@"; }
refuses "$rule" 1.8 inspects --result fault --note '压力为零'
accepts inspects --result fault --note '压力为零' --repair water-supply --json
json '.no == "ZB-2026-0001" and .opened == ["BX-2026-0001"]'
shows '.channel == "patrol" and .category == "water-supply" and .place == "水泵房" and .text == "压力为零"' \
    huiyin repair show bx-1
shows '.steps[-1] | .what == "patrol" and .area == "水泵房" and .result == "fault" and .found == "BX-2026-0001"' \
    huiyin duty show zb-1
accepts inspects --result fault --known bx-1
accepts inspects --result fault --note '积水漫到楼道' --event 6 --json
json '.opened == ["ZD-2026-0001"]'
shows '.category == 6 and .place == "水泵房" and .text == "积水漫到楼道"' huiyin event show zd-1
# Found is not yet reported.
breach event.in-time 7.5 ZD-2026-0001 '2026-11-24 22:00:01' '2026-11-24 22:00:00'
rejects 2 inspects --result fault --known bx-1 --repair plumbing
rejects 2 inspects --result ok --repair plumbing
rejects 2 inspects --result broken
rejects 2 inspects --result fault --repair plumming
rejects 3 inspects --result fault --known bx-9
# Only what is open follows a fault up, and of these two kinds.
refuses "$rule" 1.8 inspects --result fault --known zb-1
accepts as chen assist add --from '张伟' --text '钥匙锁在屋里'
refuses "$rule" 1.8 inspects --result fault --known "$no"
a_repair
accepts as ma void "$bx" --reason '重复登记'
refuses "$rule" 1.8 inspects --result fault --known "$bx"
a_finished_repair
signs
hands_in
clock '2026-11-23 22:10:00'
accepts as chen repair close "$bx" --outcome '已修好'
refuses "$rule" 1.8 inspects --result fault --known "$bx"
# What is written down later was open then.
accepts inspects --result fault --known "$bx" --at '2026-11-23 22:09:59'
accepts inspects --result fault --known zd-1
