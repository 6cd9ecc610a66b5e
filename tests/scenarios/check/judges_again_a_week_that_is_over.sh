#!/bin/sh
# The rates of a week that is over (clauses 3.4.1, 3.4.2) still change: by a callback that is made late or typed late, one
# that is void or was made in another week, a complaint that is void or none of those that count, and a suggestion that is void.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
exits 0 huiyin policy set callback.rate_min 1 --reason '每周都判'
exits 0 huiyin policy set suggestion.rate 100% --reason '本办公室的目标'
# Both bind from the next week on: a week is judged by what was in force when it began.
clock '2026-12-01 09:00:00'
a_settled_complaint
owing=$ts
clock '2026-12-01 10:00:00'
a_settled_complaint
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
done=$ts
hf=$(huiyin callback list --json | jq -r '.[0].no')
clock '2026-12-01 11:00:00'
an_answered_suggestion
accepts as chen suggestion close "$jy" --outcome '已采纳'
suggestion=$jy

# The callback of the first one fell due in this week, the third day after its reply.
clock '2026-12-07 09:00:00'
files_the_week
keeps_week callback.rate 2026-W49
keeps_week_without callback.signed-rate 2026-W49
keeps_week suggestion.rate 2026-W49
keeps_week_without callback.rate 2026-W48
keeps_week_without callback.signed-rate 2026-11
finds callback.rate 2026-W49 '.detail.owed == "2" and .detail.done == "1"'

# Made late it counts for the week in which it fell due.
ts=$owing
accepts call_back phone yes
finds_no callback.rate 2026-W49
same 'weeks that are judged' 0 "$(sql "SELECT count(*) FROM judged_period WHERE period = '2026-W49'")"
accepts as chen complaint close "$owing" --outcome '业主满意'

# One that is void was never made; typed late it was.
clock '2026-12-14 09:00:00'
files_the_week
keeps_week_without callback.rate 2026-W49
accepts as ma void "$hf" --reason '没有回访'
finds callback.rate 2026-W49 '.detail.done == "1"'
finds_no callback.signed-rate 2026-W49
ts=$done
accepts call_back phone yes --at '2026-12-02 10:00:00' --late-reason '补录'
hf=$no
finds_no callback.rate 2026-W49
finds callback.signed-rate 2026-W49 '.detail.made == "1" and .detail.signed == "0"'

# It was made in the week after, with the one that came late.
clock '2026-12-21 09:00:00'
files_the_week
keeps_week callback.signed-rate 2026-W49
keeps_week callback.signed-rate 2026-W50
finds callback.signed-rate 2026-W50 '.detail.made == "1"'
step=$(sql "SELECT s.seq FROM step s JOIN matter m ON m.id = s.matter WHERE m.no = '$done' AND s.what = 'callback'
    ORDER BY s.id DESC LIMIT 1")
accepts as ma amend "$done" --step "$step" --step-at '2026-12-08 10:00:00' --reason '日期写错'
finds_no callback.signed-rate 2026-W49 '.message | contains("更正之前") | not'
finds callback.signed-rate 2026-W50 '.detail.made == "2"'

# A correction of how it was made counts as well.
accepts as ma amend "$hf" --method visit --signed-by '张伟' --reason '是上门'
finds_no callback.signed-rate 2026-W50 '.message | contains("更正之前") | not'

# What is void stands in no rate.
clock '2026-12-28 09:00:00'
files_the_week
keeps_week suggestion.rate 2026-W49
accepts as ma void "$suggestion" --reason '登记重复'
finds_no suggestion.rate 2026-W49
accepts as ma void "$owing" --reason '登记重复'
finds_no callback.rate 2026-W49
exits 0 huiyin audit verify
