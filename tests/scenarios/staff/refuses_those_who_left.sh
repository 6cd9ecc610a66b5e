#!/bin/sh
# Whoever has left is nobody to assign to, to dispatch, to roster, to start a shift for, or to act --by:
# told with the day they left, from the second they had left by the step's own time (clauses 3.3.1, 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 12:00:00'
exits 0 huiyin staff leave wu --at '2026-11-24 10:00:00'
exits 0 huiyin staff leave li --at '2026-11-24 10:00:00'
a_complaint --at '2026-11-24 09:00:00'
a_suggestion --at '2026-11-24 09:00:00'
a_repair --at '2026-11-24 09:00:00'
gone() {
    rejects 2 "$@"
    tells '2026-11-24'
    tells '离职'
}
gone as chen complaint assign "$ts" --to li
gone as chen assign "$jy" --to li
gone as chen assign "$bx" --to wu
gone as chen order dispatch "$bx" --to wu
gone as chen order dispatch "$bx" --to wu --at '2026-11-24 10:00:00'
gone as chen order dispatch "$bx" --to sun --with wu
gone as ma duty schedule --who li --from '2026-11-25 08:00' --to '2026-11-25 20:00' --kind day
gone as ma duty start --who li
gone as chen complaint investigate "$ts" --findings '属实' --by li
gone as chen complaint escalate "$ts" --to li --reason '请示'
gone as chen complaint convene "$ts" --who sun,li
gone huiyin staff change chen --superior li
gone huiyin staff add he --name 何 --role clerk --superior li
gone huiyin staff away sun --from '2026-11-25 08:00' --to '2026-11-26 08:00' --acting li

# By name as by login: it is told when they left.
gone as chen order dispatch "$bx" --to 吴刚 --at '2026-11-24 10:00:00'

# A second before, they were here; paper is typed later.
accepts as chen order dispatch "$bx" --to wu --at '2026-11-24 09:59:59'
pg=$no
accepts as chen order arrive "$pg" --by wu --at '2026-11-24 09:59:59'
gone as chen order start "$pg" --content '换垫圈' --agreed-by '张伟' --by wu --at '2026-11-24 10:00:00'
accepts as chen complaint assign "$ts" --to li --at '2026-11-24 09:30:00'

# Asked after a replay: the same key with the same words answers as it did.
a_repair
accepts as chen order dispatch "$bx" --to sun --key disp-1
exits 0 huiyin staff leave sun
leaves_no_entry as chen order dispatch "$bx" --to sun --key disp-1
prints "$no"
# A handover is the rule's to refuse.
exits 0 as ma duty start
exits 0 as ma duty log '正常'
refuses duty.handover-parties 1.9 as ma duty handover --to li --reported-to tao --note '无'
# And nothing refuses the report of a major event.
accepts as chen event report --category 7 --form phone --to li --text '停水'
