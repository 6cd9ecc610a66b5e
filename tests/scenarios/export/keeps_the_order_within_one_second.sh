#!/bin/sh
# What a batch or several commands did within one second is recorded anew from an export in its order: one field
# corrected more than once, somebody who leaves, comes back and changes, an area retired and added again (1.6).
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin staff add qi --name 齐 --role technician --superior ma
exits 0 huiyin staff add bo --name 博 --role steward --superior ma
exits 0 huiyin area add 锅炉房
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 10:00:00'
cat >"$scratch/lines" <<'LINES'
--as ma amend ts-1 --phone 13800008001 --reason 核对
--as ma amend ts-1 --phone 13800008002 --reason 核对
--as ma amend ts-1 --via 微信 --reason 核对
--as ma amend ts-1 --unit 3-502 --reason 核对
--as ma amend ts-1 --phone 无 --reason 核对
--as ma amend ts-1 --phone 13800008003 --reason 核对
assign ts-1 --to li --reason 调班 --as chen
staff leave qi
--as chen complaint add --channel letter --text 楼道灯不亮
staff return qi --role steward --superior mei
--as qi callback log ts-1 --method phone --satisfied yes --note 问 --at '2026-11-23 09:00'
--as qi complaint investigate ts-1 --findings 属实
staff change qi --role clerk
staff leave qi
staff change bo --superior mei
area retire 锅炉房
area add 锅炉房
area retire 锅炉房
policy set complaint.reply_within 20h --reason 试行
policy set complaint.reply_within 22h --reason 再试
plan add 停电 --text 先报修
plan revise 停电 --text 再通知
--as li plan acknowledge 停电
--as li rules acknowledge
LINES
run huiyin batch "$scratch/lines" --on-error skip
exits 0 huiyin staff leave bo
exits 0 huiyin staff return bo --role technician --superior ma
exits 0 huiyin staff change bo --role steward
exits 0 huiyin staff leave bo
exits 0 huiyin area add 锅炉房
exits 0 huiyin area retire 锅炉房
exits 0 huiyin area add 锅炉房
exits 0 as ma amend "$ts" --via 市长热线 --reason 核对
exits 0 as ma amend "$ts" --via 电话 --reason 核对

again() {
    exits 0 as tao export "$scratch/$1" --with-personal-data
    clock '2026-12-30 09:00:00'
    HUIYIN_DB="$scratch/$1.db"
    exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
    exits 0 huiyin batch --replay "$scratch/$1/commands.jsonl"
    exits 0 huiyin audit verify
}
told() {
    huiyin --db "$@" --json | jq 'walk(if type == "object" then del(.entry, .journal, .as_of) else . end)'
}
alike() {
    for question in 'check --all' 'staff list' 'area list' 'policy list' 'plan list' 'why ts-1' 'complaint show ts-1' \
        'complaint show ts-2' 'staff show qi' 'staff show bo'; do
        # Several words each.
        # shellcheck disable=SC2086
        same "$question" "$(told "$first" $question)" "$(told "$HUIYIN_DB" $question)"
    done
}
first=$HUIYIN_DB
again second
alike
# And once more, from a store that has all of it in one entry.
again third
alike
