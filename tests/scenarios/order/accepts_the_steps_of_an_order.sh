#!/bin/sh
# Dispatched, arrived, agreed and started, finished, signed, handed in (clauses 4.2, 4.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
state() { shows ".state == \"$1\"" as chen order show "$pg"; }

a_repair
same 'the number of a repair' BX-2026-0001 "$bx"
accepts as chen order dispatch "$bx" --to wu --json
json '.no == "PG-2026-0001"'
pg=PG-2026-0001
state dispatched
clock '2026-11-24 09:10:00'
arrives
state arrived
accepts as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' --quoted 20
state started
clock '2026-11-24 09:40:00'
accepts as wu order finish "$pg" --result '已更换垫圈' --materials '垫圈一只' --fee 20
state finished
# Typed by a clerk, done by the technician.
accepts as chen order sign "$pg" --by-resident '张伟' --form-no 0071 --by wu
state signed
hands_in
state returned
no_finding order.sequence "$bx" '2026-11-24 09:40:00'
no_finding order.signed "$bx" '2026-11-24 09:40:00'
shows '.orders | length == 1 and .[0].no == "PG-2026-0001" and .[0].state == "returned"' \
    as chen repair show "$bx"
shows '.steps | any(.what == "sign" and .by == "wu")' as chen repair show "$bx"

# Put off, come back, done on the second visit.
a_repair
an_order
arrives
starts
defers parts '2026-11-24 16:00:00'
state deferred
clock '2026-11-24 16:00:00'
arrives
state arrived
starts
finishes
state finished
# Or finished without another arrival on record.
a_repair
an_order
arrives
starts
defers difficult '2026-11-24 18:00:00'
finishes
state finished
shows 'map(.state) == ["returned", "finished", "finished"]' as chen order list
