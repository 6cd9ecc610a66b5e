#!/bin/sh
# A week with records has its report within 24 h of its end (clause 5.5), the last of a year too.
. "$(dirname "$0")/../lib.sh"
office
rule=report.weekly-filed
clock '2026-11-25 09:00:00'
an_anonymous_complaint
no_breach "$rule" 2026-W48 '2026-12-01 00:00:00'
breach "$rule" 5.5 2026-W48 '2026-12-01 00:00:01' '2026-12-01 00:00:00'
clock '2026-12-01 00:00:00'
exits 0 as chen report weekly --week 2026-W48
no_breach "$rule" 2026-W48 '2026-12-31 09:00:00'

# W53 of 2026 ends with Sunday 2027-01-03.
clock '2027-01-01 09:00:00'
an_anonymous_complaint
no_breach "$rule" 2026-W53 '2027-01-05 00:00:00'
breach "$rule" 5.5 2026-W53 '2027-01-05 00:00:01' '2027-01-05 00:00:00'
clock '2027-01-05 00:00:01'
exits 0 as chen report weekly --week 2026-W53
# Late stays late.
breach "$rule" 5.5 2026-W53 '2027-01-31 09:00:00' '2027-01-05 00:00:00'
# A week without records owes none.
no_breach "$rule" 2026-W50 '2027-01-31 09:00:00'
