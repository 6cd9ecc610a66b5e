#!/bin/sh
# An opinion that a resident brought is called back within three days of its answer; suggestions, and
# what stewards gather on rounds, when the office sees fit (clauses 3.4.1, 3.4.2).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.made
calls_back() { as chen callback log "$jy" --method "$1" --satisfied yes --note '询问看法'; }

clock '2026-11-27 22:00:00'
for channel in letter phone visit; do
    an_answered_opinion "$channel"
    no_breach "$rule" "$jy" '2026-11-30 22:00:00'
    breach "$rule" 3.4.1 "$jy" '2026-11-30 22:00:01' '2026-11-30 22:00:00'
done
an_answered_opinion round
no_breach "$rule" "$jy" '2027-11-27 09:00:00'
for channel in letter phone visit round; do
    an_answered_suggestion "$channel"
    no_breach "$rule" "$jy" '2027-11-27 09:00:00'
done
# Neither phone nor home; and one that was never answered.
accepts as chen suggestion add --kind opinion --channel visit --text '路灯太暗'
jy=$no
accepts thanks
no_breach "$rule" "$jy" '2027-11-27 09:00:00'
an_opinion
no_breach "$rule" "$jy" '2027-11-27 09:00:00'

# In the last second, and one later; by letter it is called back as well.
clock '2026-11-30 22:00:00'
jy=jy-1
accepts as chen callback attempt "$jy" --method phone --note '无人接听'
accepts calls_back letter
no_breach "$rule" JY-2026-0001 '2027-11-27 09:00:00'
jy=jy-2
accepts as chen callback attempt "$jy" --method phone --note '无人接听'
clock '2026-11-30 22:00:01'
accepts calls_back phone
breach "$rule" 3.4.1 JY-2026-0002 '2027-11-27 09:00:00' '2026-11-30 22:00:00'
# Only opinions stand in the list of what is owed, and a closing does not end it.
jy=jy-3
accepts as chen suggestion close "$jy" --outcome '已调'
breach "$rule" 3.4.1 JY-2026-0003 '2027-11-27 09:00:00' '2026-11-30 22:00:00'
