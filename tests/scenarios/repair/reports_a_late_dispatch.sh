#!/bin/sh
# Every request becomes an order within 5 min (clause 4.1), across midnight too.
. "$(dirname "$0")/../lib.sh"
office
rule=repair.dispatched-in-time
clock '2026-11-24 01:00:00'

a_repair --at '2026-11-23 23:57:00'
no_breach "$rule" "$bx" '2026-11-24 00:02:00'
breach "$rule" 4.1 "$bx" '2026-11-24 00:02:01' '2026-11-24 00:02:00'
an_order --at '2026-11-24 00:02:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'

a_repair --at '2026-11-23 23:57:00'
an_order --at '2026-11-24 00:02:01'
breach "$rule" 4.1 "$bx" '2026-11-30 09:00:00' '2026-11-24 00:02:00'

# The first order counts, whatever becomes of it.
a_repair --at '2026-11-23 23:57:00'
an_order --at '2026-11-23 23:58:00'
accepts as chen order cancel "$pg" --reason '派错了人' --at '2026-11-24 00:01:00'
an_order --at '2026-11-24 00:30:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
