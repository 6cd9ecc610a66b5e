#!/bin/sh
# What was told by phone is written down within a day (clause 7.3).
. "$(dirname "$0")/../lib.sh"
office
rule=event.written
clock '2026-12-31 09:00:00'
writes() { as ma event supplement "$zd" --form written --to tao --text '书面报告' "$@"; }
for number in 1 2 3 4; do an_event 5; done
breach "$rule" 7.3 "$zd" '2027-01-01 09:00:01' '2027-01-01 09:00:00'
no_breach "$rule" "$zd" '2027-01-01 09:00:00'
zd=ZD-2026-0001
accepts as ma event supplement "$zd" --form phone --to tao --text '电话续报' --casualties 2
clock '2027-01-01 09:00:00'
zd=ZD-2026-0002
accepts writes --casualties 3 --loss 5000
no_breach "$rule" "$zd" '2028-01-01 09:00:00'
shows '.casualties == 3 and .loss == 5000 and (.steps[-1] | .what == "supplement" and .method == "written"
    and .casualties == 3)' huiyin event show "$zd"
clock '2027-01-01 09:00:01'
zd=ZD-2026-0003
accepts writes
breach "$rule" 7.3 "$zd" '2028-01-01 09:00:00' '2027-01-01 09:00:00'
breach "$rule" 7.3 ZD-2026-0001 '2028-01-01 09:00:00'
# It turned out to be urgent: from then on it counts.
clock '2027-01-02 09:00:00'
an_event 6
no_breach "$rule" "$zd" '2027-01-05 09:00:00'
clock '2027-01-02 12:00:00'
accepts as ma event supplement "$zd" --form phone --to tao --text '有人受伤' --casualties 1
no_breach "$rule" "$zd" '2027-01-03 12:00:00'
breach "$rule" 7.3 "$zd" '2027-01-03 12:00:01' '2027-01-03 12:00:00'
no_breach event.urgent-in-time "$zd" '2028-01-01 09:00:00'
