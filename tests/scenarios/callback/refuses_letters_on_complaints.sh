#!/bin/sh
# Whoever complained is asked by phone or at the door, never by letter (clause 3.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.kind-of-method

a_settled_complaint
refuses "$rule" 3.2.2 call_back letter yes
refuses "$rule" 3.2.2 call_back letter yes --as-happened '信已寄出' --witness '李雷'
accepts call_back phone yes

# What another department forwarded is no exception.
a_settled_complaint --forwarded-by '后勤处'
refuses "$rule" 3.2.2 call_back letter yes
accepts visit_back yes

# A repair may be asked about by letter.
a_finished_repair
accepts check_back letter yes

# A letter that reached nobody is no callback.
accepts as chen callback attempt "$ts" --method letter --note '信被退回'
