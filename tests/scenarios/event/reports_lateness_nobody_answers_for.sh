#!/bin/sh
# Reported late, somebody is held to account: a conduct case about it is opened within three days
# (clause 7.5).
. "$(dirname "$0")/../lib.sh"
office
rule=event.accounted
accounts() { accepts as ma conduct record chen --kind "$2" --matter "$1" --text '迟报'; }
clock '2026-12-30 09:10:01'
for _ in 1 2 3; do an_event 5 --learned '2026-12-30 09:00:00'; done
no_breach "$rule" "$zd" '2027-01-02 09:10:01'
breach "$rule" 7.5 "$zd" '2027-01-02 09:10:02' '2027-01-02 09:10:01'
clock '2027-01-02 09:10:01'
accounts ZD-2026-0001 late-reporting
no_breach "$rule" ZD-2026-0001 '2028-01-01 00:00:00'
clock '2027-01-02 09:10:02'
accounts ZD-2026-0002 concealing
breach "$rule" 7.5 ZD-2026-0002 '2028-01-01 00:00:00' '2027-01-02 09:10:01'
breach "$rule" 7.5 ZD-2026-0003 '2028-01-01 00:00:00'
# In time there is nothing to account for.
an_event 5
no_breach "$rule" "$zd" '2028-01-01 00:00:00'
shows '.matter == "ZD-2026-0001" and .kind == "late-reporting"' as ma conduct show cl-1
