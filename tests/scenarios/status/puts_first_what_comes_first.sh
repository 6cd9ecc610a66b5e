#!/bin/sh
# The screen of the morning: what is overdue, longest first; then what falls due within four hours;
# who is on duty; callbacks owed and signed visits missing; the week's rates; unexplained breaches.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 08:00:00'

exits 0 huiyin status
prints '没有逾期'
prints '还没有人当过班'

takes_post sun
a_complaint --unit 3-502
held=$ts
accepts as chen complaint assign "$held" --to li
accepts as chen complaint investigate "$held" --findings '属实'
clock '2026-11-23 09:00:00'
a_settled_complaint
a_repair --appointment '2026-11-23 16:30' --unit 2-301
clock '2026-11-23 10:00:00'

# One second before the limit it is still to come, one second past it is overdue.
clock '2026-11-24 07:59:59'
exits 0 huiyin status --json
json ".due_soon | any(.subject == \"$held\" and .what == \"reply\" and .seconds == 1 and .holder == \"li\"
    and .unit == \"3-502\" and .clause == \"2.2.4\")"
json ".overdue | all(.subject != \"$held\" or .what != \"reply\")"
clock '2026-11-24 08:00:01'
exits 0 huiyin today --json
json ".overdue | any(.subject == \"$held\" and .what == \"reply\" and .seconds == -1)"
json '.overdue == (.overdue | sort_by(.by)) and .due_soon == (.due_soon | sort_by(.by))'
json '.duty.on == "sun" and .week.week == "2026-W48"'

# Four hours ahead and not a second more: the reply to a complaint of noon.
clock '2026-11-24 12:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint investigate "$ts" --findings '属实'
clock '2026-11-25 07:59:59'
shows ".due_soon | all(.subject != \"$ts\")" huiyin status
clock '2026-11-25 08:00:00'
shows ".due_soon | any(.subject == \"$ts\" and .seconds == 14400)" huiyin status

# An appointment of today is told before it is near; one of tomorrow is not.
clock '2026-11-25 08:30:00'
a_repair --appointment '2026-11-25 15:00' --unit 2-302
shows ".appointments | any(.subject == \"$bx\" and .by == \"2026-11-25T15:00:00+08:00\" and .unit == \"2-302\")" \
    huiyin status
a_repair --appointment '2026-11-26 09:00' --unit 2-303
shows ".appointments | all(.subject != \"$bx\")" huiyin status

# Callbacks owed are those that `callback due` lists; its signed visits are these.
exits 0 huiyin callback due --json
owed=$(printf '%s' "$out" | jq '.due | length')
visits=$(printf '%s' "$out" | jq -c .signed_visits)
shows ".callbacks.owed == $owed and .callbacks.signed_visits == $visits" huiyin status
# Its breaches are those that `check` finds, its rates the week's.
run huiyin check --json
breaches=$(printf '%s' "$out" | jq '[.findings[] | select(.severity == "breach" and (.explained | not))] | length')
shows ".breaches.unexplained == $breaches and ([.breaches.by_clause[]] | add) == $breaches" huiyin status
exits 0 huiyin report weekly --week 2026-W48 --json
rates=$(printf '%s' "$out" | jq -c '[.complaints.replied_on_time, .repairs.arrived_on_time, .callbacks.handled,
    .callbacks.signed_visits, .callbacks.satisfied, .duty.covered]')
shows "[.week.replied_on_time, .week.arrived_on_time, .week.handled, .week.signed_visits, .week.satisfied,
    .week.covered] == $rates" huiyin status

# One screen of 24 lines, and what does not fit is counted; --all has it.
for _again in 1 2 3 4 5 6 7 8 9; do a_complaint; done
clock '2026-11-25 20:00:00'
exits 0 huiyin status
[ "$(printf '%s\n' "$out" | wc -l)" -le 24 ] || fail 'at most 24 lines' "$out"
prints 'huiyin status --all'
all=$(huiyin status --json | jq '[.overdue, .due_soon, .appointments] | map(length) | add')
exits 0 huiyin status --all
never_prints 'huiyin status --all'
same 'every task' "$all" "$(printf '%s\n' "$out" | grep -cE '^ *(已超|还有|[0-9-]+ [0-9:]+) .*[A-Z]{2}-2026')"

# Read only, for everybody on the staff, in every format.
leaves_no_entry as wu status
leaves_no_entry as zhou status --format md
leaves_no_entry as zhou status --format html
prints '</html>'
exits 0 huiyin status --lang en
prints 'To do:'
