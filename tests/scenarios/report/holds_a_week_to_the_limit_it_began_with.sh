#!/bin/sh
# A week is to be filed by the limit in force when it began; one set within it binds the next (clause 5.5).
. "$(dirname "$0")/../lib.sh"
office
a_complaint
clock '2026-11-25 09:00:00'
exits 0 huiyin policy set report.weekly_within 12h --reason '试行'
clock '2026-12-02 09:00:00'
a_complaint
clock '2026-12-08 09:00:00'

no_breach report.weekly-filed 2026-W48 '2026-12-01 00:00:00'
breach report.weekly-filed 5.5 2026-W48 '2026-12-01 00:00:01' '2026-12-01 00:00:00'
no_breach report.weekly-filed 2026-W49 '2026-12-07 12:00:00'
breach report.weekly-filed 5.5 2026-W49 '2026-12-07 12:00:01' '2026-12-07 12:00:00'

# What falls due says the same as what is broken by then.
run huiyin check --as-of '2026-11-30 09:00:00' --due-within 24h --json
json '.due | any(.what == "weekly-report" and .by == "2026-12-01T00:00:00+08:00")'
run huiyin check --as-of '2026-12-07 09:00:00' --due-within 24h --json
json '.due | any(.what == "weekly-report" and .by == "2026-12-07T12:00:00+08:00")'
