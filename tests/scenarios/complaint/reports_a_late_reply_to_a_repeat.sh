#!/bin/sh
# A repeat is replied to within four hours of being known as one (clause 3.3.5): from the first word,
# or from the moment it was linked, by hand or by a corrected home.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.repeat-answered

clock '2026-12-30 22:00:00'
a_complaint --unit 3-502 --category '供热'
earlier=$ts
# In time for a complaint and late for a repeat, across the turn of the year.
clock '2026-12-31 22:00:00'
a_complaint --unit 3-502 --category '供热'
kept=$ts
a_complaint --unit 3-502 --category '供热'
late=$ts
no_breach "$rule" "$kept" '2027-01-01 02:00:00'
breach "$rule" 3.3.5 "$kept" '2027-01-01 02:00:01' '2027-01-01 02:00:00'
clock '2027-01-01 02:00:00'
ts=$kept
settled
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 02:00:01'
ts=$late
settled --json
told "$rule" breach
breach "$rule" 3.3.5 "$late" '2027-01-31 09:00:00' '2027-01-01 02:00:00'
no_breach complaint.replied-in-time "$late" '2027-01-31 09:00:00'
no_breach "$rule" "$earlier" '2027-01-31 09:00:00'

# Six hours old when they are linked: one had its reply before, the others have four hours from then.
clock '2027-03-01 09:00:00'
a_complaint --unit 3-601 --category '供水'
first=$ts
clock '2027-03-02 09:00:00'
for home in 3-610 3-611 3-612; do
    a_complaint --unit "$home" --category '供水'
done
done_before=TS-2027-0002 by_hand=TS-2027-0003 by_home=TS-2027-0004
ts=$done_before
clock '2027-03-02 14:00:00'
settled
clock '2027-03-02 15:00:00'
for one in "$done_before" "$by_hand"; do
    accepts as chen amend "$one" --repeat-of "$first" --reason '同一根水管'
    shows ".repeat_of == \"$first\"" huiyin complaint show "$one"
done
accepts as chen amend "$by_home" --unit 3-601 --reason '房号写错' --json
json '.due | any(.clause == "3.3.5" and .by == "2027-03-02T19:00:00+08:00")'
shows ".repeat_of == \"$first\" and .unit == \"3-601\"" huiyin complaint show "$by_home"
exits 0 huiyin why "$by_home" --json
deadline "$rule" '2027-03-02 15:00:00' '2027-03-02 19:00:00' any 0
for one in "$done_before" "$by_hand" "$by_home"; do
    no_breach "$rule" "$one" '2027-03-02 19:00:00'
done
clock '2027-03-02 19:00:00'
ts=$by_hand
settled
clock '2027-03-02 19:00:01'
ts=$by_home
settled
no_breach "$rule" "$done_before" '2027-03-31 09:00:00'
no_breach "$rule" "$by_hand" '2027-03-31 09:00:00'
breach "$rule" 3.3.5 "$by_home" '2027-03-31 09:00:00' '2027-03-02 19:00:00'

# Nobody waits for a reply who left neither phone nor home.
clock '2027-03-03 09:00:00'
an_anonymous_complaint --repeat-of "$first"
no_breach "$rule" "$ts" '2027-03-31 09:00:00'
