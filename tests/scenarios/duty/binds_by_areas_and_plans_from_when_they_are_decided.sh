#!/bin/sh
# Which areas are inspected and which plans must be known is decided, and a decision binds from when it is
# made: an earlier time that is typed with it makes no breach of shifts gone by and undoes none (1.3, 1.8).
. "$(dirname "$0")/../lib.sh"
office
as ma area add 水泵房 >"$scratch/made" 2>&1
as ma plan add 火灾 --text '先报警' >"$scratch/made" 2>&1
clock '2026-11-23 08:00:00'
accepts as chen duty start
shift=$no
accepts as chen duty log '一切正常'
breach duty.plans-acknowledged 1.3 "$shift" '2026-11-23 08:00:00' '2026-11-23 08:00:00'
clock '2026-11-23 16:00:00'
accepts as chen duty end
breach duty.areas-patrolled 1.8 "$shift" '2026-11-23 16:00:00' '2026-11-23 16:00:00'

clock '2026-11-23 18:00:00'
exits 0 as ma area retire 水泵房 --at '2026-11-23 09:00:00'
tells '2026-11-23 18:00'
breach duty.areas-patrolled 1.8 "$shift" '2026-11-30 16:00:00' '2026-11-23 16:00:00'
# Another, said to have been one all day, asks nothing of the shift that is over.
exits 0 as ma area add 配电室 --at '2026-11-23 07:00:00'
tells '2026-11-23 18:00'
check_at '2026-11-30 16:00:00'
json ".findings | all(.rule != \"duty.areas-patrolled\" or (.message | contains(\"配电室\") | not))"
shows 'any(.name == "配电室" and .added_at == "2026-11-23T18:00:00+08:00")' huiyin area list

# An edition said to be of before neither makes a breach nor takes the old one's place.
exits 0 as ma plan revise 火灾 --text '先报警,再疏散' --at '2026-11-23 07:00:00'
tells '2026-11-23 18:00'
exits 0 as ma plan add 停水 --text '先关阀' --at '2026-11-23 07:00:00'
check_at '2026-11-30 16:00:00'
json "[.findings[] | select(.rule == \"duty.plans-acknowledged\")] | length == 1 and (.[0].message | contains(\"火灾 1\") and (contains(\"停水\") | not))"
# A second before the decision one takes the shift by the old edition, in that second by the new.
exits 0 as sun rules acknowledge --at '2026-11-23 17:00:00'
exits 0 as sun plan acknowledge 火灾 --at '2026-11-23 17:59:59'
exits 0 as li rules acknowledge --at '2026-11-23 17:00:00'
exits 0 as li plan acknowledge 火灾 --at '2026-11-23 17:59:59'
accepts as ma duty start --who sun --at '2026-11-23 17:59:58' --until '2026-11-23 17:59:59' --log '一切正常' --reason '漏登'
early=$no
breach duty.plans-acknowledged 1.3 "$early" '2026-11-30 09:00:00' '2026-11-23 17:59:58'
accepts as sun duty start --at '2026-11-23 17:59:59'
no_breach duty.plans-acknowledged "$no" '2026-11-30 09:00:00'
accepts as sun duty log '一切正常'
clock '2026-11-23 18:00:01'
accepts as sun duty end --at '2026-11-23 18:00:00' --as-happened '漏'
accepts as li duty start --at '2026-11-23 18:00:00'
breach duty.plans-acknowledged 1.3 "$no" '2026-11-30 09:00:00' '2026-11-23 18:00:00'
