#!/bin/sh
# Figures are taken before the store is held. If the week is filed by somebody else meanwhile, with something
# that was recorded late, the newer figures stay the newest edition (clause 5.5).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
clock '2026-11-16 09:00:00'
office
a_complaint --category 噪声
clock '2026-11-23 00:05:00'

# One manager's figures are taken, and then it takes three seconds until the store is theirs.
traced -e trace=flock -e inject=flock:delay_enter=3000000
as ma report weekly >"$scratch/printed" 2>"$scratch/first" &
HUIYIN=$untraced
sleep 1.5
a_complaint --category 噪声 --at '2026-11-20 10:00:00' --late-reason '值班时没有登记'
exits 0 as ma report weekly
tells '已归档:2026-W47 第 1 版'
wait
grep -q DELAYED "$scratch/calls" || fail 'a manager who was held up' "$(cat "$scratch/calls")"
grep -q '此前已归档,数字未变' "$scratch/first" || fail 'nothing filed by the first' "$(cat "$scratch/first")"
clock '2026-11-23 00:10:00'
shows '.edition == 1 and .complaints.received == 2' as ma report weekly
