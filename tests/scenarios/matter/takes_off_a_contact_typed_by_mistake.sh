#!/bin/sh
# A phone or home that was typed by mistake is corrected into none: then nobody can be reached, nothing
# more is owed, and what had fallen due by then stands (clauses 3.3.6, 2.2.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
late=$ts
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to chen
both=$ts
a_complaint
accepts as chen complaint assign "$ts" --to chen
# In the last second of a day.
clock '2026-11-24 09:00:00'
accepts as ma amend "$ts" --phone 无 --reason '记错了人'
shows '.reachable | not' huiyin complaint show "$ts"
no_breach complaint.replied-in-time "$ts" '2026-11-30 09:00:00'
notice complaint.unreachable 3.3.6 "$ts" '2026-11-30 09:00:00'
# As of before it was to be reached.
no_finding complaint.unreachable "$ts" '2026-11-24 08:59:59'
# A home is left: it owes still.
accepts as ma amend "$both" --phone 无 --reason '记错了人'
shows '.reachable and .phone == null' huiyin complaint show "$both"
breach complaint.replied-in-time 2.2.4 "$both" '2026-11-24 09:00:01' '2026-11-24 09:00:00'
clock '2026-11-24 09:00:01'
accepts as ma amend "$late" --phone 不详 --reason '记错了人'
breach complaint.replied-in-time 2.2.4 "$late" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
accepts as ma amend "$both" --unit 无 --reason '不是这一户'
breach complaint.replied-in-time 2.2.4 "$both" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
shows '.unit == null' huiyin complaint show "$both"
run huiyin check --all --as-of '2026-11-24 09:00:00' --json
json ".findings | all(.subject != \"$both\" or .unit == \"3-502\")"
# What comes back counts from when there was one first.
clock '2026-11-25 09:00:00'
accepts as chen amend "$ts" --phone 13900009000 --reason '业主来电留了号码'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-25 09:00:00' '2026-11-24 09:00:00'
# Where something is registered, none is left out, as before; a history has both.
exits 0 as ma audit history "$both" --changes --json
json 'any(.[].changes[]; .field == "unit" and .old == "3-502" and .new == null)'

# A name, too.
accepts as chen complaint add --channel phone --phone 13800008009 --from 张三 --text 停水
accepts as chen amend "$no" --from 无 --reason 听错了
shows '.from == null' as chen complaint show "$no" --reveal

# By a manager or a head: limits hang on it. In one command what is added comes first.
clock '2026-11-30 09:00:00'
accepts as chen complaint add --channel phone --unit 3-502 --text 停水
exits 7 as chen amend "$no" --unit 无 --reason 错
exits 7 as chen amend "$no" --unit 无 --phone 13800008010 --reason 错
clock '2026-12-01 08:59:00'
accepts as ma amend "$no" --unit 无 --phone 13800008010 --reason 错
breach complaint.replied-in-time 2.2.4 "$no" '2026-12-01 09:00:01' '2026-12-01 09:00:00'
