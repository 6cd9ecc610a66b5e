#!/bin/sh
# Whichever order brings the first one there keeps 6.1, even one that was cancelled afterwards; a
# second order does not start the clock again.
. "$(dirname "$0")/../lib.sh"
office
rule=order.arrived-in-time
clock '2026-11-24 12:00:00'

a_repair --at '2026-11-24 09:00:00'
an_order --at '2026-11-24 09:02:00'
arrives --at '2026-11-24 09:10:00'
accepts as chen order cancel "$pg" --reason '须电工处理' --at '2026-11-24 09:20:00'
an_order --at '2026-11-24 09:21:00'
arrives --at '2026-11-24 11:00:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'

a_repair --at '2026-11-24 09:00:00'
an_order --at '2026-11-24 09:02:00'
accepts as chen order cancel "$pg" --reason '派错了人' --at '2026-11-24 09:14:00'
an_order --at '2026-11-24 09:14:00'
arrives --at '2026-11-24 09:15:01'
breach "$rule" 6.1 "$bx" '2026-11-30 09:00:00' '2026-11-24 09:15:00'

# What counts is the first arrival, not the last.
a_repair --at '2026-11-24 09:00:00'
an_order --at '2026-11-24 09:02:00'
arrives --at '2026-11-24 09:15:00'
starts --at '2026-11-24 09:20:00'
accepts as wu order defer "$pg" --fault parts --reason '缺件' --eta '2026-11-25 09:00:00' \
    --at '2026-11-24 09:30:00'
arrives --at '2026-11-24 11:30:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
