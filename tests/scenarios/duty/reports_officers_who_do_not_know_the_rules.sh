#!/bin/sh
# Whoever takes a shift has acknowledged the rulebook and every emergency plan, each in the edition then
# in force (clauses 1.1, 1.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 08:00:00'
exits 0 as ma plan add 火灾 --text '先报警,再疏散'
exits 0 as tao plan add 停水 --text '先通知,再送水'
takes_post chen
for finding in 'rulebook 1.1' 'plans 1.3'; do
    breach "duty.${finding% *}-acknowledged" "${finding#* }" ZB-2026-0001 '2027-11-23 08:00:00' '2026-11-23 08:00:00'
done
# Too late for this shift, in time for the next.
clock '2026-11-23 08:00:01'
knows_all chen sun
breach duty.rulebook-acknowledged 1.1 ZB-2026-0001 '2027-11-23 08:00:00'
clock '2026-11-23 16:00:00'
relieves chen sun
no_breach duty.rulebook-acknowledged ZB-2026-0002 '2027-11-23 08:00:00'
no_breach duty.plans-acknowledged ZB-2026-0002 '2027-11-23 08:00:00'

# A new edition is acknowledged anew.
exits 0 as ma plan revise 火灾 --text '先疏散,再报警'
exits 0 huiyin policy set rulebook.edition 2 --reason '修订'
clock '2026-11-24 00:00:00'
relieves sun chen --as-happened 新版还没发下来
for finding in 'rulebook 1.1' 'plans 1.3'; do
    breach "duty.${finding% *}-acknowledged" "${finding#* }" ZB-2026-0003 '2027-11-23 08:00:00' '2026-11-24 00:00:00'
done
check_at '2026-11-24 00:00:00'
json '.findings[] | select(.rule == "duty.plans-acknowledged" and .subject == "ZB-2026-0003")
    | .message | contains("火灾 2") and (contains("停水") | not)'
knows_all sun
clock '2026-11-24 08:00:00'
relieves chen sun
no_breach duty.rulebook-acknowledged ZB-2026-0004 '2027-11-23 08:00:00'
no_breach duty.plans-acknowledged ZB-2026-0004 '2027-11-23 08:00:00'
shows '(map(select(.name == "火灾")) | .[0] | .edition == 2 and .text == "先疏散,再报警" and .acknowledged_by == ["sun"])' \
    huiyin plan list
exits 2 as ma plan add 火灾 --text '又一份'
exits 3 as ma plan revise 地震 --text '先躲,再跑'
exits 3 as sun plan acknowledge 地震
denies as sun plan add 地震 --text '先躲,再跑'
denies as zhou rules acknowledge
