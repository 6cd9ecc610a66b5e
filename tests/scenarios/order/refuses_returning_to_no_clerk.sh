#!/bin/sh
# The signed order goes to a clerk (clause 4.3), and to nobody else.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.returned-to-clerk

a_finished_repair
signs
for other in wu sun ma tao zhou; do
    refuses "$rule" 4.3 as chen order return "$pg" --to "$other"
done
refuses "$rule" 4.3 as chen order return "$pg" --to sun --as-happened '已放在前台'
# Whoever types it, a clerk takes it.
accepts as sun order return "$pg" --to li
