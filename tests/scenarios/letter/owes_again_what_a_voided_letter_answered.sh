#!/bin/sh
# A voided open letter answers nothing any more: the callbacks it stood for are owed as they were, of a
# closed complaint too, and no figure counts it (clauses 3.3.4, 3.4.1).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.made
clock '2026-11-24 09:00:00'
a_settled_complaint
open=$ts
a_settled_complaint
closed=$ts
clock '2026-11-25 09:00:00'
accepts publishes "$open,$closed"
gx=$no
accepts as ma complaint close "$closed" --unsatisfied --reason '要求违规' --outcome '无法满足'
# on_letters SHARES HANDLED: the week so far
on_letters() {
    exits 0 as chen report period --from '2026-11-23' --to '2026-11-30' --json
    json ".callbacks.by_method.\"open-letter\" == $1 and .callbacks.done == $1"
    rate .callbacks.handled "$2" 2
}
clock '2026-11-27 09:00:01'
no_breach "$rule" "$open" '2026-11-27 09:00:01'
shows '.due == []' as sun callback due
on_letters 2 2
accepts as ma void "$gx" --reason '发错楼栋'
for ts in "$open" "$closed"; do
    breach "$rule" 3.4.1 "$ts" '2026-11-27 09:00:01' '2026-11-27 09:00:00'
    no_breach "$rule" "$ts" '2026-11-27 09:00:00'
    exits 0 as sun callback due --json
    prints "$ts"
done
on_letters 0 0
# The number and the record stay.
exits 0 huiyin letter show "$gx" --json
