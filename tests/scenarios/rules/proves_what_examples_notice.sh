#!/bin/sh
# A rule's query is changed on purpose, and its examples have to notice; what none notices is listed until an example does or the file
# says why none can. Branches that no example went through are listed, too.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office

leaves_no_entry as wu rules test repair.dispatched-in-time --mutate --json
json '.rules == 1 and .survived == 0 and .killed > 5 and .mutants == .killed + .explained and .survivors == [] and .wrong == []
    and .by_rule[0].rule == "repair.dispatched-in-time"'
exits 0 huiyin rules test repair.dispatched-in-time --mutate --lang en
prints '1 rules,'
prints '0 survived'
exits 0 huiyin rules test repair.dispatched-in-time --mutate --lang zh
prints '没看出 0 处'

# Both its examples have one complaint: whose steps are read nobody notices.
accepts huiyin rules add "$own_rules/soon-held.sql"
rejects 1 huiyin rules test own.soon-held --mutate --json
json '.survivors == [{rule: "own.soon-held", line: 15, change: "s.matter = m.id => true"}] and .killed == .mutants - 1'
rejects 1 huiyin rules test own.soon-held --mutate --lang en
prints 's.matter = m.id => true'

# with TEXT…: the rule with these lines behind its examples, taken up anew
with() {
    { cat "$own_rules/soon-held.sql" && printf '%s\n' "$@"; } >"$scratch/rule.sql"
    accepts huiyin rules add "$scratch/rule.sql"
}
with '-- equivalent: s.matter = m.id => true' '-- because: we only ever have one'
leaves_no_entry huiyin rules test own.soon-held --mutate --json
json '.explained == 1 and .survived == 0 and .reasons[0].because == "we only ever have one"'
# A reason for what there is not, and for what an example notices.
with '-- equivalent: s.matter = m.id => true' '-- equivalent: s.matter = m.no => true' '-- because: we only ever have one'
rejects 1 huiyin rules test own.soon-held --mutate --json
json '[.wrong[].what.en] == ["there is no such change: s.matter = m.no => true"] and .survived == 0'
of_two() {
    printf '%s\n' '' '-- example: of two each has its own' '-- now: 2026-11-25 00:00:00' '-- findings: 1 breach' "$@" \
        "INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');" \
        "INSERT INTO given_step (matter, what, at, to_staff) VALUES (2, 'assign', '2026-11-23 10:00:00', 2);"
}
with "$(of_two '-- since: 2026-11-23 10:00:00' '-- says: TS-2026-0001')"
leaves_no_entry huiyin rules test own.soon-held --mutate --json
json '.survived == 0 and .explained == 0'
with "$(of_two)" '-- equivalent: s.matter = m.id => true' '-- because: we only ever have one'
rejects 1 huiyin rules test own.soon-held --mutate --json
json '.wrong[0].what.en == "a reason is given, and the example '"'of two each has its own'"' notices: s.matter = m.id => true"'

# What an example says of the moment, the person and the words is held against what is found.
for wrong in '-- since: 2026-11-23 10:00:01' '-- blamed: wu' '-- says: TS-2026-0002' '-- unsaid: TS-2026-0001'; do
    { cat "$own_rules/soon-held.sql" && of_two "$wrong"; } >"$scratch/rule.sql"
    rejects 2 huiyin rules add "$scratch/rule.sql"
done
{ cat "$own_rules/soon-held.sql" && echo '-- equivalent: s.matter = m.id => true'; } >"$scratch/rule.sql"
rejects 2 huiyin rules add "$scratch/rule.sql"
tells because

leaves_no_entry as chen rules test complaint.courtesy-missed --coverage --json
json '.rules == 1 and .branches > 0 and .branches == .covered'
accepts huiyin rules add "$own_rules/same-day.sql"
a_query_of "SELECT m.no AS subject, m.at AS since, day_of(m.at) AS day FROM scope_complaint m
WHERE m.reachable AND (day_of(now()) > day_of(m.at) OR m.at < 0)
  AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.matter = m.id AND s.what = 'reply' AND day_of(s.at) = day_of(m.at));"
accepts huiyin rules add "$rule"
rejects 1 huiyin rules test own.same-day --coverage --json
json '[.by_branch[] | select(.made_true == 0) | [.kind, .branch]] == [["or", "m.at < 0"]]'
rejects 1 huiyin rules test own.same-day --coverage --lang en
prints 'never'
rejects 2 huiyin rules test --coverage --mutate
