#!/bin/sh
# A fire at 03:12 on New Year's night with two casualties, from the first call to the closing, as clause 7
# has it: not one breach. And the same fire kept quiet for forty minutes, written to the wrong person:
# each breach, its conduct case and the decision (clauses 7.1 to 7.5).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun
clock '2026-12-31 22:00:00'
takes_post sun
fires() {
    as sun event report --category 6 --casualties 2 --place '三号楼三层' --text '配电间起火' \
        --happened '2027-01-01 03:12' --learned '2027-01-01 03:12' "$@"
}
clock '2027-01-01 03:14:00'
accepts fires --form phone --to ma
zd=$no
same 'its number' ZD-2027-0001 "$zd"
accepts as sun event alarm "$zd" --called '119、120'
clock '2027-01-01 03:20:00'
accepts as ma event relay "$zd" --to tao --form phone
accepts as ma event notify "$zd" --department '学校保卫处' --text '请协助警戒、引导消防车'
clock '2027-01-01 04:30:00'
accepts as sun event supplement "$zd" --form written --to ma --text '火已扑灭,两人轻伤送医' --casualties 2 --loss 30000
refuses event.comforted 7.4 as ma event close "$zd" --outcome '已处置'
clock '2027-01-01 09:00:00'
accepts as tao event comfort "$zd" --text '已逐户说明情况并致歉,安排临时住处'
accepts as ma event close "$zd" --outcome '明火扑灭,伤者出院,线路更换'
check_at '2027-02-01 00:00:00'
json '.findings | all(.subject != "'"$zd"'")'
shows '.state == "closed" and .urgent and .casualties == 2 and .loss == 30000 and .residents
    and .happened == "2027-01-01T03:12:00+08:00"
    and (.steps | map(.what)) == ["add", "alarm", "relay", "notify", "supplement", "comfort", "close"]' \
    huiyin event show "$zd"
exits 0 huiyin why "$zd" --json
deadline event.urgent-in-time '2027-01-01 03:12:00' '2027-01-01 03:22:00' '2027-01-01 03:14:00' 0
deadline event.reached-head '2027-01-01 03:12:00' '2027-01-01 03:32:00' '2027-01-01 03:20:00' 0
deadline event.written '2027-01-01 03:12:00' '2027-01-02 03:12:00' '2027-01-01 04:30:00' 0

# Kept quiet for forty minutes, then written down for a colleague; nothing refuses it.
clock '2027-01-01 03:52:00'
accepts fires --form written --to chen
zd=$no
breaches_of() {
    check_at "$2"
    printf '%s' "$out" | jq -r --arg zd "$1" '.findings[] | select(.subject == $zd and .severity == "breach")
        | "\(.clause) \(.rule) \(.since[0:19])"' | sort
}
same 'its breaches a week later' '7.2, 7.4 event.level-by-level 2027-01-01T03:52:00
7.3 event.reached-head 2027-01-01T03:32:00
7.3 event.urgent-form 2027-01-01T03:52:00
7.3 event.urgent-in-time 2027-01-01T03:22:00
7.5 event.accounted 2027-01-04T03:52:00' "$(breaches_of "$zd" '2027-01-08 00:00:00')"
check_at '2027-01-08 00:00:00'
json '.findings[] | select(.subject == "'"$zd"'" and .rule == "event.urgent-in-time") | .detail.late_for == "1800"'

# Somebody answers for it: a case, and its decision by a superior.
clock '2027-01-02 10:00:00'
accepts as ma conduct record sun --kind concealing --matter "$zd" --text '获知火情四十分钟后才登记'
cl=$no
breach conduct.decided 2.2.9 "$cl" '2027-01-09 10:00:01' '2027-01-09 10:00:00'
clock '2027-01-05 10:00:00'
denies as sun conduct decide "$cl" --decision '批评'
accepts as tao conduct decide "$cl" --decision '记过处分,扣发当月奖金'
same 'what is left to explain' '7.2, 7.4 event.level-by-level 2027-01-01T03:52:00
7.3 event.reached-head 2027-01-01T03:32:00
7.3 event.urgent-form 2027-01-01T03:52:00
7.3 event.urgent-in-time 2027-01-01T03:22:00' "$(breaches_of "$zd" '2027-02-01 00:00:00')"
shows '.state == "closed" and .staff == "sun" and .matter == "'"$zd"'" and .decision == "记过处分,扣发当月奖金"' \
    as tao conduct show "$cl"
clock '2027-01-05 11:00:00'
accepts as tao event comfort "$zd" --text '已向业主说明'
accepts as tao event close "$zd" --outcome '已处置'
for rule in level-by-level urgent-form urgent-in-time reached-head; do
    exits 0 as tao check explain "event.$rule" "$zd" --reason '瞒报,已处分'
done
same 'nothing is left' '' "$(huiyin check --subject "$zd" --as-of '2027-02-01 00:00:00')"
# The week tells of both.
clock '2027-01-06 00:00:00'
shows '.events == {"reported": 2, "urgent": 2, "reported_late": 1}
    and .conduct == {"opened": 1, "decided": 0} and .breaches.by_clause."7.3" == 3' \
    as tao report weekly --week 2026-W53 --dry-run
