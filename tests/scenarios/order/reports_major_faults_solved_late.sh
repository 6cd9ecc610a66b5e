#!/bin/sh
# A major fault is solved within 72 h of the request (clause 6.4), across a year's end too.
. "$(dirname "$0")/../lib.sh"
office
rule=order.solved-in-time
clause='6.3, 6.4'
clock '2026-12-30 09:00:00'
for _ in 1 2; do
    a_repair
    an_order
    arrives
    starts
    defers major '2027-01-02 08:00:00'
done
no_breach "$rule" BX-2026-0001 '2027-01-02 09:00:00'
breach "$rule" "$clause" BX-2026-0001 '2027-01-02 09:00:01' '2027-01-02 09:00:00'
clock '2027-01-02 09:00:00'
pg=PG-2026-0001
finishes
no_breach "$rule" BX-2026-0001 '2027-01-31 09:00:00'
clock '2027-01-02 09:00:01'
pg=PG-2026-0002
finishes
breach "$rule" "$clause" BX-2026-0002 '2027-01-31 09:00:00' '2027-01-02 09:00:00'
