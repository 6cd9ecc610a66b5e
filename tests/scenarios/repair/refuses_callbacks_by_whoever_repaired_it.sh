#!/bin/sh
# Nobody asks about their own work (clause 4.4), neither who led it nor who went along.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=repair.callback-by-another

repaired_by_sun() {
    accepts as sun order arrive "$pg"
    accepts as sun order start "$pg" --content '更换垫圈' --agreed-by '张伟'
    accepts as sun order finish "$pg" --result '已更换垫圈'
}
a_repair
accepts as chen order dispatch "$bx" --to sun
pg=$no
repaired_by_sun
refuses "$rule" 4.4 check_back phone yes
refuses "$rule" 4.4 check_back phone yes --as-happened '顺路问过'
refuses "$rule" 4.4 as chen callback log "$bx" --method phone --satisfied yes --note '询问维修质量' \
    --by sun
accepts as ma callback log "$bx" --method phone --satisfied yes --note '询问维修质量'

a_repair
an_order --with sun
arrives
starts
finishes
refuses "$rule" 4.4 check_back phone yes
accepts as tao callback log "$bx" --method phone --satisfied yes --note '询问维修质量'

# Having repaired something else is no hindrance.
a_finished_repair
accepts check_back phone yes
