#!/bin/sh
# A rule of the office's own is tried on the past before it binds: what it would have found, by clause and month, and
# nothing is recorded. The one in force finds nothing that is not found (clause 1.1).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
a_settled_complaint
a_complaint --unit 3-501
clock '2026-11-24 10:00:00'
settled
a_settled_complaint --unit 3-502
clock '2026-11-25 10:00:00'

rejects 4 as wu rules try "$own_rules/same-day.sql" --json
json '[.newly[] | [.rule, .subject]] == [["own.same-day", "TS-2026-0002"]] and .no_longer == [] and .unchanged == 0
    and .by_clause == {"2.2.4": {newly: 1, no_longer: 0}} and .by_month == {"2026-11": {newly: 1, no_longer: 0}}
    and .rules == ["own.same-day"]'
leaves_no_entry huiyin rules try "$own_rules/same-day.sql" --since '2026-11-24'
rejects 3 huiyin rules show own.same-day

# In force it finds nothing more, and what it did not bind before stays so.
accepts huiyin rules add "$own_rules/same-day.sql"
clock '2026-11-26 10:00:00'
a_complaint --unit 3-503
clock '2026-11-27 10:00:00'
leaves_no_entry huiyin rules try "$own_rules/same-day.sql" --json
json '.newly == [] and .no_longer == [] and .unchanged == 1'
# Another text of it is matched by rule and subject: the one found stays, the earlier one is new.
a_rule_with '-- message.en' '-- message.en: {subject} was left overnight ({day})'
rejects 4 huiyin rules try "$rule" --json
json '[.newly[].subject] == ["TS-2026-0002"] and .no_longer == [] and .unchanged == 1'

# A deadline has its rate, by the rule's name.
sed 's/^-- id: .*/-- id: own.soon/' "$own_rules/soon-held.sql" >"$scratch/soon.sql"
run huiyin rules try "$scratch/soon.sql" --json
[ "$code" -eq 0 ] || [ "$code" -eq 4 ] || fail 'exit 0 or 4' "exit $code"
json '.rates["own.soon"].before.den == 0 and .rates["own.soon"].after.den > 0'

a_rule_with '-- severity' '-- severity: forbidden'
rejects 2 huiyin rules try "$rule"
rejects 2 huiyin rules try "$scratch/none.sql"
a_rule_with '-- id' '-- id: complaint.same-day'
rejects 2 huiyin rules try "$rule"
