#!/bin/sh
# Each taboo manner towards a resident is a breach from the moment it is on record until it is decided
# (clause 2.2.1); what happens on duty and quarrels are not of that kind.
. "$(dirname "$0")/../lib.sh"
office
rule=conduct.taboo-manner

clock '2026-12-31 23:00:00'
for kind in ignoring indifferent bureaucratic contemptuous arrogant taboo-phrase fobbing-off other-manner; do
    a_case "$kind"
    breach "$rule" 2.2.1 "$cl" '2026-12-31 23:00:00' '2026-12-31 23:00:00'
done
for kind in sleeping drinking gambling left-post missed-post negligent other-duty quarrel not-reporting concealing \
    misreporting under-reporting omitting late-reporting; do
    a_case "$kind"
    no_breach "$rule" "$cl" '2027-01-02 00:00:00'
done
exits 2 as ma conduct record sun --kind rude --text '经两人证实'
tells rude

cl=CL-2026-0001
clock '2027-01-01 00:00:00'
accepts decides ma
breach "$rule" 2.2.1 "$cl" '2026-12-31 23:59:59'
no_breach "$rule" "$cl" '2027-01-01 00:00:00'
# Decided once; nobody decides a second time.
refuses record.closed 1.6 decides ma
# Made void it is none any more.
cl=CL-2026-0002
accepts as ma void "$cl" --reason '查无此事'
no_breach "$rule" "$cl" '2027-01-01 00:00:00'
