#!/bin/sh
# Verdicts are of now: of another moment everything is judged anew, whether they had been kept by then or not.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.investigated-in-time
a_late_investigation
clock '2026-11-25 09:00:00'
is_closed
moments='2026-11-24 11:00:00,2026-11-24 11:00:01,2026-11-25 09:00:00,2026-11-30 09:00:00,2026-12-08 00:00:01'
# at_each: what check says of each moment
at_each() {
    printf '%s\n' "$moments" | tr , '\n' | while read -r moment; do
        huiyin check --all --as-of "$moment" --json
    done
}
clock '2026-11-30 09:00:00'
at_each >"$scratch/before"
files_the_week
keeps "$rule" "$ts"
at_each >"$scratch/after"
# But that the week was filed.
drop='del(.findings[] | select(.rule == "report.weekly-filed")) | del(.due[] | select(.what == "weekly-report"))'
same 'what is found at each moment' "$(jq "$drop" <"$scratch/before")" "$(jq "$drop" <"$scratch/after")"
no_breach "$rule" "$ts" '2026-11-24 11:00:00'
breach "$rule" 2.2.4 "$ts" '2026-11-24 11:00:01'

# What is altered of what is kept says nothing of another moment, this second's among them.
sql "DELETE FROM kept_finding"
breach "$rule" 2.2.4 "$ts" '2026-11-30 09:00:00'
run huiyin check --all --json
json ".findings | all(.rule != \"$rule\")"
