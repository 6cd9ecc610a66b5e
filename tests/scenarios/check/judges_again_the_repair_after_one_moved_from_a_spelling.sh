#!/bin/sh
# A repair that was said to be at a home, spelled as no other record spells it, is corrected to another home: the later one
# there is no possible rework any more (clause 6.5).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=rework.undecided
clock '2026-11-24 09:00:00'
a_settled_repair --unit '3栋502室'
before=$bx
# It was not recorded just before the later one.
many_more
clock '2026-11-25 09:00:00'
a_settled_repair --unit 3-502

clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$bx"
finds "$rule" "$bx" ".detail.earlier == \"$before\""

accepts as ma amend "$before" --unit 4-401 --reason '房号写错'
finds_no "$rule" "$bx"
has_none "$bx"
exits 0 huiyin audit verify
