#!/bin/sh
# 3-502 in the other width, with another dash or in words is the same home: a repeat (3.3.5), rework
# (6.5), in the list of a home, in its filters and in search. A home is shown as it was typed.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502 --category 噪声
first=$ts
count=1
for spelling in '３－５０２' '3–502' '3—502' '3号楼502室' '3栋502' '3#-502' '3 502' '03-0502' '三号楼502' '3号楼 502' \
    '3号楼502门' '3-502。' '第3栋502' '3号楼502户' '第三栋第502室' '3号楼5层502' '「3-502」' '3号楼502房间' \
    '3-502(租户)' '3-502（业主）' '3-502租户' '3号楼502室 业主' '3-502（租户王阿姨）' '3-502[空置]'; do
    a_complaint --unit "$spelling" --category 噪声
    count=$((count + 1))
    shows ".repeat_of != null and .unit == \"$spelling\"" as chen complaint show "$ts"
done
for spelling in 3-502 '3号楼502室' '３栋５０２' '3号楼502门' '第3栋502。' '3-502(租客)'; do
    shows ".matters | length == $count" as chen unit show "$spelling"
    shows "length == $count" as chen complaint list --unit "$spelling"
    shows "length == $count and .[0].no == \"$first\"" as chen search "$spelling"
done
# A stair, another building or room, the same figures divided otherwise: other homes.
for other in 3-2-502 35-02 13-502 3-503 3502 '东区3-502' '3-502A' 502; do
    a_complaint --unit "$other" --category 噪声
    shows '.repeat_of == null' as chen complaint show "$ts"
    shows '.matters | length == 1' as chen unit show "$other"
done
shows ".matters | length == $count" as chen unit show 3-502
# What is said beside it may be part of the home: another one, and told.
for other in '3-502(甲乙)' '3-502王先生' '3-502北屋'; do
    a_complaint --unit "$other" --category 噪声
    tells "房号「$other」与 3-502 不作同一户"
    shows '.repeat_of == null' as chen complaint show "$ts"
done
a_complaint --unit '3-502(租户)' --category 灯
never_tells 不作同一户
count=$((count + 1))
shows ".matters | length == $count" as chen unit show 3-502

# With a stair, and with a letter for the building.
a_complaint --unit 3-2-501 --category 漏水
a_complaint --unit '3号楼2单元501室' --category 漏水
shows '.repeat_of != null' as chen complaint show "$ts"
a_complaint --unit 'B座1201' --category 漏水
a_complaint --unit 'Ｂ座１２０１' --category 漏水
shows '.repeat_of != null' as chen complaint show "$ts"

# A corrected home is compared in its new spelling.
a_complaint --unit 9-901 --category 电梯
a_complaint --unit 9-902 --category 电梯
accepts as chen amend "$ts" --unit '9号楼901' --reason 房号写错
shows '.repeat_of != null' as chen complaint show "$ts"

# A second repair of the same home and category must be said to be rework or not.
accepts as chen repair add --channel phone --phone 13800008000 --unit 5-101 --category plumbing --text 滴水
bx=$no
accepts as chen order dispatch "$bx" --to wu
pg=$no
accepts as wu order arrive "$pg"
accepts as wu order start "$pg" --content 换垫圈 --agreed-by 王
accepts as wu order finish "$pg" --result 已修好
clock '2026-11-24 09:00:00'
accepts as chen repair add --channel phone --phone 13800008000 --unit '5号楼101室' --category plumbing --text 又滴水
breach rework.undecided 6.5 "$no" '2026-11-24 09:00:00'
exits 0 huiyin audit verify
# How homes are compared is no entry of the journal, but what it comes to is looked at all the same.
sql "UPDATE home_spelling SET home = 'x' WHERE unit = '3-502'"
exits 5 huiyin audit verify
prints 3-502
