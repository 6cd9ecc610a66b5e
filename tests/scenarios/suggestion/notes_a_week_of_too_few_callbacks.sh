#!/bin/sh
# How many suggestions are called back is the office's own affair: with a target of its own, a whole
# week under it is noted until it is made up for (clause 3.4.2). Opinions that residents brought are
# none of it.
. "$(dirname "$0")/../lib.sh"
office
rule=suggestion.rate
calls_back() { as chen callback log "$jy" --method phone --satisfied yes --note '询问看法'; }
week_of_four() {
    clock "$1 00:00:00"
    an_answered_suggestion
    accepts calls_back
    an_answered_suggestion round
    an_answered_opinion round
    first=$jy
    clock "$2 23:59:59"
    an_answered_suggestion visit
    second=$jy
    # A resident's opinion, called back or not, changes nothing.
    an_answered_opinion
    accepts calls_back
}
week_of_four 2026-11-23 2026-11-29
no_finding "$rule" 2026-W48 '2026-11-30 00:00:01'

clock '2026-11-30 00:00:00'
exits 0 huiyin policy set suggestion.rate 50% --reason '本办公室目标'
week_of_four 2026-11-30 2026-12-06
no_finding "$rule" 2026-W49 '2026-12-06 23:59:59'
finding notice "$rule" 3.4.2 2026-W49 '2026-12-07 00:00:01' '2026-12-07 00:00:00'
exits 0 huiyin check --clause 3.4.2 --as-of '2026-12-07 00:00:01'

# An attempt reaches nobody, a letter to one alone discharges nothing; a call later heals it.
clock '2026-12-07 09:00:00'
accepts as chen callback attempt "$first" --method phone --note '无人接听'
accepts publishes "$second"
finding notice "$rule" 3.4.2 2026-W49 '2026-12-07 09:00:00'
clock '2026-12-07 10:00:00'
jy=$first
accepts calls_back
finding notice "$rule" 3.4.2 2026-W49 '2026-12-07 09:59:59'
no_finding "$rule" 2026-W49 '2026-12-07 10:00:00'
