#!/bin/sh
# Where residents are affected the head comforts and explains before it is closed; that no other
# department was told is pointed out (clauses 7.2, 7.4).
. "$(dirname "$0")/../lib.sh"
office
rule=event.comforted
clock '2026-11-24 09:00:00'
closes() { as ma event close "$zd" --outcome '已妥善处理' "$@"; }
comforts() { as tao event comfort "$zd" --text '已逐户说明'; }
for category in 4 5 6; do
    an_event "$category"
    refuses "$rule" 7.4 closes
    accepts comforts
    accepts closes --json
    told event.departments-told notice
    finding notice event.departments-told 7.2 "$zd" '2027-11-24 09:00:00' '2026-11-24 09:00:00'
done
for category in 1 2 3 7; do
    an_event "$category"
    accepts as ma event notify "$zd" --department '保卫处' --text '请协助'
    accepts closes
    no_finding event.departments-told "$zd" '2027-11-24 09:00:00'
done
an_event 6 --residents no
accepts closes
an_event 1 --residents yes --petition '业主到教育局上访'
refuses "$rule" 7.4 closes
shows '.residents and .petition == "业主到教育局上访"' huiyin event show "$zd"
for who in chen ma sun; do denies as "$who" event comfort "$zd" --text '已说明'; done
denies as chen event close "$zd" --outcome '已处理'
refuses speech.taboo-phrase 2.2.1 as tao event comfort "$zd" --text '这不归我管'
accepts comforts
refuses matter.outcome 3.3.1 as ma event close "$zd"
rejects 2 as ma event close "$zd" --outcome '已处理' --by tao
accepts closes
shows '.state == "closed" and (.steps | map(.what)) == ["add", "comfort", "close"]' huiyin event show "$zd"
