#!/bin/sh
# A complaint of the third class is followed up at the door, however often (clause 3.3.3b): of the
# class it was known to be of then, whatever it is corrected to.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.follow-up-method

clock '2026-11-24 09:00:00'
a_settled_complaint --class 3
accepts call_back phone no
for hour in 10 11 12 13; do
    clock "2026-11-24 $hour:00:00"
    refuses "$rule" 3.3.3b call_back phone yes
    accepts visit_back no
done
shows '.ordinal == 5' as chen callback show "$no"
no_finding "$rule" "$ts" '2026-11-30 09:00:00'

accepts call_back phone no --as-happened '业主外出'
breach "$rule" 3.3.3b "$ts" '2026-11-30 09:00:00' '2026-11-24 13:00:00'
accepts as ma amend "$ts" --class 1 --reason '定级有误'
breach "$rule" 3.3.3b "$ts" '2026-11-30 09:00:00' '2026-11-24 13:00:00'
accepts call_back phone no
called=$no
clock '2026-11-24 14:00:00'
accepts as ma amend "$ts" --class 3 --reason '又升级'
refuses "$rule" 3.3.3b call_back phone yes
shows '.ordinal == 7' as chen callback show "$called"
