#!/bin/sh
# Whether a repair may be a rework (clause 6.5) is on the record of an earlier one at the same home: whether it was finished, of
# what category it is, at which home, and whether it is void.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=rework.undecided

# earlier UNIT TIME: finished and closed on the 24th; $before
# later UNIT TIME: likewise on the 25th; $after
earlier() {
    clock "2026-11-24 $2"
    a_settled_repair --unit "$1"
    before=$bx
}
later() {
    clock "2026-11-25 $2"
    a_settled_repair --unit "$1"
    after=$bx
}
clock '2026-11-24 09:00:00'
a_repair --unit 3-501
an_order
arrives
starts
finishes
other_category=$bx
earlier 3-502 09:20:00
elsewhere=$before
earlier 3-503 09:40:00
void=$before
# Another record spells that home so too.
a_closed_complaint --unit 3-502
clock '2026-11-24 10:00:00'
a_repair --unit 3-504
typed_late=$bx
earlier 3-509 10:20:00
here=$before
# None of them was recorded just before the later ones.
many_more
later 3-501 09:00:00
after_other_category=$after
later '3栋502' 09:20:00
after_elsewhere=$after
later 3-503 09:40:00
after_void=$after
later 3-504 10:00:00
after_typed_late=$after
later 3-505 10:20:00
after_here=$after

clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$after_other_category"
keeps "$rule" "$after_elsewhere"
keeps "$rule" "$after_void"
keeps_no "$rule" "$after_typed_late"
keeps_no "$rule" "$after_here"
has_verdict "$elsewhere" "$void" "$here"

# Its category was another.
accepts as ma repair recategorise "$other_category" --category electrical --reason '类别写错'
has_none "$after_other_category"
finds_no "$rule" "$after_other_category"

# It was at another home, the spelling of which others have too.
accepts as ma amend "$elsewhere" --unit 3-510 --reason '房号写错'
has_none "$after_elsewhere"
finds_no "$rule" "$after_elsewhere"

# It was at this home.
accepts as ma amend "$here" --unit '3号楼505室' --reason '房号写错'
has_none "$after_here"
finds "$rule" "$after_here" ".detail.earlier == \"$here\""

accepts as ma void "$void" --reason '登记重复'
has_none "$after_void"
finds_no "$rule" "$after_void"

# It was finished before the later one came, and is typed late.
bx=$typed_late
an_order --at '2026-11-24 10:05:00' --late-reason '补录'
arrives --at '2026-11-24 10:10:00' --late-reason '补录'
starts --at '2026-11-24 10:10:00' --late-reason '补录'
finishes --at '2026-11-25 10:00:00' --late-reason '补录'
has_none "$after_typed_late"
finds "$rule" "$after_typed_late" ".detail.earlier == \"$typed_late\""
exits 0 huiyin audit verify
