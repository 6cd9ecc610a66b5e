#!/bin/sh
# What was probably typed twice, a repair that says nowhere to go, an appointment in the past and an order to
# somebody who repairs nothing are told when they are recorded; none of it is refused.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
clock '2026-11-23 09:10:00'
adds_an_entry 0 as chen complaint add --channel phone --unit 3号楼502室 --text '热水时有时无' --json
told record.twice notice
notice record.twice 2.2.7 TS-2026-0002 '2026-11-23 12:00:00'
no_finding record.twice TS-2026-0001 '2026-11-23 12:00:00'
# The line that is named mends it.
accepts as ma void TS-2026-0002 --reason 重复登记 --duplicate-of TS-2026-0001
no_finding record.twice TS-2026-0002 '2026-11-23 12:00:00'

# A second more, and they called again.
clock '2026-11-23 09:10:01'
a_complaint --unit 3-502
no_finding record.twice "$ts" '2026-11-23 12:00:00'

# A phone alone is the same however it is spelt.
accepts as chen complaint add --channel phone --phone 13800008000 --text 电梯停了
for phone in '+86 138 0000 8000' １３８００００８０００ '138-0000-8000(儿子)'; do
    adds_an_entry 0 as chen complaint add --channel phone --phone "$phone" --text 电梯停了 --json
    told record.twice notice
done
adds_an_entry 0 as chen complaint add --channel phone --phone 13800008001 --text 电梯停了 --json
json '.findings | all(.rule != "record.twice")'

adds_an_entry 0 as chen repair add --channel phone --category other --text '灯不亮' --json
told repair.whereabouts notice
accepts as chen amend bx-1 --unit 3-502 --reason 漏写
no_finding repair.whereabouts BX-2026-0001 '2026-11-23 12:00:00'
adds_an_entry 0 as chen repair add --channel phone --category other --text '门锁坏' --unit 1-1 \
    --appointment '昨天 14:00' --json
told repair.appointment-ahead notice
accepts as ma amend bx-2 --appointment '明天 14:00' --reason 写错了
no_finding repair.appointment-ahead BX-2026-0002 '2026-11-23 12:00:00'
adds_an_entry 0 as chen order dispatch bx-1 --to 李雷 --json
told order.to-a-technician notice
accepts as chen order cancel pg-1 --reason 派错人
no_finding order.to-a-technician BX-2026-0001 '2026-11-23 12:00:00'
