#!/bin/sh
# A repair ends with an outcome, and with work that is done or called off (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=matter.outcome
closing() { as chen repair close "$bx" --outcome '已处理' "$@"; }

a_repair
refuses "$rule" 3.3.1 closing
an_order
refuses "$rule" 3.3.1 closing
arrives
refuses "$rule" 3.3.1 closing
starts
refuses "$rule" 3.3.1 closing
defers parts '2026-11-24 16:00:00'
refuses "$rule" 3.3.1 closing
refuses "$rule" 3.3.1 as ma repair close "$bx" --outcome '已处理'
finishes
refuses "$rule" 3.3.1 as chen repair close "$bx"
accepts closing
shows '.state == "closed" and .outcome == "已处理" and .closed_at == "2026-11-24T09:00:00+08:00"' \
    as chen repair show "$bx"
refuses record.closed 1.6 closing

# One of two called off, and both.
a_repair
an_order
accepts as chen order cancel "$pg" --reason '派错了人'
an_order
refuses "$rule" 3.3.1 closing
accepts as chen order cancel "$pg" --reason '业主自行修好'
accepts closing
# One called off, the other done.
a_repair
an_order
accepts as chen order cancel "$pg" --reason '派错了人'
an_order
arrives
starts
finishes
accepts closing

# A second before it was called off nothing was done yet; in that second it may be closed.
a_repair
an_order
clock '2026-11-24 10:00:00'
accepts as chen order cancel "$pg" --reason '业主自行修好'
exits 4 closing --at '2026-11-24 09:59:59' --json
json "any(.findings[]; .rule == \"$rule\")"
accepts closing --at '2026-11-24 10:00:00'
