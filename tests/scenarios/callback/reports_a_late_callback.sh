#!/bin/sh
# Whoever was replied to is called back within three days (clause 3.4.1), across a year's end too.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.made
clock '2026-12-29 20:00:00'
a_settled_complaint
kept=$ts
a_settled_complaint
late=$ts
no_breach "$rule" "$kept" '2027-01-01 20:00:00'
breach "$rule" 3.4.1 "$kept" '2027-01-01 20:00:01' '2027-01-01 20:00:00'

clock '2027-01-01 20:00:00'
ts=$kept
accepts call_back phone yes
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 20:00:01'
ts=$late
accepts call_back phone yes
breach "$rule" 3.4.1 "$late" '2027-01-31 09:00:00' '2027-01-01 20:00:00'

# The clock runs from the reply, and only from it.
clock '2027-01-04 09:00:00'
a_complaint
no_breach "$rule" "$ts" '2027-01-31 09:00:00'
