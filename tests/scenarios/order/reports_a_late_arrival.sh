#!/bin/sh
# Whoever repairs is there within 15 min of the request (clause 6.1), across midnight and a year's
# end too.
. "$(dirname "$0")/../lib.sh"
office
rule=order.arrived-in-time

# called_at TIME
called_at() {
    a_repair --at "$1"
    an_order --at "$1"
}
clock '2026-11-24 01:00:00'
called_at '2026-11-23 23:50:00'
no_breach "$rule" "$bx" '2026-11-24 00:05:00'
breach "$rule" 6.1 "$bx" '2026-11-24 00:05:01' '2026-11-24 00:05:00'
arrives --at '2026-11-24 00:05:00'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
called_at '2026-11-23 23:50:00'
arrives --at '2026-11-24 00:05:01'
breach "$rule" 6.1 "$bx" '2026-11-30 09:00:00' '2026-11-24 00:05:00'

clock '2027-01-01 01:00:00'
called_at '2026-12-31 23:45:00'
arrives --at '2027-01-01 00:00:00'
no_breach "$rule" "$bx" '2027-01-31 09:00:00'
called_at '2026-12-31 23:45:00'
arrives --at '2027-01-01 00:00:01'
breach "$rule" 6.1 "$bx" '2027-01-31 09:00:00' '2027-01-01 00:00:00'

# The clock does not wait for an order.
a_repair
breach "$rule" 6.1 "$bx" '2027-01-01 01:15:01' '2027-01-01 01:15:00'
