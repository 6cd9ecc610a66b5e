#!/bin/sh
# An urgent event is with a head within ten minutes for each level between (clause 7.3).
. "$(dirname "$0")/../lib.sh"
office
rule=event.reached-head
clock '2026-11-29 23:50:00'
for _ in 1 2 3; do an_event 5; done
no_breach "$rule" ZD-2026-0001 '2026-11-30 00:10:00'
breach "$rule" 7.3 ZD-2026-0001 '2026-11-30 00:10:01' '2026-11-30 00:10:00'
passes_on() { as ma event relay "$1" --to tao --form phone; }
clock '2026-11-30 00:10:00'
accepts passes_on zd-1
clock '2026-11-30 00:10:01'
accepts passes_on zd-2
no_breach "$rule" ZD-2026-0001 '2027-11-30 00:10:00'
breach "$rule" 7.3 ZD-2026-0002 '2027-11-30 00:10:00' '2026-11-30 00:10:00'
breach "$rule" 7.3 ZD-2026-0003 '2027-11-30 00:10:00'
# From a manager there is one level, and who acts for the head is as good as the head.
exits 0 huiyin staff away tao --from '2026-12-01 00:00:00' --to '2026-12-02 00:00:00' --acting mei
clock '2026-12-01 09:00:00'
accepts as ma event report --category 5 --form phone --to mei --text '有人扬言行凶'
no_breach "$rule" "$no" '2027-11-30 00:10:00'
no_breach event.level-by-level "$no" '2027-11-30 00:10:00'
accepts as ma event report --category 5 --form phone --to chen --text '有人扬言行凶'
no_breach "$rule" "$no" '2026-12-01 09:10:00'
breach "$rule" 7.3 "$no" '2026-12-01 09:10:01' '2026-12-01 09:10:00'
