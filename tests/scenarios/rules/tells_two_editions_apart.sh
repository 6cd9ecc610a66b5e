#!/bin/sh
# Two editions of rules are told apart clause by clause: two files of an office's rule, or two books. Exit 4 where they differ, 0 where not.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office

leaves_no_entry as wu rules diff "$own_rules/same-day.sql" "$own_rules/same-day.sql" --json
json '. == []'
exits 0 huiyin rules diff "$own_rules/same-day.sql" "$own_rules/same-day.sql" --lang en
prints 'the same'
a_rule_with '-- severity' '-- severity: notice'
rejects 4 huiyin rules diff "$own_rules/same-day.sql" "$rule" --json
json '. == [{clause: "2.2.4", rule: "own.same-day", is: "changed", fact: "severity", before: "breach", after: "notice"}]'
rejects 4 huiyin rules diff "$own_rules/same-day.sql" "$rule" --lang zh
prints '2.2.4'
prints '违规'
prints '提示'
a_rule_with 'WHERE m.reachable' 'WHERE'
rejects 4 huiyin rules diff "$own_rules/same-day.sql" "$rule" --format md --lang en
prints '- WHERE m.reachable'
prints '+ WHERE'

# Books: a limit that was set since, a rule that was added, and nothing else.
a_book() { exits 0 huiyin rules book --json --out "$1"; }
a_book "$scratch/old.json"
clock '2026-11-23 10:00:00'
accepts huiyin policy set order.arrive_within 10min
accepts huiyin rules add "$own_rules/same-day.sql"
a_book "$scratch/new.json"
rejects 4 huiyin rules diff "$scratch/old.json" "$scratch/new.json" --json
json '. == [{clause: "2.2.4", rule: "own.same-day", is: "new", fact: null, before: null, after: null},
    {clause: "6.1", rule: "order.arrived-in-time", is: "changed", fact: "limit order.arrive_within", before: "15min", after: "10min"}]'
rejects 4 huiyin rules diff "$scratch/new.json" "$scratch/old.json" --json
json '[.[] | select(.is == "gone") | .rule] == ["own.same-day"]'
leaves_no_entry huiyin rules diff "$scratch/new.json" "$scratch/new.json"
# As another version of the program would have it.
jq '.clauses[0].reading.en = "Otherwise." | .rules |= map(if .id == "duty.reported" then .severity = "breach" else . end)' \
    "$scratch/new.json" >"$scratch/other.json"
rejects 4 huiyin rules diff "$scratch/new.json" "$scratch/other.json" --json
json '[.[] | [.clause, .rule, .fact]] == [["1.1", null, "reading.en"], ["1.7", "duty.reported", "severity"]]'

# No store is needed for any of it.
HUIYIN_DB=$scratch/none.db
rejects 4 huiyin rules diff "$scratch/old.json" "$scratch/new.json"
rejects 2 huiyin rules diff "$scratch/old.json" "$scratch/none.json"
echo '{"rules": 7}' >"$scratch/bad.json"
rejects 2 huiyin rules diff "$scratch/old.json" "$scratch/bad.json" --lang en
tells 'rules book --json'
