#!/bin/sh
# What was erased or replaced is gone from an export too; that it was there, and who took it out, is told in a
# form that `batch --replay` takes: the same breaches, deadlines, figures and traces, whatever the values decided.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
# Corrected to somebody whom only the correction names, and a number typed and taken off.
a_complaint --from 张伟 --unit 3-502 --via 微信
erased=$ts
accepts as ma amend "$ts" --from 李梅 --phone 13900009000 --reason '另一位'
accepts as ma amend "$ts" --phone 无 --reason '不留电话'
accepts as chen complaint assign "$ts" --to chen
settled
accepts as chen callback log "$ts" --method visit --satisfied no --signed-by 李梅 --note '请找李梅商量'
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by 王丽
accepts as ma amend "$no" --signed-by 李梅 --reason '看错签名'
# Reached by that number alone.
accepts as chen complaint add --channel phone --phone 13700007000 --text '无人应答'
alone=$no
accepts as chen suggestion add --kind opinion --channel phone --phone 13700007000 --text '装灯'
a_repair --from 李梅 --unit 3-502
an_order
clock '2026-11-23 09:10:00'
arrives
starts
echo '签字单' >"$scratch/sheet.txt"
accepts as chen attach "$bx" "$scratch/sheet.txt" --text '照片'
finishes
accepts as wu order sign "$pg" --by-resident 李梅
# A taboo phrase on record, then replaced; the words of a corrected text with it.
accepts as chen complaint reply "$alone" --text '不知道' --method phone --as-happened '当时这样说的'
accepts as chen note "$alone" --text '证件号一'
note=$(huiyin --as chen complaint show "$alone" --json | jq '.steps[-1].seq')
accepts as ma amend "$alone" --step "$note" --text '证件号二' --reason '补字'
clock '2026-11-23 12:00:00'
accepts as ma redact "$alone" --field "$((note - 1)).text" --text '已答复' --reason '不该这样写'
accepts as ma redact "$alone" --field "$note.text" --text '备注' --reason '误写'
accepts huiyin resident erase --unit 3-502 --name 李梅 --reason '本人要求'
accepts huiyin resident erase --phone 13700007000 --reason '本人要求'
clock '2026-11-23 13:00:00'
accepts as chen note "$erased" --text '之后的一件'
exits 0 as ma check explain speech.taboo-phrase "$alone" --reason '已教育'
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --summary '平稳'
accepts as ma redact 2026-W48 --field summary --text '小结' --reason '再改'

told() {
    huiyin --db "$@" --json | jq 'walk(if type == "object" then
        del(.entry, .seq, .journal, .as_of, .digest) else . end)'
}
# again DB: the export of this store, recorded anew in another
again() {
    exits 0 as tao export "$scratch/$1" --with-personal-data
    for gone in 李梅 13700007000 13900009000 证件号; do
        if grep -qF "$gone" "$scratch/$1/commands.jsonl"; then fail "no $gone in the export" 'it is there'; fi
    done
    HUIYIN_DB="$scratch/$1.db"
    exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
    cd "$scratch/$1" || exit 1
    exits 0 huiyin batch --replay commands.jsonl
    exits 0 huiyin audit verify
}
alike() {
    for no in $erased $alone JY-2026-0001 "$bx"; do
        for verb in why 'audit history --changes'; do
            # Several words.
            # shellcheck disable=SC2086
            same "$verb $no" "$(told "$first" $verb "$no" --as ma)" "$(told "$HUIYIN_DB" $verb "$no" --as ma)"
        done
    done
    for no in "$erased" "$alone"; do
        same "show $no" "$(told "$first" complaint show "$no" --as ma)" "$(told "$HUIYIN_DB" complaint show "$no" --as ma)"
    done
    same "show $bx" "$(told "$first" repair show "$bx" --as ma)" "$(told "$HUIYIN_DB" repair show "$bx" --as ma)"
    for question in 'check --all' 'check --all --as-of 2026-11-23T11:00:00+08:00' 'complaint list' 'callback list' \
        'report weekly --week 2026-W48' 'report period --from 2026-11-23 --to 2026-11-29'; do
        # shellcheck disable=SC2086
        same "$question" "$(told "$first" $question)" "$(told "$HUIYIN_DB" $question)"
    done
}
first=$HUIYIN_DB
exits 0 as ma complaint show "$alone" --json
json '.erased | map(.sort) == ["redacted", "redacted", "person"]'
again second
alike
# And once more, from a store in which all of it is one entry.
again third
alike

# Nothing is erased but in a store into which an office is recorded anew.
HUIYIN_DB=$first
jq -c 'select(.erased)' "$scratch/second/commands.jsonl" >"$scratch/erased.jsonl"
rejects 2 huiyin batch --replay "$scratch/erased.jsonl"
HUIYIN_DB="$scratch/fourth.db"
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
jq -c 'if .erased.kind == "person" then .erased.kind = "other" else . end' "$scratch/second/commands.jsonl" >"$scratch/second/other.jsonl"
rejects 2 huiyin batch --replay "$scratch/second/other.jsonl"
jq -c 'if .erased then .erased = "all" else . end' "$scratch/second/commands.jsonl" >"$scratch/second/other.jsonl"
rejects 2 huiyin batch --replay "$scratch/second/other.jsonl"
