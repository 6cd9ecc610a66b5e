#!/bin/sh
# Misconduct on duty is a breach from its record to its decision (clause 1.4).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.misconduct
clock '2026-11-29 23:30:00'
for kind in sleeping drinking gambling left-post missed-post negligent other-duty; do
    a_case "$kind"
    breach "$rule" 1.4 "$cl" '2026-11-29 23:30:00' '2026-11-29 23:30:00'
done
for kind in ignoring other-manner quarrel concealing; do
    a_case "$kind"
    no_breach "$rule" "$cl" '2026-12-29 23:30:00'
done
cl=CL-2026-0001
clock '2026-11-30 08:00:00'
accepts decides ma
breach "$rule" 1.4 "$cl" '2026-11-30 07:59:59'
no_breach "$rule" "$cl" '2026-11-30 08:00:00'
shows 'length == 10' as ma conduct list --open
shows 'length == 11 and (map(.no) | contains(["CL-2026-0011"]))' as ma conduct list
