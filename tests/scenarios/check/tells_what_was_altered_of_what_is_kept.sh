#!/bin/sh
# What is kept of a verdict can be altered with the shell. `check` believes it; judging afresh and verifying do not.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.investigated-in-time
a_late_investigation
is_closed
clock '2026-11-24 12:00:00'
a_closed_complaint --unit 3-502
clean=$ts
breach "$rule" 2.2.4 TS-2026-0001 '2026-11-24 12:00:00'
ts=TS-2026-0001
clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$ts"
has_verdict "$clean"
finds "$rule" "$ts"
cp "$HUIYIN_DB" "$scratch/honest.db"

# altered STATEMENT: of the honest store
altered() {
    cp "$scratch/honest.db" "$HUIYIN_DB"
    sql "$1"
}
# is_told NUMBER…: by judging afresh, with the rule, and by verifying
is_told() {
    rejects 5 huiyin check --afresh
    prints_nothing
    for number in "$@"; do tells "$rule $number"; done
    tells 'audit verify'
    rejects 5 huiyin check --afresh --json
    json '.error == "integrity" and (.problems | length == 1)'
    exits 5 huiyin audit verify
}

altered "DELETE FROM kept_finding WHERE rule = '$rule'"
exits 0 huiyin check
prints_nothing
is_told "$ts"

altered "UPDATE kept_finding SET subject = '$clean', matter = (SELECT id FROM matter WHERE no = '$clean') WHERE rule = '$rule'"
exits 4 huiyin check --json
json ".findings | any(.subject == \"$clean\")"
is_told "$ts" "$clean"

altered "UPDATE kept_finding SET since = since + 1 WHERE rule = '$rule'"
is_told "$ts"
altered "UPDATE kept_finding SET said = replace(said, '\"late_for\":1', '\"late_for\":60') WHERE rule = '$rule'"
exits 4 huiyin check --json
json '.findings | any(.detail.late_for == "60")'
is_told "$ts"
altered "INSERT INTO kept_finding SELECT id + 100, matter, rule, severity, subject, since, row, avoidable, open, to_be_explained,
    said FROM kept_finding WHERE rule = '$rule'"
is_told "$ts"
altered "INSERT INTO kept_finding SELECT 100, NULL, 'callback.rate', severity, '2026-W48', since, row, avoidable, open,
    to_be_explained, said FROM kept_finding WHERE rule = '$rule'"
rejects 5 huiyin check --afresh
tells 'callback.rate 2026-W48'

# Where no verdict counts, everything is judged, and nothing differs; but the store is not what commands wrote.
for statement in "INSERT INTO unjudged SELECT id FROM matter WHERE no = '$ts'" "DELETE FROM judged_through" \
    "UPDATE judged_through SET rulebook = 'x'" "UPDATE judged_through SET matter = 0" "DELETE FROM judged_period"; do
    altered "$statement"
    finds "$rule" "$ts"
    finds_no "$rule" "$clean"
    exits 5 huiyin audit verify
done
# So do those who made the rules otherwise: the next filing begins anew.
altered "UPDATE judged_through SET rulebook = 'x'; DELETE FROM kept_finding"
clock '2026-12-07 09:00:00'
accepts as ma note "$clean" --text '备查'
clock '2026-12-14 09:00:00'
files_the_week
keeps "$rule" "$ts"
finds "$rule" "$ts"
