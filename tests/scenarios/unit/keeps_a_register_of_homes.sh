#!/bin/sh
# Homes are put on the register one by one or corrected there; building and stair are the home's own.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

exits 0 as ma unit list
prints '没有住户册'
shows '. == []' as ma unit list
accepts as ma unit add 3-2-501 --residents 3
same 'its number is the home' 3-2-501 "$no"
accepts as tao unit add B座1201
accepts huiyin unit add 502 --building 3号楼 --stair 1单元
same 'of its parts' 3号楼1单元502 "$no"
shows 'map([.unit, .building, .stair, .residents]) == [
    ["3号楼1单元502", "3号楼", "1单元", null], ["3-2-501", "3", "2", 3], ["B座1201", "B", null, null]]' as ma unit list
exits 0 as ma unit list
prints '3 户,3 人'
exits 0 as ma unit list --format csv
prints '3-2-501,3,2,3'

# Said again it is corrected, in whatever spelling; nothing new is no entry.
leaves_no_entry as ma unit add 3号楼2单元501室 --residents 3
tells '3-2-501 已在住户册上,没有变动'
accepts as ma unit add ３－２－５０１ --residents 4
shows 'length == 3 and .[1].residents == 4' as ma unit list

# What cannot be.
rejects 2 as ma unit add 3-502 --building 5号楼
tells '3-502 不在「5号楼」'
rejects 2 as ma unit add 10-Mar
tells '3-10'
rejects 2 as ma unit add 13800008000
rejects 2 as ma unit add 无
tells '缺少 房号'
rejects 2 as ma unit add 3-503 --residents many
refuses record.in-order 1.6 as ma unit add 3-503 --at '2026-11-24 09:00'

# Off it, and back on it.
accepts as ma unit retire 3-2-501
shows 'length == 2' as ma unit list
rejects 3 as ma unit retire 3-2-501
rejects 3 as ma unit retire 3-1-520
tells '最接近的是 3号楼1单元502'
accepts as ma unit add 3-2-501
shows 'length == 3 and .[1].residents == 4' as ma unit list

denies as chen unit add 3-504
denies as chen unit list
exits 0 huiyin audit verify
