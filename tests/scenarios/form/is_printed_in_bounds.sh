#!/bin/sh
# Empty forms are printed by the hundred, not by the million.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 as chen form blank duty-log --count 1000 --out "$scratch/forms.txt"
rejects 2 as chen form blank duty-log --count 1001
tells 1000
rejects 2 as chen form blank duty-log --count 999999999
# Each kind by its Chinese name, too.
exits 0 as chen form blank 派工单 --count 1
exits 0 as chen 表单 空白 投诉登记表 --份数 1
rejects 2 as chen form blank 请假条
tells '投诉登记表、'
