#!/bin/sh
# Whoever stands in for the superior takes it, while standing in and not a second longer (clause 5.3).
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin staff away ma --from '2026-11-23 12:00:00' --to '2026-11-23 14:00:00' --acting mei
clock '2026-11-23 18:00:00'
rule=complaint.escalated-properly
escalate() {
    _at=$1
    shift
    as sun complaint escalate "$ts" --to mei --reason '涉及外部施工' --at "$_at" "$@"
}

complaint_with_sun() {
    a_complaint --at '2026-11-23 09:00:00'
    accepts as chen complaint assign "$ts" --to sun --at '2026-11-23 09:10:00'
}
complaint_with_sun
refuses "$rule" 5.3 escalate '2026-11-23 11:59:59'
accepts escalate '2026-11-23 12:00:00'
complaint_with_sun
accepts escalate '2026-11-23 13:59:59'
complaint_with_sun
refuses "$rule" 5.3 escalate '2026-11-23 14:00:00'
