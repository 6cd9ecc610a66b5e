# An office's whole journal, then week after week only what is newer: afterwards headquarters has every row,
# and what was handed in once changes nothing a second time.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins
exits 0 huiyin hq init
exits 0 huiyin hq init
registered 学府苑
registered 学府苑
shows 'length == 1 and .[0].state == "waiting" and .[0].entries == 0' huiyin hq status

clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 漏水 --from 王芳
first=$no
accepts as chen complaint assign "$first" --to chen
accepts as chen repair add --channel phone --category plumbing --unit 3-502 --phone 13800008000 --text 水管
accepts as chen complaint settle "$first" --findings 查过 --opinion 修 --reply 已修 --method phone
# Headquarters hears of a rule that was broken, too.
accepts as chen complaint add --channel visit --courtesy seat --text 无人接待 --courtesy-missed 忙
clock '2026-11-23 10:00:00'
hands_in "$scratch/one"
takes "$scratch/one"
json '.[0].result == "taken" and .[0].from == 0 and .[0].office == "学府苑"'
same_as_office 学府苑
same 'findings' "$(huiyin check --all --json | jq '.findings | length')" \
    "$(psql_says 'SELECT count(*) FROM huiyin.finding')"
# Its receipt is an anchor of its own.
exits 0 huiyin audit verify --anchor "$(receipt)" --public-key "$scratch/hq.pem.pub"
shows '.[0] | .state == "current" and .share == "journal" and .texts_missing == 0 and (.upto | startswith("2026-11-23T10:00"))' \
    huiyin hq status

# Everything that changes rows that were handed in: corrected, void, erased.
clock '2026-11-24 09:00:00'
accepts as ma amend "$first" --unit 3-503 --reason 听错
accepts as chen complaint add --channel letter --text 写错了
accepts as ma void "$no" --reason 登记错误
accepts as ma redact "$first" --field text --text 渗水 --reason 多写
accepts huiyin resident erase --phone 13800008000 --reason 本人要求
accepts huiyin policy set complaint.reply_within 20h --reason 从严
hands_in "$scratch/two" --since-anchor "$(receipt)"
takes "$scratch/two"
json '.[0].result == "taken" and .[0].from > 0'
same_as_office 学府苑

# Nothing new is news as well: up to when, and the findings of then.
clock '2026-11-25 09:00:00'
hands_in "$scratch/three" --since-anchor "$(receipt)"
takes "$scratch/three"
json '.[0].result == "taken" and .[0].from == .[0].to'
shows '.[0].upto | startswith("2026-11-25T09:00")' huiyin hq status

# The office's clock is put back: its bundles are the newer ones all the same, with new entries and without. Those
# from before, made by a later clock, stay what was taken already.
clock '2026-11-26 09:00:00'
takes "$scratch/three"
clock '2020-01-01 09:00:00'
hands_in "$scratch/four" --since-anchor "$(receipt)"
accepts as chen complaint add --channel letter --text 时钟慢了
hands_in "$scratch/five" --since-anchor "$(receipt)"
clock '2026-11-27 09:00:00'
takes "$scratch/four" "$scratch/five"
json 'length == 2 and all(.result == "taken")'
same_as_office 学府苑
clock '2026-11-28 09:00:00'
hands_in "$scratch/six" --since-anchor "$(receipt)"
takes "$scratch/six"

before=$(everything_at_hq)
for _ in 1 2; do
    takes "$scratch/three" "$scratch/six" "$scratch/one" "$scratch/two" "$scratch/five" "$scratch/four"
    json 'length == 6 and all(.result == "already")'
done
same 'all that headquarters has' "$before" "$(everything_at_hq)"
same_as_office 学府苑
clock '2026-12-10 09:00:00'
shows '.[0].state == "late"' huiyin hq status
