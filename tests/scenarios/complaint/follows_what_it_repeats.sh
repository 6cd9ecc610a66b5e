#!/bin/sh
# A repeat is what is on file now says: a corrected home or category, one in the middle made void, one typed
# in late. Four hours from its own time or, if later, from the recording that made it a repeat; what fell
# due while it was one stays, what was corrected before that owed nothing (clause 3.3.5).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.repeat-answered
one() { a_complaint --category '供热' "$@"; }
repeats() { shows ".repeat_of == $2" huiyin complaint show "$1"; }
figure() {
    exits 0 as chen report period --from 2026-11-23 --to 2026-11-23 --json
    json ".complaints.repeat == $1"
}

# A slip: the wrong home made it one, and it was put right in the last second before it fell due.
clock '2026-11-23 09:00:00'
one --unit 3-502
first=$ts
one --unit 3-502
slip=$ts
one --unit 3-502
seen_late=$ts
repeats "$slip" "\"$first\""
clock '2026-11-23 13:00:00'
accepts as ma amend "$slip" --unit 3-505 --reason '房号写错'
repeats "$slip" null
# What repeated it repeats the one before, without a break; in a second more it had fallen due.
repeats "$seen_late" "\"$first\""
clock '2026-11-23 13:00:01'
accepts as ma amend "$seen_late" --category '供水' --reason '看错'
repeats "$seen_late" null
no_finding "$rule" "$slip" '2026-11-30 09:00:00'
breach "$rule" 3.3.5 "$seen_late" '2026-11-30 09:00:00' '2026-11-23 13:00:00'
figure 0
# Asked as of before, it was one.
breach "$rule" 3.3.5 "$seen_late" '2026-11-23 13:00:01' '2026-11-23 13:00:00'

# Corrected into one: from the correction. Corrected back and again: from the last.
clock '2026-11-24 09:00:00'
one --unit 4-101
clock '2026-11-24 10:00:00'
one --unit 4-110
into=$ts
clock '2026-11-24 12:00:00'
accepts as ma amend "$into" --unit 4-101 --reason '房号写错'
no_breach "$rule" "$into" '2026-11-24 16:00:00'
breach "$rule" 3.3.5 "$into" '2026-11-24 16:00:01' '2026-11-24 16:00:00'
clock '2026-11-24 13:00:00'
accepts as ma amend "$into" --unit 4-110 --reason '还是原来的'
no_finding "$rule" "$into" '2026-11-24 17:00:01'
clock '2026-11-24 14:00:00'
accepts as ma amend "$into" --unit 4-101 --reason '核对过了'
breach "$rule" 3.3.5 "$into" '2026-11-30 09:00:00' '2026-11-24 18:00:00'
exits 0 huiyin why "$into" --json
json '[.deadlines[] | select(.rule == "'"$rule"'")] | length == 2'

# The earlier one corrected away, and into the home of a later one.
clock '2026-11-25 09:00:00'
one --unit 5-101
earlier=$ts
clock '2026-11-25 10:00:00'
one --unit 5-101
left=$ts
one --unit 5-102
met=$ts
clock '2026-11-25 11:00:00'
accepts as ma amend "$earlier" --unit 5-102 --reason '房号写错'
repeats "$left" null
repeats "$met" "\"$earlier\""
no_finding "$rule" "$left" '2026-11-30 09:00:00'
breach "$rule" 3.3.5 "$met" '2026-11-30 09:00:00' '2026-11-25 15:00:00'

# One in the middle is void: what repeated it repeats what that one did, and its limit goes on.
clock '2026-11-26 09:00:00'
one --unit 6-101
a=$ts
one --unit 6-101
b=$ts
one --unit 6-101
c=$ts
repeats "$c" "\"$b\""
clock '2026-11-26 10:00:00'
accepts as ma void "$b" --reason '误登'
repeats "$c" "\"$a\""
breach "$rule" 3.3.5 "$c" '2026-11-30 09:00:00' '2026-11-26 13:00:00'
# The first as well: nothing is left to repeat, in time.
accepts as ma void "$a" --reason '误登'
repeats "$c" null
no_finding "$rule" "$c" '2026-11-30 09:00:00'

# Typed in late, between the two: what came after it repeats that one, and from its own time still.
clock '2026-11-27 09:00:00'
one --unit 7-101
clock '2026-11-27 11:00:00'
one --unit 7-101
after_all=$ts
clock '2026-11-27 12:00:00'
accepts as chen complaint add --channel letter --unit 7-101 --category '供热' --text '不热' --at '2026-11-27 10:00:00'
middle=$no
repeats "$after_all" "\"$middle\""
breach "$rule" 3.3.5 "$after_all" '2026-11-27 15:00:01' '2026-11-27 15:00:00'
# Before both where there was none: from its recording.
one --unit 8-101 --at '2026-11-27 11:00:00'
accepts as chen complaint add --channel letter --unit 8-101 --category '供热' --text '不热' --at '2026-11-27 10:00:00'
breach "$rule" 3.3.5 "$ts" '2026-11-27 16:00:01' '2026-11-27 16:00:00'

# By hand goes before what home and category say, whatever is corrected.
one --unit 9-101
one --unit 9-102 --repeat-of "$first"
accepts as ma amend "$ts" --unit 9-101 --reason '房号写错'
repeats "$ts" "\"$first\""
accepts as ma void "$first" --reason '误登'
shows '.repeat_of != null and .repeat_of != "'"$first"'"' huiyin complaint show "$ts"
exits 0 huiyin audit verify
