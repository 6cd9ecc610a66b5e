#!/bin/sh
# A whole month is judged however few its callbacks are (clause 3.4.1), by the office's own midnight.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.signed-rate

clock '2026-11-30 23:59:59'
a_settled_complaint
accepts call_back phone yes
no_breach "$rule" 2026-11 '2026-11-30 23:59:59'
breach "$rule" 3.4.1 2026-11 '2026-12-01 00:00:01'
# Once over, a month stays as it was.
breach "$rule" 3.4.1 2026-11 '2027-01-31 09:00:00'

# December: two of five.
clock '2026-12-01 00:00:00'
a_settled_complaint
accepts visit_back yes
clock '2026-12-31 23:59:59'
a_settled_complaint
accepts visit_back yes
for _ in 1 2 3; do
    a_settled_complaint
    accepts call_back phone yes
done
no_breach "$rule" 2026-12 '2027-01-01 00:00:01'
no_breach "$rule" 2026-12 '2027-01-31 09:00:00'

# A month of repairs alone has none to judge.
clock '2027-01-04 09:00:00'
a_finished_repair
accepts check_back phone yes
no_breach "$rule" 2027-01 '2027-02-01 00:00:01'
