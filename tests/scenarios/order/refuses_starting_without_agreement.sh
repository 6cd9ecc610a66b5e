#!/bin/sh
# Nothing is begun before the resident agrees (clause 4.2). Begun all the same, it goes on record as
# it happened, and is a breach.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.sequence
starting() { as wu order start "$pg" --content '更换垫圈' "$@"; }

a_repair
an_order
# Not excused before arrival, agreement or none.
refuses "$rule" 4.2 starting --as-happened '隔着门说好了'
clock '2026-11-24 09:10:00'
arrives
refuses "$rule" 4.2 starting
no_breach "$rule" "$bx" '2026-11-24 09:10:00'
accepts starting --as-happened '水漫出来了,先关阀拆换' --witness '孙红' --json
told "$rule" breach
breach "$rule" 4.2 "$bx" '2026-11-30 09:00:00' '2026-11-24 09:10:00'
finishes
signs

a_repair
an_order
arrives
accepts starting --agreed-by '张伟'
no_finding "$rule" "$bx" '2026-11-30 09:00:00'
