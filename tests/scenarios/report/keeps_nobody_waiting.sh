#!/bin/sh
# While a weekly report is read a clerk records something without waiting for it, and the report knows nothing of
# that: it is of the moment at which it began (clause 5.5). Whoever writes by another program makes it begin anew.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
clock '2026-11-23 09:00:00'
office
a_complaint
week='report weekly --week 2026-W48'
begun() { grep -c 'reading".*O_CREAT' "$scratch/calls"; }
milliseconds() { date +%s%3N; }
reading() { [ -e "$HUIYIN_DB.reading" ]; }

traced -e trace=pread64,openat
shows '.complaints.received == 1' as ma $week
others=$(printf '%s' "$out" | jq '.journal.entries - .complaints.received')
same 'readings of one report' 1 "$(begun)"
middle=$(($(readings) / 2))

# The report is held up for some seconds in the middle of its reading.
held_up() {
    held_up_at "$middle" as ma $week --json
    reading || fail 'pages that are kept' 'no such file'
}
held_up
began=$(milliseconds)
a_complaint
took=$(($(milliseconds) - began))
[ "$took" -lt 3000 ] || fail 'a clerk who does not wait' "$took ms"
reading || fail 'a report that still goes on' 'it is over'
wait
reading && fail 'no pages that are kept' 'they are there'
out=$(cat "$scratch/held_up")
json ".complaints.received == 1 and .complaints.open_at_end == 1 and .journal.entries == $others + 1"
same 'readings beside a clerk' 1 "$(begun)"

held_up
sqlite3 "$HUIYIN_DB" "UPDATE office SET name = name || '!'; UPDATE office SET name = rtrim(name, '!')" ||
    fail 'another program that writes' 'it could not'
wait
out=$(cat "$scratch/held_up")
json ".complaints.received == 2 and .journal.entries == $others + 2"
same 'readings beside another program' 2 "$(begun)"
