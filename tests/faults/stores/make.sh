#!/bin/sh
# How the stores here were made: the program of an older revision (git log -- src/store/schema) keeps an
# office through one week, files the week, and what it printed is kept beside the store.
#
#     HUIYIN=path/to/the/old/huiyin sh tests/faults/stores/make.sh 5
words=$(dirname "$0")/../../scenarios
. "$words/lib.sh"
schema=${1:?which schema}
folder=$(cd "$(dirname "$0")" && pwd)

clock '2026-11-16 08:00:00'
opens_office
hires tao 陶建国 head
hires ma 马丽 manager tao
hires chen 陈静 clerk ma
hires wu 吴刚 technician ma
for day in 16 17 18; do
    clock "2026-11-$day 09:00:00"
    exits 0 as chen complaint add --channel phone --phone 13800008000 --unit "3-5$day" --text 热水时有时无
    exits 0 as chen complaint add --channel letter --text 楼道堆放杂物
done
for no in 1 3 5; do
    exits 0 as chen complaint assign "ts-$no" --to chen
    settled_as() { as chen complaint settle "ts-$no" --findings 属实 --opinion 当日处理 --reply 已处理 --method phone; }
    exits 0 settled_as
done
# What later schemas brought, as far as this program has it. One that knows no callbacks prints noughts
# for them, which are no figures.
figures='{complaints, callbacks, repairs}'
as chen callback log ts-1 --method phone --satisfied yes --note 询问 >"$scratch/maybe" 2>&1 || figures='{complaints}'
as chen repair add --channel phone --category plumbing --phone 13800008001 --text 滴水 >"$scratch/maybe" 2>&1
as chen order dispatch bx-1 --to wu >"$scratch/maybe" 2>&1
as chen suggestion add --kind opinion --channel phone --phone 13800008000 --text 路灯早一点亮 >"$scratch/maybe" 2>&1
as chen duty start >"$scratch/maybe" 2>&1
as chen duty log 巡视正常 >"$scratch/maybe" 2>&1

clock '2026-11-23 09:00:00'
exits 0 as chen report weekly --week 2026-W47 --json
printf '%s\n' "$out" | jq "$figures | del(.. | nulls)" >"$folder/schema-$schema.json"
exits 0 huiyin audit verify
same 'the schema' "$schema" "$(sql 'PRAGMA user_version')"
sql 'VACUUM'
gzip -9 -n -c "$HUIYIN_DB" >"$folder/schema-$schema.db.gz"
