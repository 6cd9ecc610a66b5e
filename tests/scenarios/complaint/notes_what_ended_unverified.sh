#!/bin/sh
# Withdrawn, moved away, declined, answered by open letter: closed without anyone saying that it is
# well. It is noted as unverified (clause 5.4), and no reply is owed any more.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

for ended in withdrawn moved declined; do
    a_complaint
    accepts as ma complaint close "$ts" --outcome '不再处理' --ended "$ended" --reason '业主来电说明' --json
    told complaint.ended-unverified notice
    notice complaint.ended-unverified 5.4 "$ts" '2026-11-23 10:00:00'
    no_breach complaint.unsatisfied "$ts" '2026-11-23 10:00:00'
    no_breach complaint.replied-in-time "$ts" '2026-12-23 10:00:00'
done
