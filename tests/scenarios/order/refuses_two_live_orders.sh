#!/bin/sh
# One repair, one live order (clause 4.1): the next is given out when the last was cancelled or done.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.one-live
another() { as chen order dispatch "$bx" --to wu "$@"; }

a_repair
an_order
refuses "$rule" 4.1 another
refuses "$rule" 4.1 another --as-happened '已口头派出' --witness '李雷'
accepts as chen order cancel "$pg" --reason '改派时间'
accepts another
pg=$no
clock '2026-11-24 09:10:00'
arrives
refuses "$rule" 4.1 another
starts
refuses "$rule" 4.1 another
defers parts '2026-11-24 16:00:00'
refuses "$rule" 4.1 another
finishes
signs
hands_in
accepts another
shows '.orders | map(.state) == ["cancelled", "returned", "dispatched"]' as chen repair show "$bx"

# Two go together on one order.
a_repair
an_order --with sun
refuses "$rule" 4.1 another
