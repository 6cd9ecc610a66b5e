#!/bin/sh
# An office adds categories of its own beside those of the regulation, from a day on (clause 4.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
calls() { as chen repair add --channel phone --phone 13800008000 --text '请来修一下' --category "$@"; }
rejects 2 calls 门禁
tells repair.categories
rejects 2 calls network

exits 0 huiyin policy set repair.categories 门禁,network --reason '本办公室常见报修'
accepts calls 门禁
bx=$no
accepts calls network
rejects 2 calls netwrok
tells network
rejects 2 calls network --at '2026-11-24 08:59:59'
shows '.category == "门禁" and (.urgent | not)' huiyin repair show "$bx"
shows 'length == 1 and .[0].category == "门禁"' huiyin repair list --category 门禁
an_order
arrives
accepts as chen repair recategorise "$bx" --category network --reason '登记有误'
# They are judged as any ordinary fault, and counted by name.
breach order.arrived-in-time 6.1 BX-2026-0002 '2026-11-24 09:15:01' '2026-11-24 09:15:00'
shows '.repairs.by_category.network == 2' as tao report weekly --dry-run --week 2026-W48
# Ours remain.
accepts calls plumbing
