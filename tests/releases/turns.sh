#!/bin/sh
# One turn at a store that Debian 12 and 13 write by turns: sh tests/releases/turns.sh TURN STORE
#
# How the store here was made: turns 1 and 3 by the program as built on Debian 12, 2 and 4 as built on 13, each
# on its own release, the file carried from one to the other; then, on either,
#
#     HUIYIN=… sh tests/releases/turns.sh keep STORE
words=$(dirname "$0")/../scenarios
. "$words/lib.sh"
turn=${1:?which turn} store=${2:?which store}
folder=$(cd "$(dirname "$0")" && pwd)
case $store in /*) ;; *) store=$PWD/$store ;; esac
export HUIYIN_DB="$store"

# What words may trip over in two Unicodes: wide, combined, in one cell, beyond the first plane, and a name
# (U+2EBF0) that only the later one knows as a letter.
strange='宽Ｗide é 👋🏽 𠮷野家 ㎡ ½ 张𮯰'

opens() {
    clock '2026-11-16 08:00:00'
    opens_office
    hires tao 陶建国 head
    hires ma 马丽 manager tao
    hires chen 陈静 clerk ma
    hires sun 孙红 steward ma
    hires wu 吴刚 technician ma
    accepts huiyin policy set complaint.reply_within 20h --reason 试行
    accepts as ma area add 水泵房
    accepts as ma plan add 火灾 --text 先报警
    accepts as wu duty start
}

# a_day DAY: of everything some
a_day() {
    clock "2026-11-$1 09:00:00"
    accepts as chen complaint add --channel phone --phone 13800008000 --unit "3-5$1" --text "$strange,第 $1 日"
    ts=$no
    accepts as chen complaint add --channel letter --text 楼道堆放杂物
    accepts as chen complaint assign "$ts" --to chen
    settled
    accepts visit_back partly
    accepts visit_back yes
    a_repair --unit "2-1$1"
    an_order
    clock "2026-11-$1 09:10:00"
    arrives
    starts
    finishes
    signs
    hands_in
    accepts check_back phone yes
    accepts as chen suggestion add --kind suggestion --channel phone --phone "1390000$1$1" --text 路灯早一点亮
    exits 0 as chen complaint escalate "$ts" --to ma --reason 再议 --dry-run
    adds_an_entry 0 as chen note "$ts" --text "已转告 $strange"
    adds_an_entry 0 as wu duty log "巡视正常 $strange"
    printf '%s' "$strange" >"$scratch/sheet.txt"
    adds_an_entry 0 as chen attach "$ts" "$scratch/sheet.txt"
    accepts as chen amend "$ts" --unit "3-6$1" --reason 听错
}

case $turn in
    1)
        opens
        a_day 16
        ;;
    2) a_day 17 ;;
    3)
        a_day 18
        exits 0 as ma redact ts-1 --field text --text 已删 --reason 写错地方
        exits 0 huiyin resident erase --phone 13900001616 --reason 本人要求
        ;;
    4)
        a_day 19
        clock '2026-11-23 09:00:00'
        exits 0 as ma report weekly --week 2026-W47
        ;;
    keep)
        clock '2026-11-24 09:00:00'
        exits 0 huiyin audit verify
        exits 0 huiyin audit head --json --out "$folder/by-turns.head.json"
        exits 0 as ma report period --from 2026-11-16 --to 2026-11-22 --json
        printf '%s\n' "$out" | jq 'del(.. | nulls) | {complaints, callbacks, repairs, suggestions, duty, breaches}' \
            >"$folder/by-turns.figures.json"
        gzip -9 -n -c "$HUIYIN_DB" >"$folder/by-turns.db.gz"
        exit
        ;;
esac
exits 0 huiyin audit verify
