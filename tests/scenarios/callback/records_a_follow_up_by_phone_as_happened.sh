#!/bin/sh
# A follow-up that was a call though it should have been a visit: on record, a breach, and not the
# visit it should have been (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.follow-up-method
clock '2026-11-24 10:00:00'
a_settled_complaint
accepts call_back phone no

clock '2026-11-24 11:00:00'
accepts call_back phone no --as-happened '业主来电追问' --json
told "$rule" breach
breach "$rule" 3.3.3b "$ts" '2026-11-30 09:00:00' '2026-11-24 11:00:00'
clock '2026-11-24 12:00:00'
refuses "$rule" 3.3.3b call_back phone yes
accepts visit_back yes
shows '.callbacks | map(.ordinal) == [1, 2, 3]' as chen complaint show "$ts"
