#!/bin/sh
# What a complaint repeats is on another one's record (clause 3.3.5): whether it is void, what its home and category are, and
# one that is typed late.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.repeat-answered

# repeated UNIT HOUR: an earlier one, and a later one of the same home replied to after five hours; both closed
repeated() {
    clock "2026-11-24 $2:00:00"
    a_closed_complaint --unit "$1" --category noise
    earlier=$ts
    clock "2026-11-25 $2:00:00"
    a_complaint --unit "$1" --category noise
    accepts as chen complaint assign "$ts" --to chen
    clock "2026-11-25 $(($2 + 5)):00:00"
    settled
    accepts visit_back yes
    accepts as chen complaint close "$ts" --outcome '业主满意'
}
repeated 3-501 10
void=$ts void_earlier=$earlier
repeated 3-502 11
moved=$ts moved_earlier=$earlier
clock '2026-11-25 09:00:00'
a_complaint --unit 3-503 --category noise
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-25 14:00:00'
settled
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
alone=$ts

clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$void"
keeps "$rule" "$moved"
keeps_no "$rule" "$alone"
has_verdict "$void_earlier" "$moved_earlier"
finds "$rule" "$void" ".detail.earlier == \"$void_earlier\""

# What fell due while it was a repeat stays; it repeats nothing any more.
accepts as ma void "$void_earlier" --reason '登记重复'
finds "$rule" "$void"
exits 0 huiyin complaint show "$void" --json
json '.repeat_of == null'
accepts as ma amend "$moved_earlier" --unit 5-501 --reason '房号写错'
finds "$rule" "$moved"
exits 0 huiyin complaint show "$moved" --json
json '.repeat_of == null'

# One that is typed late makes the later one a repeat: the four hours run from then, and it was replied to before.
clock '2026-11-30 10:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --unit '3栋503' --category noise --text '热水时有时无' \
    --at '2026-11-24 09:00:00' --late-reason '补录'
has_none "$alone"
finds_no "$rule" "$alone"
exits 0 huiyin complaint show "$alone" --json
json ".repeat_of == \"$no\""
exits 0 huiyin audit verify
