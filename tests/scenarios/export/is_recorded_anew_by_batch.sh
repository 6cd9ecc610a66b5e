#!/bin/sh
# What an export holds as commands, `batch --replay` records again in an empty store, much later: the same
# matters under the same numbers, the same steps by the same people at the same times, recorded when they
# were; the same breaches, explanations and figures.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 huiyin area add '锅炉房'
exits 0 as ma unit add 3号楼502 --residents 3
exits 0 as ma unit add 504 --building 3号楼 --stair 1单元
exits 0 huiyin plan add '停电' --text '先报修
再通知各户'
exits 0 huiyin policy set complaint.reply_within 30h --reason '试行' --from '2026-12-10 00:00'
rosters chen 2026-11-23T08:00:00+08:00 2026-11-24T08:00:00+08:00
accepts as ma duty schedule --who sun --with wu,li --from '2026-11-24 08:00' --to '2026-11-25 08:00' --kind day
takes_post chen --with li,wu
accepts as chen duty patrol '锅炉房' --result fault --note '阀门渗水' --repair plumbing
accepts as chen duty patrol '锅炉房' --result ok
a_complaint --from '张伟' --unit 3-502 --class 2 --category 供热
accepts as chen complaint assign "$ts" --to chen --reason '归我'
clock '2026-11-23 10:30:00'
settled --by sun
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by '张伟' --note '满意
并致谢'
accepts as chen complaint close "$ts" --outcome '已恢复'
a_visit
a_quarrel
cl=$(huiyin conduct list --json | jq -r '.[-1].no')
accepts decides tao
accepts as chen complaint add --channel letter --text '重复的一件'
exits 0 as ma void "$no" --reason '重复' --duplicate-of "$ts"
an_answered_opinion
accepts as chen amend "$jy" --unit 3-505 --reason '写错'
a_repair --unit 3-502 --appointment '2026-11-23 15:00'
an_order --with li
clock '2026-11-23 14:00:00'
arrives
starts --quoted 20
defers parts '2026-11-24 12:00'
echo '签字单' >"$scratch/sheet.txt"
exits 0 as chen attach "$bx" "$scratch/sheet.txt" --text '照片'
clock '2026-11-24 08:00:00'
exits 0 as ma unit retire 3-1-504
exits 0 as ma unit add 3-502 --residents 4
writes_log chen
accepts as chen duty handover --to zhou --with wu,sun --reported-to ma --substitute-for sun --reason '换班' --as-happened '审计临时顶岗'
zb=$no
clock '2026-11-24 11:00:00'
finishes --materials '垫圈 1' --fee 20.05
signs
hands_in
accepts check_back visit yes --signed-by '张伟'
accepts as chen repair close "$bx" --outcome '已修好'
an_event 4 --place '3 号楼' --casualties 0 --residents yes
accepts as ma event relay "$zd" --to tao --form phone
accepts as chen event alarm "$zd" --called 119
accepts as chen survey issue --title '满意度' --count 20
wj=$no
exits 0 as chen survey return "$wj" --count 12 --satisfied 9 --dissatisfied 1
accepts publishes TS-2026-0001
accepts as chen complaint add --channel letter --text '昨日收到' --at '2026-11-23 08:30' --late-reason '忙'
accepts as chen assist add --text '被困电梯' --phone 13800008000
exits 0 huiyin staff leave mei

exits 0 as ma amend TS-2026-0001 --opened-at '2026-11-23 08:50:00' --reason '看错钟'
exits 0 as ma amend HF-2026-0001 --satisfied partly --note '基本满意' --reason '听错'
# The same words, corrected as those of a step of its complaint.
exits 0 as ma amend TS-2026-0001 --step "$(huiyin complaint show TS-2026-0001 --json | jq '[.steps[] | select(.what == "callback")][0].seq')" --text '很满意' --reason '又听错'
a_repair --category service
an_order
clock '2026-11-24 11:30:00'
arrives
accepts as ma repair recategorise "$bx" --category plumbing --reason '其实漏水'
clock '2026-11-30 09:00:00'
exits 0 as ma check explain complaint.replied-in-time TS-2026-0002 --reason '当日停电'
exits 0 as chen report weekly --week 2026-W48 --summary '平稳'

clock '2026-12-02 09:00:00'
denies huiyin export "$scratch/export" --with-personal-data
adds_an_entry 0 as tao export "$scratch/export" --with-personal-data --json
json '.commands > 40'
exits 0 huiyin audit log --json
json '.[-1].command == "huiyin export *** --with-personal-data"'

clock '2026-12-05 09:00:00'
first=$HUIYIN_DB
HUIYIN_DB="$scratch/second.db"
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
cd "$scratch/export" || exit 1
exits 0 huiyin batch --replay commands.jsonl --json
exits 0 huiyin audit verify
second=$HUIYIN_DB

# told DB CMD…: without what cannot be the same
told() {
    huiyin --db "$@" --json | jq 'walk(if type == "object" then
        del(.entry, .journal, .as_of) else . end)'
}
for noun in complaint suggestion assist repair order callback event letter survey conduct; do
    same "$noun list" "$(told "$first" "$noun" list)" "$(told "$second" "$noun" list)"
    for no in $(huiyin --db "$first" "$noun" list --json | jq -r '.[].no'); do
        case $no in PG* | HF*) continue ;; esac
        same "$no" "$(told "$first" "$noun" show "$no" | jq 'del(.findings, .due)')" \
            "$(told "$second" "$noun" show "$no" | jq 'del(.findings, .due)')"
    done
done
for list in 'duty list' 'duty roster --from 2026-11-01' 'staff list' 'policy list' 'area list' 'unit list'; do
    # shellcheck disable=SC2086
    same "$list" "$(told "$first" $list)" "$(told "$second" $list)"
done
for report in 'report daily --day 2026-11-23' 'report period --from 2026-11-23 --to 2026-11-29' \
    'report weekly --week 2026-W48'; do
    # shellcheck disable=SC2086
    same "$report" "$(told "$first" $report)" "$(told "$second" $report)"
done
same check "$(told "$first" check --all)" "$(told "$second" check --all)"
for no in $(huiyin --db "$first" check --json | jq -r '.findings[].subject' | sort -u | grep -v -- -W); do
    same "why $no" "$(told "$first" why "$no")" "$(told "$second" why "$no")"
done

# Only an export, only into an empty store, and only by the administrator.
HUIYIN_DB=$second
rejects 2 huiyin batch --replay commands.jsonl
HUIYIN_DB="$scratch/third.db"
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
rejects 2 huiyin batch commands.jsonl
rejects 2 huiyin batch --replay commands.jsonl --on-error skip
echo '["note", "ts-1", "--text", "旧"]' >"$scratch/old.jsonl"
rejects 2 huiyin batch --replay "$scratch/old.jsonl"
