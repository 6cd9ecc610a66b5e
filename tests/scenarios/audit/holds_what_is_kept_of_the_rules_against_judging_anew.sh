#!/bin/sh
# `audit verify --rules` also judges everything anew and compares what the store keeps: verdicts on what is settled,
# and the closed matters on which a deadline runs. Anybody may run it (clause 1.6).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.investigated-in-time
a_late_investigation
is_closed
clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$ts"

exits 0 huiyin audit verify --rules
prints '与库里记下的一致'
exits 0 huiyin --lang en audit verify --rules
prints 'as the store keeps it'
exits 0 huiyin audit verify --rules --json
json '.ok and .faults == []'
exits 0 huiyin audit verify
never_prints '重新判断'
# In Chinese words, and with the other ways to verify.
exits 0 huiyin 审计 核对 --规则 --重放

sql "UPDATE kept_finding SET since = since + 1 WHERE rule = '$rule'"
exits 5 huiyin audit verify --json
json '(.faults | length == 1) and .faults[0].table == "kept_finding" and (.faults[0].what | test("judged anew") | not)'
exits 5 huiyin audit verify --rules --json
json ".ok == false and (.faults | length == 2) and (.faults | any(.row == \"$rule $ts\" and (.what | test(\"judged anew\"))))"
# Somebody who is on no staff is told so, too.
exits 5 huiyin --lang en --as nobody audit verify --rules
prints 'judged anew it comes to something'
