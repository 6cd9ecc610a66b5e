#!/bin/sh
# A wish for a service is dispatched like any request (clause 4.1), but no fault has a time limit
# there (clauses 6.1 to 6.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_service() {
    accepts as chen repair add --channel phone --phone 13800008000 --category service \
        --text '请人帮忙搬柜子'
    bx=$no
}
free_of_limits() {
    for rule in order.arrived-in-time order.fixed-on-the-spot order.solved-in-time; do
        no_finding "$rule" "$bx" '2026-12-30 09:00:00'
    done
}

a_service
free_of_limits
no_breach repair.dispatched-in-time "$bx" '2026-11-24 09:05:00'
breach repair.dispatched-in-time 4.1 "$bx" '2026-11-24 09:05:01' '2026-11-24 09:05:00'
an_order
clock '2026-11-24 10:00:00'
arrives
free_of_limits
starts
defers difficult '2026-11-28 09:00:00'
free_of_limits
clock '2026-11-28 09:00:00'
finishes
free_of_limits
