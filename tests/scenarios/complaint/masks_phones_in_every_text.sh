#!/bin/sh
# A phone number in a free text is as masked as one in its own field, however it is written and
# wherever it is told.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# Every text ends in a number; four ways of writing it.
accepts as chen complaint add --channel visit --courtesy seat,tea,heard \
    --courtesy-missed '急着走,13900001111' --unit 3-502 --text '楼道灯不亮,13900001111' \
    --subject '灯,139 0000 1111' --forwarded-by '后勤处139-0000-1111' --via '短信１３９００００１１１１' \
    --at '2026-11-21 09:00:00' --late-reason '周末无人,13900001111'
ts=$no
accepts as chen complaint assign "$ts" --to chen --reason '就近13900001111'
accepts as chen complaint settle "$ts" --findings '属实13900001111' --opinion '换灯13900001111' \
    --reply '今天换,13900001111' --method phone --as-happened '已答应13900001111'
accepts as chen callback log "$ts" --method phone --satisfied no --note '另留139 0000 1111' \
    --raised '改打13900001111' --settled '已记13900001111'
accepts as chen note "$ts" --text '家人139-0000-1111'
printf 'x' >"$scratch/13900001111.jpg"
accepts as chen attach "$ts" "$scratch/13900001111.jpg" --text '照片13900001111'
accepts as chen amend "$ts" --phone 7654321 --reason '座机13900001111'
accepts as ma complaint close "$ts" --outcome '已换13900001111' --unsatisfied --reason '见13900001111'
accepts as chen repair add --channel phone --unit 3-502 --category plumbing --text '漏水13900001111' \
    --place '门牌旁13900001111'
bx=$no
accepts as chen letter publish --subject '热线13900001111' --text '值班13900001111' --answers "$ts"
gx=$no
accepts as chen survey issue --title '满意度13900001111' --count 3
wj=$no
accepts as ma conduct record wu --kind other-duty --text '见13900001111'
cl=$no
accepts as ma conduct decide "$cl" --decision '扣分13900001111' --authority '公司13900001111'
accepts as chen event report --category 7 --form phone --to tao --text '停电13900001111' \
    --place '泵房13900001111' --petition '去信13900001111'
zd=$no

masked() {
    for format in text json md csv; do
        exits 0 as chen "$@" --format "$format"
        for number in 13900001111 '139 0000 1111' 139-0000-1111 １３９００００１１１１ 7654321; do
            never_prints "$number"
        done
    done
}
masked complaint show "$ts"
prints '1111'
for noun in complaint repair letter survey conduct event; do masked "$noun" list; done
masked repair show "$bx"
masked letter show "$gx"
masked survey show "$wj"
masked conduct show "$cl"
masked event show "$zd"
masked callback list
masked unit show 3-502
for words in 139 1111 4321 １３９ 楼道 另留 家人; do masked search "$words"; done
# Nor does the journal keep what a file was called, which is all it would keep for good.
exits 0 as zhou audit log --json
never_prints 13900001111
prints "huiyin attach $ts ***"
