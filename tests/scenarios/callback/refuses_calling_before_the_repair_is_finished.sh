#!/bin/sh
# The quality of a repair is asked about when there is one (clause 3.2.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=callback.after-the-work
clause='3.2.2, 3.2.4'

a_repair
refuses "$rule" "$clause" check_back phone yes
an_order
refuses "$rule" "$clause" check_back phone yes
clock '2026-11-24 09:10:00'
arrives
refuses "$rule" "$clause" check_back phone yes
starts
refuses "$rule" "$clause" check_back phone yes
defers parts '2026-11-24 16:00:00'
refuses "$rule" "$clause" check_back phone yes

clock '2026-11-24 16:30:00'
finishes
refuses_each "$rule" check_back phone yes --at '2026-11-24 16:29:59'
accepts check_back phone yes --at '2026-11-24 16:30:00'
