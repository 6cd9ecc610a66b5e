#!/bin/sh
# The steps of an order happened one after the other, in the same second at the earliest (clauses 1.6,
# 4.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 12:00:00'
rule=record.in-order

a_repair --at '2026-11-24 09:00:00'
an_order --at '2026-11-24 09:04:00'
refuses_each "$rule" as wu order arrive "$pg" --at '2026-11-24 09:03:59'
arrives --at '2026-11-24 09:04:00'
refuses_each "$rule" as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' \
    --at '2026-11-24 09:03:59'
starts --at '2026-11-24 09:04:00'
refuses_each "$rule" as wu order finish "$pg" --result '已更换' --at '2026-11-24 09:03:59'
finishes --at '2026-11-24 09:30:00'
refuses_each "$rule" as wu order sign "$pg" --by-resident '张伟' --at '2026-11-24 09:29:59'
signs --at '2026-11-24 09:30:00'
