#!/bin/sh
# Whatever anyone said on any matter is found by its words, and nothing that was never said.
. "$(dirname "$0")/../lib.sh"
office

# found NUMBER WORDS: they stand in this record alone
found() {
    shows ". | map(.no) == [\"$1\"]" as chen search "$2"
}
nowhere() { shows '. == []' as chen search "$1"; }

clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel visit --courtesy seat,tea,calmed \
    --courtesy-missed '来访者匆忙离去' --phone 13800008000 --unit 3-502 --text '窗缝透风' \
    --subject '冬季保暖' --forwarded-by '校长信箱' --via '随手拍'
ts=$no
accepts as chen complaint assign "$ts" --to li
accepts as li complaint assign "$ts" --to chen --reason '轮值交接'
accepts as chen complaint investigate "$ts" --findings '密封条老化'
accepts as chen complaint opinion "$ts" --text '整层更替'
accepts as chen complaint reply "$ts" --text '周末施工完毕' --method visit
clock '2026-11-24 09:00:00'
accepts as chen callback log "$ts" --method visit --satisfied no --signed-by '张伟' --note '觉得尚可' \
    --raised '门铃失灵' --appointment '2026-11-25 09:00:00'
hf=$no
accepts as chen callback answer "$hf" --text '电池已备好'
clock '2026-11-25 09:00:00'
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by '张伟' --note '十分认可' \
    --raised '信箱锁坏' --settled '当场配妥钥匙'
accepts as chen callback attempt "$ts" --method phone --note '无人接听'
accepts as chen note "$ts" --text '附照片两张'
printf 'x' >"$scratch/窗台.jpg"
accepts as chen attach "$ts" "$scratch/窗台.jpg" --text '拍于北侧'
accepts as chen amend "$ts" --unit 3-503 --reason '门牌看错'
accepts as ma complaint close "$ts" --outcome '保温达标' --unsatisfied --reason '补偿谈不拢'

accepts as chen repair add --channel patrol --category plumbing --text '地漏反味' --place '负一层泵房' \
    --not-rework '上回只修龙头'
bx=$no
accepts as chen order dispatch "$bx" --to wu
pg=$no
accepts as wu order arrive "$pg"
accepts as wu order start "$pg" --content '疏通弯头' --agreed-by '王芳'
accepts as wu order defer "$pg" --fault parts --reason '等水封件' --eta '2026-11-26 09:00:00'
accepts as wu order finish "$pg" --result '换新存水弯' --materials '硅胶圈'
accepts as wu order sign "$pg" --refused '嫌工时长' --witness '赵敏'
accepts as chen repair urge "$bx" --text '三番来催'

accepts as chen suggestion add --kind opinion --channel phone --phone 13900009000 --text '延时供暖'
jy=$no
accepts as chen suggestion answer "$jy" --text '采纳并致谢' --method phone --courtesy thanks
accepts as chen suggestion close "$jy" --outcome '写入计划'
accepts as chen letter publish --subject '告全体住户' --text '锅炉检修公示' --answers "$ts,$jy"
gx=$no
accepts as chen event report --category 6 --form phone --to tao --text '水淹配电室' --place '南区机房' \
    --petition '联名致函市府'
zd=$no
accepts as ma conduct record wu --kind other-duty --text '擅离岗哨'
cl=$no
accepts as ma conduct decide "$cl" --decision '扣发津贴' --authority '集团人事处'
accepts as chen survey issue --title '食堂口味' --count 30
wj=$no

for word in 窗缝透风 冬季保暖 校长信箱 随手拍 来访者匆忙 轮值交接 密封条 整层更替 周末施工 觉得尚可 \
    门铃失灵 电池已备 十分认可 信箱锁坏 配妥钥匙 无人接听 附照片 拍于北侧 窗台.jpg 门牌看错 保温达标 谈不拢; do
    found "$ts" "$word"
done
for word in 地漏反味 负一层 上回只修 疏通弯头 等水封件 换新存水弯 硅胶圈 嫌工时长 三番来催 王芳 赵敏; do
    found "$bx" "$word"
done
for word in 延时供暖 采纳并致谢 写入计划; do found "$jy" "$word"; done
for word in 告全体住户 锅炉检修; do found "$gx" "$word"; done
for word in 水淹配电室 南区机房 联名致函; do found "$zd" "$word"; done
for word in 擅离岗哨 扣发津贴 集团人事处; do found "$cl" "$word"; done
found "$wj" '食堂口味'

# Words that stand apart are not found together, nor what no one said.
for word in 窗缝保暖 透风冬季 门铃信箱 换新地漏 缝窗 从未说过 阀门; do nowhere "$word"; done
# A matter is told once, however often the words stand in it, with every place.
accepts as chen note "$ts" --text '密封条已到货'
shows "length == 1 and .[0].no == \"$ts\" and (.[0].matches | length == 2)" as chen search 密封条
json '.[0].matches | map(.text) == ["密封条老化", "密封条已到货"] and all(.step > 0)'
# Nothing of it is recorded, and everyone may.
for who in chen wu zhou tao; do leaves_no_entry as "$who" search 密封条; done
