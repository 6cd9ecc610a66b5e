#!/bin/sh
# A contact that is taken off and comes back counts from when there was one first: no deadline is gained by it,
# and meanwhile nobody could be reached (clauses 3.3.6, 2.2.4, 4.4).
. "$(dirname "$0")/../lib.sh"
office
reply=complaint.replied-in-time
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
gap=$ts
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to chen
both=$ts
an_anonymous_complaint
accepts as chen complaint assign "$ts" --to chen
later=$ts
a_finished_repair

clock '2026-11-23 10:00:00'
accepts as ma amend "$gap" --phone 无 --reason '号码不通'
accepts as ma amend "$both" --phone 无 --reason '号码不通'
accepts as ma amend "$both" --unit 无 --reason '不是这一户'
accepts as ma amend "$bx" --phone 无 --reason '号码不通'
accepts as chen amend "$later" --phone 13900009000 --reason '来电补报'
clock '2026-11-23 20:00:00'
exits 0 as ma amend "$later" --phone 无 --reason '号码不通' --json
told complaint.unreachable notice
# A day after they were received, not after it came back.
clock '2026-11-24 08:00:00'
accepts as chen amend "$gap" --phone 13800008001 --reason '核对'
accepts as chen amend "$both" --unit 3-520 --reason '核对'
accepts as chen amend "$bx" --phone 13800008001 --reason '核对'
for each in "$gap" "$both"; do
    shows '.reachable' huiyin complaint show "$each"
    exits 0 huiyin why "$each" --json
    deadline "$reply" '2026-11-23 09:00:00' '2026-11-24 09:00:00' any 0
    no_breach "$reply" "$each" '2026-11-24 09:00:00'
    breach "$reply" 2.2.4 "$each" '2026-11-24 09:00:01' '2026-11-24 09:00:00'
    # While it was off, to the second.
    no_finding complaint.unreachable "$each" '2026-11-23 09:59:59'
    notice complaint.unreachable 3.3.6 "$each" '2026-11-23 10:00:00'
    notice complaint.unreachable 3.3.6 "$each" '2026-11-24 07:59:59'
    no_finding complaint.unreachable "$each" '2026-11-24 08:00:00'
done
no_breach repair.callback-made "$bx" '2026-11-26 09:00:00'
breach repair.callback-made 4.4 "$bx" '2026-11-26 09:00:01' '2026-11-26 09:00:00'
# First there an hour after it was received; it comes back a second after that day was over.
no_breach "$reply" "$later" '2026-11-24 10:00:01'
clock '2026-11-24 10:00:01'
accepts as chen amend "$later" --unit 3-502 --reason '核对'
breach "$reply" 2.2.4 "$later" '2026-11-24 10:00:01' '2026-11-24 10:00:00'
no_breach "$reply" "$later" '2026-11-24 10:00:00'

# Typed late, said to have been answered before it was over.
accepts as chen complaint investigate "$gap" --findings '属实' --at '2026-11-24 08:30:00'
accepts as chen complaint opinion "$gap" --text '当日处理' --at '2026-11-24 08:40:00'
accepts as chen complaint reply "$gap" --text '已处理' --method phone --at '2026-11-24 09:00:00'
no_breach "$reply" "$gap" '2026-12-31 09:00:00'
