#!/bin/sh
# No step of an order before the one it needs (clause 4.2), whatever is said to excuse it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.sequence
starting() { as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' "$@"; }
finishing() { as wu order finish "$pg" --result '已更换垫圈' "$@"; }
signing() { as wu order sign "$pg" --by-resident '张伟' "$@"; }
excused() {
    refuses "$rule" 4.2 "$@"
    refuses "$rule" 4.2 "$@" --as-happened '赶时间' --witness '孙红'
}

a_repair
an_order
excused starting
excused finishing
excused signing
clock '2026-11-24 09:10:00'
arrives
excused finishing
excused signing
clock '2026-11-24 09:12:00'
starts
excused signing
clock '2026-11-24 09:40:00'
finishes
signs
