#!/bin/sh
# A week and a month may end at one instant. In whatever order they got their verdicts, what was found of them is told in the
# order of an audit.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
clock '2026-12-28 08:00:00'
office
exits 0 huiyin policy set callback.rate_min 1 --reason '每周都判'
rule=callback.signed-rate
clock '2027-01-05 09:00:00'
a_settled_complaint --unit 3-501
accepts call_back phone yes
early=$ts
clock '2027-01-26 09:00:00'
a_settled_complaint --unit 3-502
accepts call_back phone yes

clock '2027-02-01 09:00:00'
files_the_week
keeps_week "$rule" 2027-W04
keeps_week "$rule" 2027-01
agrees

# Of the month alone the verdict is taken back, and made again with the next week.
ts=$early
accepts call_back phone yes --at '2027-01-05 10:00:00' --late-reason '补录'
same 'periods judged' 2027-W04 "$(sql "SELECT period FROM judged_period WHERE until_at = $(seconds '2027-02-01 00:00:00')")"
agrees
clock '2027-02-08 09:00:00'
files_the_week
keeps_week "$rule" 2027-W04
keeps_week "$rule" 2027-01
agrees
json "[.findings[] | select(.rule == \"$rule\" and .since == \"2027-02-01T00:00:00+08:00\").subject] == [\"2027-01\", \"2027-W04\"]"
