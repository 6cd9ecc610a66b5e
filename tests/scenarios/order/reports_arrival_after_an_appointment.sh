#!/bin/sh
# Where a time was agreed with the resident the 15 min run from it (clause 6.1), unless the office
# counts from the request all the same.
. "$(dirname "$0")/../lib.sh"
office
rule=order.arrived-in-time

clock '2026-11-24 09:00:00'
for _ in 1 2 3; do
    a_repair --appointment '2026-11-25 14:00:00'
    an_order
done
no_breach "$rule" BX-2026-0001 '2026-11-25 14:15:00'
breach "$rule" 6.1 BX-2026-0001 '2026-11-25 14:15:01' '2026-11-25 14:15:00'
clock '2026-11-25 13:50:00'
accepts as wu order arrive pg-1
no_breach "$rule" BX-2026-0001 '2026-11-30 09:00:00'
clock '2026-11-25 14:15:00'
accepts as wu order arrive pg-2
no_breach "$rule" BX-2026-0002 '2026-11-30 09:00:00'
clock '2026-11-25 14:15:01'
accepts as wu order arrive pg-3
breach "$rule" 6.1 BX-2026-0003 '2026-11-30 09:00:00' '2026-11-25 14:15:00'

exits 0 huiyin policy set repair.appointment_counts no --reason '从严'
clock '2026-11-26 09:00:00'
a_repair --appointment '2026-11-26 14:00:00'
no_breach "$rule" "$bx" '2026-11-26 09:15:00'
breach "$rule" 6.1 "$bx" '2026-11-26 09:15:01' '2026-11-26 09:15:00'

# The limit is the one in force when it starts to run: at the time agreed on.
clock '2026-11-27 08:00:00'
exits 0 huiyin policy set repair.appointment_counts yes --reason '试行'
a_repair --appointment '2026-11-27 14:00:00'
after=$bx
a_repair --appointment '2026-11-27 13:59:59'
before=$bx
exits 0 huiyin policy set order.arrive_within 10min --from '2026-11-27 14:00:00' --reason '从严'
no_breach "$rule" "$after" '2026-11-27 14:10:00'
breach "$rule" 6.1 "$after" '2026-11-27 14:10:01' '2026-11-27 14:10:00'
no_breach "$rule" "$before" '2026-11-27 14:14:59'
breach "$rule" 6.1 "$before" '2026-11-27 14:15:00' '2026-11-27 14:14:59'
