#!/bin/sh
# What was typed of a survey or of an event is corrected under the names it was typed by: title, count and
# until, urgent and form; what a limit hangs on by a manager or head.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
accepts as chen survey issue --title '供暖满意度' --count 100 --until '2026-12-01 18:00'
wj=$no
accepts as chen survey return "$wj" --count 40 --satisfied 30 --dissatisfied 10
accepts as chen amend "$wj" --title '供水满意度' --reason '写错题'
denies as chen amend "$wj" --count 90 --reason '多印了'
rejects 2 as ma amend "$wj" --count 39 --reason '多印了'
accepts as ma amend "$wj" --count 40 --reason '多印了'
accepts as ma amend "$wj" --until '2026-12-02 18:00' --reason '写错日子'
shows '.title == "供水满意度" and .count == 40 and .until == "2026-12-02T18:00:00+08:00" and .return_rate.rate == 1' \
    huiyin survey show "$wj"

accepts as chen event report --category 7 --form written --to ma --text '业主聚集'
zd=$no
denies as chen amend "$zd" --urgent yes --reason '漏写'
accepts as ma amend "$zd" --form phone --reason '是电话报的'
shows '.channel == "phone"' huiyin event show "$zd"
accepts as ma amend "$zd" --urgent yes --reason '漏写紧急'
shows '.urgent' huiyin event show "$zd"
accepts as ma amend "$zd" --urgent no --reason '并不紧急'
rejects 2 as ma amend "$wj" --urgent yes --reason x
rejects 2 as ma amend "$zd" --title x --reason x
# All of it is recorded anew from the export.
accepts as ma survey issue --title '保洁满意度' --count 5
exits 0 as tao export "$scratch/export" --with-personal-data
exits 0 huiyin --db "$scratch/other.db" init --office 别的 --timezone "$zone"
exits 0 huiyin --db "$scratch/other.db" batch --replay "$scratch/export/commands.jsonl"
alike() { same "$3" "$(huiyin "$1" show "$2" --json | jq -c 'del(.steps[].entry)')" "$(huiyin --db "$scratch/other.db" "$1" show "$2" --json | jq -c 'del(.steps[].entry)')"; }
alike survey "$wj" 'the survey'
alike event "$zd" 'the event'
