#!/bin/sh
# When and by whom one's copy of an open letter was handed over is corrected as of the step that it is, and so an
# export tells it; that it was no letter but a visit or a call is nobody's to say (3.3.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
settled
first=$ts
a_complaint --unit 3-503
settled
clock '2026-11-23 12:00:00'
accepts publishes "$first,$ts"
clock '2026-11-23 12:00:00'
share=$(huiyin --as chen complaint show "$first" --json | jq '[.steps[] | select(.what == "callback")][0].seq')
for way in phone visit letter; do
    rejects 2 as ma amend "$first" --step "$share" --method "$way" --reason '其实打了电话'
done
tells GX-
rejects 2 as ma amend HF-2026-0001 --step-at '2026-11-23 11:00' --reason '早已送到'
accepts as ma amend "$first" --step "$share" --step-at '2026-11-23 11:00:00' --step-by li --reason '早已送到'
accepts as ma amend "$first" --step "$share" --text '送到门卫' --reason '补字'
# A callback of its own is corrected by its own number.
accepts as chen callback log "$ts" --method phone --satisfied yes
accepts as ma amend "$no" --method visit --signed-by 王丽 --reason '写错方式'
asked=$HUIYIN_DB
told() {
    huiyin --db "$@" --json | jq 'walk(if type == "object" then del(.entry, .seq, .journal, .as_of) else . end)'
}
exits 0 as tao export "$scratch/export" --with-personal-data
HUIYIN_DB="$scratch/second.db"
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
exits 0 huiyin batch --replay "$scratch/export/commands.jsonl"
exits 0 huiyin audit verify
for question in 'check --all' 'callback list' "why $first" "why $ts" "complaint show $first" "complaint show $ts" \
    "audit history $first --changes" "audit history $ts --changes" 'report period --from 2026-11-23 --to 2026-11-29'; do
    # Several words each.
    # shellcheck disable=SC2086
    same "$question" "$(told "$asked" $question)" "$(told "$HUIYIN_DB" $question)"
done
shows '.[0].changes | map(.field) == ["at", "by"]' as ma audit history "$first" --changes
