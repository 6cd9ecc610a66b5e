#!/bin/sh
# The apology for work that had to be done again is owed by whoever did it last (clause 6.5): another finish of the first
# repair, typed late, says whose work it was.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
hires yu '于海' technician ma
rule=rework.apology

# a_rework: of $first, done by wu, who was not told to apologise
a_rework() {
    a_repair --rework-of "$first"
    an_order
    arrives
    starts
    accepts as wu order finish "$pg" --result '已重做' --as-happened '当场忘了致歉'
    signs
    hands_in
    accepts check_back phone yes
    accepts as chen repair close "$bx" --outcome '已修好'
}
# finished_by_yu OPTIONS…: another order of $first
finished_by_yu() {
    accepts as chen order dispatch "$first" --to yu "$@"
    pg=$no
    accepts as yu order arrive "$pg" "$@"
    accepts as yu order start "$pg" --content '再查' --agreed-by '张伟' "$@"
    accepts as yu order finish "$pg" --result '已查' "$@"
    accepts as yu order sign "$pg" --by-resident '张伟' "$@"
    accepts as chen order return "$pg" --to chen "$@"
}

# By wu at 11:00; still open, so that more may be typed of it.
clock '2026-11-24 09:00:00'
a_repair
an_order
arrives
starts
clock '2026-11-24 13:30:00'
finishes --at '2026-11-24 11:00:00'
signs
hands_in
accepts check_back phone yes
first=$bx
many_more
clock '2026-11-24 14:00:00'
a_rework
cured=$bx
accepts as wu repair apology "$cured" --text '没修好,对不起'
clock '2026-11-24 15:00:00'
a_rework
uncured=$bx

clock '2026-11-30 09:00:00'
files_the_week
keeps_no "$rule" "$cured"
keeps "$rule" "$uncured"
finds "$rule" "$uncured" '.blamed == "wu" and .detail.first == "wu"'

# What yu did there afterwards is typed late: it was yu's work.
bx=$first
finished_by_yu --at '2026-11-24 12:00:00' --late-reason '补录'
has_none "$cured" "$uncured"
finds "$rule" "$uncured" '.blamed == "yu" and .detail.first == "yu"'
finds "$rule" "$cured" '.blamed == "yu"'

clock '2026-12-07 09:00:00'
files_the_week
keeps "$rule" "$cured"

# It was their work, whatever else becomes of the first repair.
accepts as ma void "$first" --reason '登记重复'
has_none "$cured" "$uncured"
finds "$rule" "$uncured" '.blamed == "yu"'
finds "$rule" "$cured" '.blamed == "yu"'
exits 0 huiyin audit verify
