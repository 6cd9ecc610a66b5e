#!/bin/sh
# Late reporting is accounted for by a conduct case (clause 7.5): one that is void or came later than was written down does not do
# so, one that is entered late does.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
exits 0 huiyin policy set conduct.open_within 24h --reason '本办公室的规定'
rule=event.accounted

# late_event AT: learned of two days before it was reported; a case about it is opened then, and decided; both are closed
late_event() {
    clock '2026-11-26 09:00:00'
    an_event 1 --happened '2026-11-24 09:00:00' --learned '2026-11-24 09:00:00' --residents no
    accepts as ma event notify "$zd" --department '保卫处' --text '通报'
    clock '2026-11-27 10:00:00'
    a_case late-reporting --matter "$zd" --at "$1"
    accepts decides ma
    accepts as ma event close "$zd" --outcome '已处理'
}

late_event '2026-11-27 09:00:00'
void=$zd
void_case=$cl
late_event '2026-11-27 09:00:00'
moved=$zd
moved_case=$cl
late_event '2026-11-27 09:00:01'
late=$zd
late_case=$cl

clock '2026-11-30 09:00:00'
files_the_week
keeps event.in-time "$void"
keeps_no "$rule" "$void"
keeps_no "$rule" "$moved"
keeps "$rule" "$late"
has_verdict "$void_case" "$moved_case" "$late_case"

accepts as tao void "$void_case" --reason '查无此事'
finds "$rule" "$void" '.since == "2026-11-27T09:00:00+08:00"'

# A case that was opened a second later than was written down.
accepts as tao amend "$moved_case" --opened-at '2026-11-27 09:00:01' --reason '时间写错'
finds "$rule" "$moved"

# One that was opened in time and is entered late.
accepts as ma conduct record sun --kind late-reporting --matter "$late" --text '当日立案' --at '2026-11-27 09:00:00' \
    --late-reason '补录'
finds_no "$rule" "$late"
accepts as ma conduct record sun --kind late-reporting --matter "$void" --text '次日立案' --at '2026-11-27 09:00:01' \
    --late-reason '补录'
finds "$rule" "$void"
exits 0 huiyin audit verify
