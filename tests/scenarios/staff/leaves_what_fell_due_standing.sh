#!/bin/sh
# Whose call on a repair counts (clause 4.4) goes by what was on record of the caller when the call was
# recorded: a role that is told afterwards, as of before, undoes no breach; from its recording on it holds.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_finished_repair
called=$bx
a_finished_repair
later=$bx
clock '2026-11-25 09:00:00'
accepts as chen callback log "$called" --method phone --satisfied yes --note '满意' --as-happened '管理员不在'
no_breach repair.callback-made "$called" '2026-11-27 09:00:00'
breach repair.callback-made 4.4 "$called" '2026-11-27 09:00:01' '2026-11-27 09:00:00'

# He was a steward by then, one learns on Saturday.
clock '2026-11-28 09:00:00'
exits 0 huiyin staff change chen --role steward --at '2026-11-24 08:00:00' --late-reason '调岗补登'
breach repair.callback-made 4.4 "$called" '2026-11-28 09:00:00' '2026-11-27 09:00:00'
breach repair.callback-by-steward 4.4 "$called" '2026-11-28 09:00:00' '2026-11-25 09:00:00'
# What is recorded from then on goes by it, of Tuesday too.
accepts as chen callback log "$later" --method phone --satisfied yes --note '满意' --at '2026-11-26 09:00:00' --late-reason '补登'
no_breach repair.callback-made "$later" '2026-11-30 09:00:00'
no_breach repair.callback-by-steward "$later" '2026-11-30 09:00:00'

# Nor does it make one of a call that was a steward's when it was recorded.
clock '2026-11-28 10:00:00'
a_finished_repair
accepts as sun callback log "$bx" --method phone --satisfied yes --note '满意' --at '2026-11-28 10:00:00' --as-happened '业主赶时间'
clock '2026-11-28 11:00:00'
exits 0 huiyin staff change sun --role clerk --at '2026-11-28 09:30:00'
no_breach repair.callback-made "$bx" '2026-12-05 09:00:00'

# Whoever stands in for a steward calls as one, to the second, as far as it was on record.
clock '2026-11-30 09:00:00'
exits 0 huiyin staff change sun --role steward
exits 0 huiyin staff away sun --from '2026-11-30 09:00:00' --to '2026-11-30 10:00:00' --acting li
a_finished_repair
stood=$bx
a_finished_repair
accepts as li callback log "$stood" --method phone --satisfied yes --note '满意' --at '2026-11-30 09:00:00' --as-happened '业主赶时间'
clock '2026-11-30 10:00:00'
accepts as li callback log "$bx" --method phone --satisfied yes --note '满意' --as-happened '业主赶时间'
no_breach repair.callback-made "$stood" '2026-12-05 09:00:00'
breach repair.callback-made 4.4 "$bx" '2026-12-05 09:00:00' '2026-12-03 09:00:00'
