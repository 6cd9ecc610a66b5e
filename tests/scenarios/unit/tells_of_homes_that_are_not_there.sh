#!/bin/sh
# Where a register is kept, a home that is not on it is a notice with the nearest: wherever one is typed.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# Without one any home will do.
accepts as chen complaint add --channel phone --unit 3-520 --text 夜间噪声 --json
json '.findings == []'
for home in 3-501 3-502 3-2-501 12-1-301 B座1201; do accepts as ma unit add "$home"; done

nearest() { told record.home-listed notice && json ".findings | any(.rule == \"record.home-listed\" and (.message | contains(\"$1\")))"; }
accepts as chen complaint add --channel phone --unit 3-520 --text 楼道灯坏 --json
nearest 3-502
accepts as chen complaint add --channel phone --unit 3-520 --text 电梯晃动
tells '房号「3-520」不在住户册上;最接近的是 3-502'
accepts as chen repair add --channel phone --category plumbing --unit B座1210 --text 漏水 --json
nearest B座1201
accepts as chen suggestion add --kind opinion --channel phone --unit 12-301 --text 装扶手 --json
nearest 12-1-301
accepts as chen assist add --unit 3-1-501 --text 钥匙锁在屋里 --json
nearest 3-501
# In every spelling of one that is there: nothing.
accepts as chen complaint add --channel phone --unit ３号楼５０２室 --text 门禁坏了 --json
json '.findings | all(.rule != "record.home-listed")'
# Corrected to one that is there, and to one that is not.
accepts as chen amend ts-2 --unit 3-502 --reason 房号写错 --json
json '.findings | all(.rule != "record.home-listed")'
accepts as chen amend ts-2 --unit 3-5O2 --reason 房号写错 --json
nearest 3-502
# Rows of a table, each by its own.
printf '%s\n' 'channel,unit,text' 'phone,3-501,灯坏' 'phone,3-510,灯坏了' >"$scratch/table.csv"
adds_an_entry 0 as chen batch --csv 'complaint add' "$scratch/table.csv" --json
same 'one row with a notice' 1 "$(printf '%s\n' "$out" | grep -c record.home-listed)"

# Where homes are looked for, it is said beside what is found.
exits 0 as chen unit show 3-520
tells '最接近的是 3-502'
exits 0 as chen complaint list --unit 3-520
tells '最接近的是 3-502'
exits 0 as chen unit show 3-502
tells_nothing
rejects 3 huiyin resident erase --unit 3-520 --name 王小明 --reason 本人要求
tells '最接近的是 3-502'

# An audit finds those that were typed before there was a register; it is nobody's breach.
notice record.home-listed 3.3.6 TS-2026-0001 '2026-11-23 09:00:00' '2026-11-23 09:00:00'
accepts as ma unit add 3-520
no_finding record.home-listed TS-2026-0001 '2026-11-23 09:00:00'
accepts as ma unit retire 3-520
notice record.home-listed 3.3.6 TS-2026-0001 '2026-11-23 09:00:00'
