#!/bin/sh
# Whoever brings an opinion or a suggestion is thanked for it, or told that we are sorry (clause 2.2.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=suggestion.courtesy
answers() { as chen suggestion answer "$jy" --text '已列入计划' "$@"; }

# Words of thanks do not say it: the record does. A letter no less than a call.
a_suggestion
for method in phone visit letter; do refuses "$rule" 2.2.5 answers --method "$method"; done
refuses "$rule" 2.2.5 as chen suggestion answer "$jy" --text '谢谢您' --method phone
rejects 2 answers --method phone --courtesy cheers
shows '[.steps[].what] == ["add"] and .state == "open"' huiyin suggestion show "$jy"
accepts answers --method letter --courtesy thanks

# Gathered on a round, from someone who left nothing: an answer is an answer.
accepts as sun suggestion add --kind opinion --channel round --text '座椅松动'
jy=$no
refuses "$rule" 2.2.5 answers --method visit
accepts answers --method visit --courtesy apology
no_finding "$rule" "$jy" '2026-11-23 09:00:00'
