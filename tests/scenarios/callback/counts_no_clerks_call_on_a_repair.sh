#!/bin/sh
# Recorded as it happened, a clerk's call on a repair is a breach and not the steward's callback, which
# is still owed (clause 4.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_finished_repair
accepts as chen callback log "$bx" --method phone --satisfied yes --as-happened '管理员都不在'
breach repair.callback-by-steward 4.4 "$bx" '2026-11-30 09:00:00' '2026-11-24 10:00:00'
no_breach repair.callback-made "$bx" '2026-11-27 10:00:00'
breach repair.callback-made 4.4 "$bx" '2026-11-27 10:00:01' '2026-11-27 10:00:00'
exits 0 huiyin callback due
prints "$bx"

# An unsigned visit of the steward's is one: what it lacks is the signature.
a_finished_repair
accepts check_back visit yes --as-happened '业主不愿签名'
no_breach repair.callback-made "$bx" '2026-11-30 09:00:00'
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json
rate .repairs.called_back 1 2
