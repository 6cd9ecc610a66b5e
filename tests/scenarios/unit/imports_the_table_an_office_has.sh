#!/bin/sh
# A table of homes goes in as the office has it: any encoding, its own headings, each part in a column of its
# own; people's names and numbers stay out; each wrong cell is named; all or nothing, and nothing twice.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
export HUIYIN_LANG=en
table() { printf '%s\n' "$@" >"$scratch/homes.csv"; }
import() { as ma unit import "$scratch/homes.csv" "$@"; }

# With a title, a sum, what else stands there, and in GB18030.
table 学府苑一期住户登记表 '序号,楼号,单元,房号,业主姓名,联系电话,面积,居住人数' \
    '1,3号楼,1单元,501,张伟,13800008000,89.5,3人' '2,3号楼,1单元,502,李芳,13800008001,89.5,2' '3,5,,101,,,60,' '合计,,,,,,239,5'
iconv -f UTF-8 -t GB18030 "$scratch/homes.csv" >"$scratch/gbk.csv" && mv "$scratch/gbk.csv" "$scratch/homes.csv"
adds_an_entry 0 import
same 'each home' '3号楼1单元501 3号楼1单元502 5-101' "$(printf '%s\n' "$out" | paste -sd ' ')"
tells GB18030
tells 'left out as a title: line 1'
tells 'left out as a total: line 6'
tells 'columns ignored (unit add has no such option): 序号、业主姓名、联系电话、面积'
tells '3 recorded'
shows 'map([.unit, .building, .stair, .residents]) == [["3号楼1单元501", "3号楼", "1单元", 3],
    ["3号楼1单元502", "3号楼", "1单元", 2], ["5-101", "5", null, null]]' as ma unit list
# Nothing of a person came in.
! grep -aq 张伟 "$HUIYIN_DB" || fail 'no name in the store' 'one is there'
leaves_no_entry import

# Every wrong cell by its row and heading, with the likely value; all or nothing.
table '房号,楼栋,居住人数' '7-101,7号楼,2' '3月2日,7号楼,2' '7-103,8号楼,2' '13800008000,7号楼,2' '7-105,7号楼,三' ',7号楼,1' '7-107,,-1'
rejects 2 import
for place in 'line 3:|房号: .*3-2' 'line 4:|楼栋 .8号楼.*7-103 does not lie in .8号楼' 'line 5:|房号' 'line 6:|居住人数' 'line 7:|UNIT is missing' 'line 8:|居住人数'; do
    printf '%s' "$err" | grep -A 2 "^${place%%|*}" | tr '\n' ' ' | grep -q "${place#*|}" || fail "$place" "$err"
done
never_tells 'line 2:'
adds_an_entry 2 import --on-error skip
same 'the good one' 7-101 "$out"
shows 'length == 4' as ma unit list
# Two spellings of one home are one.
table '房号,居住人数' '4-401,2' '4栋401,3' '4号楼402室,1'
adds_an_entry 0 import
tells '2 recorded, 1 recorded before, 0 not recorded'
shows 'map(select(.building == "4")) | length == 2' as ma unit list
exits 0 as ma unit retire 4-401
exits 0 as ma unit retire 4-402
# Lines of JSON, and a dry run.
printf '%s\n' '{"unit": "7-102", "residents": 2}' '{"unit": "7-103"}' >"$scratch/homes.jsonl"
leaves_no_entry as ma unit import "$scratch/homes.jsonl" --dry-run
adds_an_entry 0 as ma unit import "$scratch/homes.jsonl" --json
json '.ok and .line'
# A list of ours goes in again.
exits 0 as ma unit list --format csv --out "$scratch/homes.csv"
leaves_no_entry import
denies as chen unit import "$scratch/homes.csv"
rejects 2 as ma unit import /dev/null
exits 0 huiyin audit verify
