#!/bin/sh
# An urgent event is told by phone or in person within ten minutes of the office's learning of it, any
# other within a day (clauses 7.3, 7.5). Late or wrong, a report is never refused.
. "$(dirname "$0")/../lib.sh"
office
at_night='2027-01-01 00:05:00'
clock '2027-01-01 00:15:00'
an_event 6 --casualties 1 --learned "$at_night"
no_breach event.urgent-in-time "$zd" '2028-01-01 00:00:00'
shows '.urgent and .form == "phone" and .casualties == 1 and .learned == "2027-01-01T00:05:00+08:00"' huiyin event show "$zd"
clock '2027-01-01 00:15:01'
for urgent in '--casualties 1' '--loss 100000' --group --urgent; do
    # shellcheck disable=SC2086
    an_event 6 --learned "$at_night" $urgent
    breach event.urgent-in-time 7.3 "$zd" '2028-01-01 00:00:00' '2027-01-01 00:15:00'
done
an_event 5 --learned "$at_night"
breach event.urgent-in-time 7.3 "$zd" '2028-01-01 00:00:00'
for ordinary in '--casualties 0' '--loss 99999' '--residents yes'; do
    # shellcheck disable=SC2086
    an_event 6 --learned "$at_night" $ordinary
    no_breach event.urgent-in-time "$zd" '2028-01-01 00:00:00'
    shows '.urgent | not' huiyin event show "$zd"
done
clock '2027-01-02 00:05:00'
an_event 7 --learned "$at_night"
no_breach event.in-time "$zd" '2028-01-01 00:00:00'
clock '2027-01-02 00:05:01'
an_event 7 --learned "$at_night"
breach event.in-time 7.5 "$zd" '2028-01-01 00:00:00' '2027-01-02 00:05:00'

# First told in writing.
accepts as chen event report --category 5 --form written --to ma --text '有人扬言行凶' --json
told event.urgent-form breach
accepts as chen event report --category 7 --form written --to ma --text '校领导调整' --json
json '.findings == []'
# Whoever sees it reports it, an auditor and a technician too, to anybody, and years later.
for who in wu zhou; do
    accepts as "$who" event report --category 5 --form phone --to tao --text '有人扬言行凶'
done
accepts as chen event report --category 6 --form phone --to wu --text '三楼起火' --at '2026-12-01 00:00:00' \
    --late-reason '当时隐瞒'
# The heads' own reports need nobody.
accepts as tao event report --category 5 --form in-person --text '有人扬言行凶'
no_breach event.urgent-in-time "$no" '2028-01-01 00:00:00'
clock '2027-01-04 00:05:00'
shows '.events.reported == 16 and .events.urgent == 10 and .events.reported_late == 6' \
    as tao report weekly --week 2026-W53 --dry-run
