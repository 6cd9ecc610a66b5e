#!/bin/sh
# Difficult, or a part missing: solved within 48 h of the request (clause 6.3).
. "$(dirname "$0")/../lib.sh"
office
rule=order.solved-in-time
clause='6.3, 6.4'
clock '2026-11-24 09:00:00'
for _ in 1 2 3 4; do
    a_repair
    an_order
done
# put_off PG FAULT
put_off() {
    pg=$1
    arrives
    starts
    defers "$2" '2026-11-26 08:00:00'
}
clock '2026-11-24 09:15:00'
put_off pg-1 difficult
put_off pg-2 difficult
put_off pg-3 parts
put_off pg-4 parts
# The request starts the clock, not the arrival and not the putting off.
for bx in BX-2026-0001 BX-2026-0003; do
    no_breach "$rule" "$bx" '2026-11-26 09:00:00'
    breach "$rule" "$clause" "$bx" '2026-11-26 09:00:01' '2026-11-26 09:00:00'
done
clock '2026-11-26 09:00:00'
pg=PG-2026-0001
finishes
pg=PG-2026-0003
arrives
starts
finishes
clock '2026-11-26 09:00:01'
pg=PG-2026-0002
finishes
pg=PG-2026-0004
finishes
no_breach "$rule" BX-2026-0001 '2026-12-30 09:00:00'
no_breach "$rule" BX-2026-0003 '2026-12-30 09:00:00'
breach "$rule" "$clause" BX-2026-0002 '2026-12-30 09:00:00' '2026-11-26 09:00:00'
breach "$rule" "$clause" BX-2026-0004 '2026-12-30 09:00:00' '2026-11-26 09:00:00'

# What was never put off is judged by 6.2 alone.
a_finished_repair
no_finding "$rule" "$bx" '2026-12-30 09:00:00'
