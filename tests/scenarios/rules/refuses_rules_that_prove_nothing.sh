#!/bin/sh
# A rule file is taken whole or not at all: header, query and examples, everything wrong told at once
# with its line. Only an administrator adds one.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
for who in chen wu sun ma tao zhou; do
    denies as "$who" rules add "$own_rules/same-day.sql"
    denies as "$who" rules retire own.same-day --reason '嫌烦'
done
rejects 2 huiyin rules add
rejects 2 huiyin rules add "$scratch/none.sql"
rejects 2 huiyin rules add "$scratch"
rejects 2 huiyin rules retire own.same-day
rejects 2 huiyin rules add "$own_rules/same-day.sql" --by chen

for key in id clause severity judges title.zh title.en message.zh message.en remedy.zh remedy.en reads; do
    rule=$scratch/rule.sql
    grep -v "^-- $key:" "$own_rules/same-day.sql" >"$rule"
    not_taken "'$key' is missing"
done
for id in complaint.courtesy same-day own own. own.Same-day own.same_day; do
    a_rule_with '-- id:' "-- id: $id"
    not_taken "rule.sql:1: the id '$id'"
done
a_rule_with '-- clause:' '-- clause: 9.9'
not_taken "rule.sql:2: there is no clause '9.9'"
a_rule_with '-- severity:' '-- severity: stern'
not_taken "unknown severity 'stern'"
a_rule_with '-- judges:' '-- judges: weather'
not_taken "rule.sql:4: judges cannot be 'weather'"
sed '/^-- judges:/a -- after: close closing' "$own_rules/same-day.sql" >"$rule"
not_taken "rule.sql:5: there is no step 'closing'"
sed '/^-- judges:/a -- when: visit visitt' "$own_rules/same-day.sql" >"$rule"
not_taken "rule.sql:5: nothing is seen as 'visitt'"
a_rule_with '-- judges:' '-- judges: repair'
not_taken 'the query needs FROM scope_repair'
a_rule_with '-- reads:' '-- reads: matter stepp'
not_taken "no table 'stepp'; did you mean step?"
a_rule_with '-- severity:' '-- severity: refuse'
not_taken "'blames' is missing" "needs a column 'row'"
a_rule_with '-- message.en:' '-- message.en: {subject} on {weekday}'
not_taken "rule.sql:8: '{weekday}' is not a column"
a_rule_with '-- reads:' '-- colour: red'
not_taken "unknown header 'colour'" "'reads' is missing"

# The query.
a_rule_with 'SELECT' 'SELECT m.no AS subjekt, m.at AS since, day_of(m.at) AS day'
not_taken "needs a column 'subject'"
a_rule_with 'WHERE m.reachable' 'WHERE m.reachabel AND day_of(now()) > day_of(m.at)'
not_taken 'rule.sql:14: the query is wrong: no such column: m.reachabel'

# The examples.
a_rule_with '-- findings: 0' '-- findings: 1'
not_taken 'no example that keeps the rule'
a_rule_with '-- findings: 1' '-- findings: 0'
not_taken 'no example that breaks the rule'
a_rule_with '-- findings: 1' '-- findings: 2'
not_taken 'one second later' 'found 1, expected 2'
a_rule_with '-- findings: 1' '-- findings: 1 notice'
not_taken 'found a breach, expected a notice'
a_rule_with 'INSERT' "INSERT INTO given_nothing (id) VALUES (1);"
not_taken 'does not hold' 'no such table'

# All of it at once.
printf '%s\n' '-- id: same-day' '-- severity: stern' '-- judges: weather' '-- clause: 9.9' 'DROP TABLE step;' >"$scratch/rule.sql"
rule=$scratch/rule.sql
not_taken "the id 'same-day'" "'stern'" "'weather'" "'9.9'" "'reads' is missing" 'only reads' 'no example that breaks the rule'
rejects 2 huiyin --lang zh-CN rules add "$rule"
tells '编号「same-day」不行'
rejects 2 huiyin rules add "$rule" --json
json '.error == "usage" and (.problems | length > 6)'

# As other editors save it.
sed '1s/^/\xEF\xBB\xBF/; s/$/\r/' "$own_rules/same-day.sql" >"$rule"
accepts huiyin rules add "$rule"
shows 'all(.[]; .ok)' huiyin rules test own.same-day
