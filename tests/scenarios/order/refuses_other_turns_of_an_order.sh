#!/bin/sh
# A cancelled order takes no steps, a finished one is not cancelled, an order that was never started
# is not put off.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
cancelling() { as chen order cancel "$pg" --reason '业主自行修好' "$@"; }
deferring() { as wu order defer "$pg" --fault parts --reason '缺件' --eta '2026-11-24 16:00:00'; }

a_repair
an_order
rejects 4 deferring
accepts cancelling
rejects 4 as wu order arrive "$pg"
rejects 4 cancelling

# Anything before the end may be cancelled.
an_order
arrives
rejects 4 deferring
accepts cancelling
an_order
arrives
starts
accepts cancelling
an_order
arrives
starts
defers parts '2026-11-24 16:00:00'
accepts cancelling
an_order
arrives
starts
finishes
rejects 4 cancelling
signs
rejects 4 cancelling
hands_in
rejects 4 cancelling
rejects 4 as wu order finish "$pg" --result '又修了一次'
rejects 3 as wu order arrive PG-2026-0099
