#!/bin/sh
# A try-out with real letters, where they are at hand beside the project: they become complaints by
# one import, once and only once. Skips (77) where they are not.
letters=$(dirname "$0")/../../shared/data/letters.csv
if [ ! -r "$letters" ]; then
    echo 'skipped: no letters beside the project'
    exit 77
fi
letters=$(cd "$(dirname "$letters")" && pwd)/letters.csv
words=$(dirname "$0")/scenarios
. "$(dirname "$0")/scenarios/lib.sh"
office_now

# The letters' columns become the options' names.
sqlite3 :memory: ".import --csv $letters letters" '.mode csv' '.headers on' ".once $scratch/complaints.csv" \
    "SELECT 'letter' AS channel, writer AS \"from\", subject, at, text, category,
        'letter-' || letter AS key, '补录存档信件' AS \"late-reason\" FROM letters"
rows=$(sqlite3 :memory: ".import --csv $letters letters" 'SELECT count(*) FROM letters')

# timed WHAT CMD…: exit 0, and how long it took
timed() {
    what=$1
    shift
    began=$(date +%s%N)
    exits 0 "$@"
    printf '%s: %s ms\n' "$what" $((($(date +%s%N) - began) / 1000000))
}
timed "importing $rows letters" as chen batch --csv 'complaint add' "$scratch/complaints.csv"
same 'a number for each letter' "$rows" "$(printf '%s\n' "$out" | wc -l)"
before=$(store_now)
timed 'importing them again' as chen batch --csv 'complaint add' "$scratch/complaints.csv"
same 'nothing added' "$before" "$(store_now)"
timed 'the report on a week' as chen report weekly --week 2019-W16 --json
json '.complaints.received == 7'
timed 'verifying' huiyin audit verify
