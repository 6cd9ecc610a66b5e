#!/bin/sh
# What we say in a callback, to settle what came up or to keep an appointment, is free of taboo
# phrases (clause 2.2.1); what the resident raises is theirs.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=speech.taboo-phrase

a_settled_complaint
refuses "$rule" 2.2.1 as chen callback log "$ts" --method phone --satisfied no --note '说不归我管'
refuses "$rule" 2.2.1 call_back phone no --raised '退水费' --settled '退费的事我不清楚'
accepts call_back phone no --raised '门卫总说不归我管' --appointment '2026-11-25 15:00:00'
refuses "$rule" 2.2.1 as chen callback answer "$no" --text '这事我们不懂'
accepts as chen callback answer "$no" --text '已约谈门卫,向您道歉'
