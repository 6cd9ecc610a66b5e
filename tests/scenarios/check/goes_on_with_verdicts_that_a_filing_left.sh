#!/bin/sh
# Whoever files a week again has the verdicts kept that the filing before was to keep and did not, or that count no more: of
# a thousand matters or more, and of all where none counts (decision 85). The report stays as it is.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
office
clock '2026-11-24 09:00:00'
a_closed_complaint --unit 3-501

files_again() {
    before=$(entries_now)
    exits 0 as ma report weekly --lang en
    tells 'W48 was filed before; no figure changed'
    [ "$(entries_now)" -gt "$before" ] || fail 'verdicts in the journal' 'no entry'
    leaves_no_entry as ma report weekly
    agrees
}
# ahead_of_the_report COUNT: so many calls for help of the week after it
ahead_of_the_report() {
    seq "$1" | sed 's/.*/assist add --text "求助 &" --phone 0571-80000000/' >"$scratch/many"
    exits 0 as chen batch "$scratch/many" --quiet
}

clock '2026-11-30 09:00:00'
files_the_week
has_verdict "$ts"
clock '2026-12-01 09:00:00'
ahead_of_the_report 999
leaves_no_entry as ma report weekly
ahead_of_the_report 1
files_again

# By other rules, as of another version, none of them counts.
whole=$HUIYIN_DB
HUIYIN_DB=$scratch/by_other_rules.db
cp "$whole" "$HUIYIN_DB"
sql "UPDATE judged_through SET rulebook = 'of another version'"
leaves_no_entry as ma report weekly --dry-run
files_again
has_verdict "$ts"
HUIYIN_DB=$whole

# A filing that is killed half way leaves the rest to whoever files the week again.
clock '2026-12-07 09:00:00'
ahead_of_the_report 4000
cp "$whole" "$scratch/tried.db"
traced -e trace=ftruncate
HUIYIN_DB=$scratch/tried.db
exits 0 as ma report weekly
half=$(($(grep -c ftruncate "$scratch/calls") / 2))
HUIYIN_DB=$whole
traced -e trace=ftruncate -e "inject=ftruncate:signal=KILL:when=$half"
as ma report weekly >"$scratch/killed" 2>&1 && fail 'a filing that is killed' 'it ended by itself'
HUIYIN=$untraced
left() { sql "SELECT max(m.id) - t.matter FROM matter m, judged_through t"; }
[ "$(left)" -ge 1000 ] || fail 'matters left without a verdict' "$(left)"
exits 0 as ma report weekly
same 'matters left without a verdict' 0 "$(left)"
leaves_no_entry as ma report weekly
agrees
exits 0 huiyin audit verify
