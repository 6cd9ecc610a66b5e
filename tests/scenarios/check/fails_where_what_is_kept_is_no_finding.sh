#!/bin/sh
# What is kept of a verdict and can be no finding at all was altered: that is exit 5 wherever it is read.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_settled_complaint
accepts as ma complaint close "$ts" --outcome '业主撤回' --ended withdrawn --reason '自行解决'
clock '2026-11-30 09:00:00'
files_the_week
keeps complaint.ended-unverified "$ts"
cp "$HUIYIN_DB" "$scratch/honest.db"
for change in "rule = 'complaint.no-such'" "said = '{'" "said = '{\"how\":null}'" "said = '{\"how\":{\"how\":1}}'"; do
    cp "$scratch/honest.db" "$HUIYIN_DB"
    sql "UPDATE kept_finding SET $change"
    rejects 5 huiyin check
    prints_nothing
    rejects 5 huiyin check --all --json
    json '.error == "integrity"'
    rejects 5 huiyin check --afresh
    exits 5 huiyin audit verify
done
