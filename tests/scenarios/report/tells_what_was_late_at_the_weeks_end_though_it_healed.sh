#!/bin/sh
# What was overdue when a week ended stands in its report, though it was done since, in a way that leaves no breach
# (clauses 5.3, 5.5), and whether or not the matter has a verdict by then.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
# On a Sunday evening, and nobody is given it before Monday.
clock '2026-12-06 20:00:00'
an_opinion
clock '2026-12-07 09:00:00'
accepts as ma assign "$jy" --to sun --reason '值班无人'
accepts as sun suggestion answer "$jy" --text '已列入计划' --method phone --courtesy thanks
ts=$jy
accepts call_back phone yes
accepts as chen suggestion close "$jy" --outcome '写入计划'
late='.overdue | map(select(.no == $ENV.jy)) | map([.what, .since]) == [["assign", "2026-12-06T20:30:00+08:00"]]'
export jy
run huiyin --as ma report weekly --week 2026-W49 --dry-run --json
json "$late"
clock '2026-12-14 09:00:00'
files_the_week
has_verdict "$jy"
same 'nothing is kept of it' 0 "$(sql "SELECT count(*) FROM kept_finding WHERE subject = '$jy'")"
run huiyin --as ma report weekly --week 2026-W49 --dry-run --json
json "$late"
