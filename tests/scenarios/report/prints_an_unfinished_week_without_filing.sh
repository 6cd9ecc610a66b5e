#!/bin/sh
# A week that still runs is shown, not filed; it is whole from Monday 00:00:00 on.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-25 09:00:00'
a_complaint

clock '2026-11-29 23:59:59'
leaves_no_entry as chen report weekly --week 2026-W48 --json
json '.edition == null and .complaints.received == 1'
clock '2026-11-30 00:00:00'
adds_an_entry 0 as chen report weekly --json
json '.edition == 1 and .week == "2026-W48" and .complaints.received == 1'
rejects 2 as chen report weekly --week 2026-48
rejects 2 as chen report weekly --week 2027-W53
