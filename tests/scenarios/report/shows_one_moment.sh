#!/bin/sh
# A report takes many readings. Where a clerk records something between two of them, no figure tells of it
# that the others do not know of: all is read again (clause 5.5).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
clock '2026-11-23 09:00:00'
office
a_complaint
today='report daily --day 2026-11-23'

traced -e trace=pread64
shows '.complaints.received == 1' as ma $today
others=$(printf '%s' "$out" | jq '.journal.entries - .complaints.received')
needed=$(readings)

# Early in its readings one report is held up for some seconds; the clerk's turn comes when that reading ends.
early=$((needed * 3 / 10))
held_up_at "$early" as ma $today --json
a_complaint
wait
out=$(cat "$scratch/held_up")
json ".complaints.received == 2 and .complaints.open_at_end == 2 and .journal.entries == $others + 2"
[ "$(readings)" -gt $((needed + early / 2)) ] || fail "more than the $needed readings of one report" "$(readings)"
