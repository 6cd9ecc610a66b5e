#!/bin/sh
# Whoever quarrelled withdraws from the complaint until it is closed; notes and attachments they may
# still add, and what they did all the same goes on record as it happened (clause 2.2.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=complaint.quarrel-withdrawn
investigates() {
    _who=$1
    shift
    as "$_who" complaint investigate "$ts" --findings '现场查看属实' "$@"
}
a_visit
accepts as chen complaint assign "$ts" --to sun
accepts as sun note "$ts" --text '来访者情绪激动'
clock '2026-11-24 09:10:00'
a_quarrel
clock '2026-11-24 09:20:00'
refuses "$rule" 2.2.6 investigates sun
refuses "$rule" 2.2.6 investigates li --by sun
refuses "$rule" 2.2.6 as sun complaint settle "$ts" --findings '属实' --opinion '停工' --reply '已停工' --method phone
accepts as sun note "$ts" --text '交接材料已移交'
accepts investigates sun --as-happened '值班只剩一人' --json
told "$rule" breach
breach "$rule" 2.2.6 "$ts" '2027-11-24 09:00:00' '2026-11-24 09:20:00'

# What they did before the quarrel stands, and so does what they do once it is closed.
a_visit --at '2026-11-24 08:00:00'
accepts investigates sun --at '2026-11-24 08:30:00'
accepts they_quarrel --stopped-by chen --taken-over-by li
accepts as ma complaint close "$ts" --ended withdrawn --reason '本人撤回' --outcome '撤回'
accepts as sun note "$ts" --text '已撤回'
no_breach "$rule" "$ts" '2027-11-24 09:00:00'
# Another complaint is another matter.
a_visit
accepts investigates sun
