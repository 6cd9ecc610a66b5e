#!/bin/sh
# A rule of the office's own that cannot be run any more stops nobody: whoever it would have judged
# is told, check and doctor say so with the remedy, and a new edition or retiring ends it.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
accepts huiyin rules add "$own_rules/same-day.sql"
exits 0 huiyin doctor --json
json '.checks | any(.check == "own-rules" and .state == "ok")'

# breaks SQL-PATTERN SQL: as an upgrade would that changes what the rule reads
breaks() { sql "UPDATE content SET value = replace(value, '$1', '$2') WHERE value LIKE '-- id: own.%'"; }
# stops_nobody WORDS: the rule was not run for this reason, and all goes on
stops_nobody() {
    accepts as chen complaint add --channel phone --phone 13800008000 --text '热水时有时无' --json --lang en
    told own.same-day notice
    prints "$1"
    prints 'huiyin rules retire own.same-day'
}
breaks 'm.reachable' 'm.reachabel'
stops_nobody 'no such column: m.reachabel'
leaves_no_entry as chen complaint show ts-1
exits 0 huiyin status
notice own.same-day 2.2.4 own.same-day '2026-11-23 09:00:00'
rejects 1 huiyin doctor --json --lang en
json '.checks | any(.check == "own-rules" and .state == "fault")'
prints 'own.same-day was not run'

breaks 'm.reachabel' '(WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t)'
stops_nobody 'took too long'
# Whoever writes into the file can put there what the gate would not take; it is not run either.
breaks 'SELECT m.no' 'SELECT (SELECT max(head) FROM journal) AS x, m.no'
stops_nobody 'prohibited'
exits 5 huiyin audit verify

accepts huiyin rules add "$own_rules/same-day.sql"
accepts as chen complaint add --channel phone --phone 13800008000 --text '热水时有时无' --json
json '.findings | all(.rule != "own.same-day")'
exits 0 huiyin doctor
