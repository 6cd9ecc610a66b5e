#!/bin/sh
# An open matter has no verdict, and its deadlines are reckoned every time. Altered so that it seems to have one, `check` no
# longer knows what is due; judging afresh says so before it is too late.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-30 08:50:00'
a_complaint
clock '2026-11-30 09:00:00'
files_the_week
has_none "$ts"
exits 0 huiyin check --json
json ".due | any(.subject == \"$ts\" and .what == \"reply\")"
cp "$HUIYIN_DB" "$scratch/honest.db"

sql 'DELETE FROM unjudged'
exits 0 huiyin check --json
json '.due == []'
rejects 5 huiyin check --afresh
tells "$ts"

# Nor is one that comes later than was judged.
cp "$scratch/honest.db" "$HUIYIN_DB"
accepts as chen complaint add --channel phone --phone 13900008000 --text '楼上夜里敲打'
sql 'UPDATE judged_through SET matter = 1000'
exits 0 huiyin check --json
json ".due | any(.subject == \"$no\") | not"
rejects 5 huiyin check --afresh
tells "$no"
