#!/bin/sh
# A complaint that ended by open letter is judged again once that letter is void, though nobody touched the complaint
# (clause 5.4).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_settled_complaint
ended=$ts
clock '2026-11-24 09:30:00'
a_settled_complaint
called=$ts
accepts publishes "$ended,$called"
letter=$no
accepts as ma complaint close "$ended" --outcome '以公开信答复' --ended letter --reason '业主同意'
clock '2026-11-24 15:00:00'
accepts visit_back yes
accepts as chen complaint close "$called" --outcome '业主满意'

clock '2026-11-30 09:00:00'
files_the_week
keeps complaint.ended-unverified "$ended"
keeps_no complaint.ended-letter "$ended"
has_verdict "$called" "$letter"
finds_no complaint.ended-letter "$ended"

accepts as ma void "$letter" --reason '发错了'
has_none "$ended" "$called" "$letter"
finds complaint.ended-letter "$ended" '.severity == "breach"'
finds_no complaint.ended-letter "$called"

# The next week it has a verdict again, which says so.
clock '2026-12-07 09:00:00'
files_the_week
keeps complaint.ended-letter "$ended"
finds complaint.ended-letter "$ended"
exits 0 huiyin audit verify
