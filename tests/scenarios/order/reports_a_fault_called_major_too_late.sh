#!/bin/sh
# A fault is called major while its 48 h still run, or it was late already (clause 6.4).
. "$(dirname "$0")/../lib.sh"
office
rule=order.solved-in-time
clause='6.3, 6.4'
clock '2026-11-24 09:00:00'
for _ in 1 2; do
    a_repair
    an_order
    arrives
    starts
    defers parts '2026-11-25 09:00:00'
done
called_major() {
    pg=$1
    arrives
    starts
    defers major '2026-11-27 08:00:00'
}
clock '2026-11-26 08:59:59'
called_major pg-1
no_breach "$rule" BX-2026-0001 '2026-11-27 09:00:00'
breach "$rule" "$clause" BX-2026-0001 '2026-11-27 09:00:01' '2026-11-27 09:00:00'
clock '2026-11-26 09:00:01'
called_major pg-2
breach "$rule" "$clause" BX-2026-0002 '2026-11-26 09:00:01' '2026-11-26 09:00:00'
clock '2026-11-27 08:00:00'
pg=PG-2026-0001
finishes
pg=PG-2026-0002
finishes
no_breach "$rule" BX-2026-0001 '2026-12-30 09:00:00'
breach "$rule" "$clause" BX-2026-0002 '2026-12-30 09:00:00' '2026-11-26 09:00:00'
