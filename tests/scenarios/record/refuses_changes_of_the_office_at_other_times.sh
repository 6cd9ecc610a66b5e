#!/bin/sh
# What changes no matter is judged by its time as well: staff, key areas, plans and acknowledgements. The future is refused, and more than a day late needs a reason (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
exits 0 as ma area add '水泵房'
exits 0 as ma plan add '火灾' --text '先报警'
clock '2026-12-01 09:00:00'

# each CMD…: whatever the command, its time is judged in the same way
each() {
    refuses record.in-order 1.6 "$@" --at '2026-12-01 09:00:01'
    refuses record.late-reason 1.6 "$@" --at '2026-11-30 08:59:59'
    rejects 4 "$@" --at '2026-11-30 08:59:59' --json
    json ".findings | all(.subject == \"$subject\")"
    accepts "$@" --at '2026-11-30 08:59:59' --late-reason '当时停电'
}
subject=zheng each huiyin staff add zheng --name '郑华' --role clerk --superior ma
subject=zheng each huiyin staff change zheng --department '维修部'
subject=zheng each huiyin staff leave zheng
subject='配电室' each as ma area add '配电室'
subject='配电室' each as ma area retire '配电室'
subject='停水' each as ma plan add '停水' --text '先通知'
subject='停水' each as ma plan revise '停水' --text '先关阀'
subject=chen each as chen plan acknowledge '停水'
subject=chen each as chen rules acknowledge

# The reason is on record with the entry, and nothing was altered by that.
exits 0 huiyin audit show "$(entries_now)"
prints '当时停电'
exits 0 huiyin audit verify

# A day to the second needs none; nor do what begins ahead and what a policy is to hold from.
accepts as sun rules acknowledge --at '2026-11-30 09:00:00'
accepts huiyin policy set assist.within 2h --from '2026-12-24 00:00:00' --reason '试行'
accepts huiyin staff away wu --from '2026-12-02 00:00:00' --to '2026-12-03 00:00:00'

# So an acknowledgement from before a shift cannot be made up after it without saying why.
clock '2026-12-05 08:00:00'
takes_post li
clock '2026-12-08 09:00:00'
breach duty.rulebook-acknowledged 1.1 "$zb" '2026-12-08 09:00:00'
refuses record.late-reason 1.6 as li rules acknowledge --at '2026-12-05 07:59:59'
