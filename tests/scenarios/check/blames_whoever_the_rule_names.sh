#!/bin/sh
# Each rule says whose breach it is: findings carry it, and nobody explains their own (clauses 2.2.3, 7.2,
# 7.4, 6.1, 5.4). A message's is its sender's, a reception's whoever received, a closing's whoever closed.
. "$(dirname "$0")/../lib.sh"
office
explains() { huiyin --as "$1" check explain "$2" "$3" --reason '当日停电'; }
# blames LOGIN|null RULE SUBJECT
blames() {
    exits 4 huiyin check --all --json
    json ".findings | any(.rule == \"$2\" and .subject == \"$3\" and .blamed == $1)"
}

# Past her superior: not the one who was told is to blame, nor who holds it, but she.
clock '2026-11-24 09:00:00'
accepts as ma event report --category 7 --form phone --to mei --text '停水'
blames '"ma"' event.level-by-level "$no"
denies explains ma event.level-by-level "$no"
accepts explains mei event.level-by-level "$no"

# The clerk who received a visitor, whoever has the complaint now: the head may explain that.
accepts as chen complaint add --channel visit --phone 13800008000 --unit 3-502 --text '吵' --courtesy seat \
    --courtesy-missed '人多'
ts=$no
accepts as chen complaint assign "$ts" --to tao
blames '"chen"' complaint.courtesy-missed "$ts"
accepts explains tao complaint.courtesy-missed "$ts"
# Received by a manager, it is hers though a clerk holds it.
accepts as mei complaint add --channel visit --phone 13800008000 --text '吵' --courtesy seat --courtesy-missed '人多'
accepts as chen complaint assign "$no" --to chen
denies explains mei complaint.courtesy-missed "$no"

# Who held it in the second it fell due, not who holds it since; where nobody did, who registered it.
a_complaint
accepts as chen complaint assign "$ts" --to ma
held=$ts
a_complaint
clock '2026-11-24 11:00:00'
accepts as chen complaint assign "$held" --to mei --reason '分工'
clock '2026-11-24 11:00:01'
blames '"mei"' complaint.investigated-in-time "$held"
blames '"chen"' complaint.investigated-in-time "$ts"
a_complaint --at '2026-11-24 09:00:00'
accepts as chen complaint assign "$ts" --to ma --at '2026-11-24 09:01:00'
accepts as chen complaint assign "$ts" --to mei --reason '分工' --at '2026-11-24 11:00:01'
blames '"ma"' complaint.investigated-in-time "$ts"
# Typed out of order: that it was handed on before is told later.
a_complaint --at '2026-11-24 09:00:00'
accepts as chen complaint assign "$ts" --to ma --at '2026-11-24 09:01:00'
blames '"ma"' complaint.investigated-in-time "$ts"
accepts as chen complaint assign "$ts" --to mei --reason '分工' --at '2026-11-24 10:00:00'
blames '"mei"' complaint.investigated-in-time "$ts"

# Who closed, whoever had it.
ts=$held
settled
accepts as ma complaint close "$held" --unsatisfied --outcome '已解释' --reason '不接受'
blames '"ma"' complaint.unsatisfied "$held"
denies explains ma complaint.unsatisfied "$held"
accepts explains mei complaint.unsatisfied "$held"

# The technician, for coming late; where none was sent by then, who registered it.
clock '2026-11-25 09:00:00'
accepts as ma repair add --channel phone --category plumbing --unit 3-502 --text '漏水'
bx=$no
an_order
accepts as ma repair add --channel phone --category plumbing --unit 3-503 --text '漏水'
unsent=$no
clock '2026-11-25 09:15:01'
blames '"wu"' order.arrived-in-time "$bx"
blames '"ma"' order.arrived-in-time "$unsent"
accepts explains ma order.arrived-in-time "$bx"
denies explains ma order.arrived-in-time "$unsent"

# The person concerned, of a case; the officer, of a shift and of the gap that follows it; the one who
# was to come, of a post.
accepts as mei conduct record ma --kind sleeping --text '经两人证实'
blames '"ma"' duty.misconduct "$no"
exits 0 as tao duty schedule --who ma --from '2026-11-25 10:30' --to '2026-11-25 20:00' --kind day
takes_post ma --at '2026-11-25 09:10:00'
exits 0 as ma duty log '正常'
exits 0 as ma duty end --at '2026-11-25 09:15:01'
clock '2026-11-25 11:00:00'
blames '"ma"' duty.covered "$zb"
blames '"ma"' duty.missed-post PB-2026-0001
blames '"ma"' duty.rulebook-acknowledged "$zb"
denies explains ma duty.covered "$zb"

# Of a week nobody.
clock '2026-12-02 09:00:00'
blames null report.weekly-filed 2026-W48
