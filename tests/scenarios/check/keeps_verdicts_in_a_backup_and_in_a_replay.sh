#!/bin/sh
# A backup has the verdicts of its store; the journal proves them; a store that is made anew from what was exported comes to the
# same, with verdicts of its own.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.investigated-in-time
a_late_investigation
is_closed
clock '2026-11-24 12:00:00'
a_settled_repair --unit 3-502
clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$ts"
has_verdict "$bx"
finds "$rule" "$ts"
found=$_found
exits 0 huiyin audit verify
exits 0 huiyin audit verify --replay
exits 0 huiyin audit log --json
json '.[-1].command | startswith("huiyin report weekly")'

exits 0 huiyin backup "$scratch/copy.db"
exits 0 as tao export "$scratch/exported" --with-personal-data

# What came after the backup is not in it.
accepts as ma void "$bx" --reason '登记重复'
has_none "$bx"
live=$HUIYIN_DB
HUIYIN_DB=$scratch/copy.db
keeps "$rule" "$ts"
has_verdict "$bx"
agrees
same 'what is found in the backup' "$found" "$_found"
exits 0 huiyin audit verify
HUIYIN_DB=$scratch/restored.db
exits 0 huiyin restore "$scratch/copy.db"
keeps "$rule" "$ts"
agrees
exits 0 huiyin audit verify


# Recorded anew, what is settled has no verdict until the next week is filed.
HUIYIN_DB=$scratch/anew.db
clock '2026-12-01 09:00:00'
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
cd "$scratch/exported" || exit 1
exits 0 huiyin batch --replay commands.jsonl
agrees
anew=$_found
HUIYIN_DB=$scratch/restored.db
agrees
same 'what is found in the store made anew' "$_found" "$anew"
HUIYIN_DB=$scratch/anew.db
clock '2026-12-07 09:00:00'
files_the_week
keeps "$rule" "$ts"
has_verdict "$bx"
agrees
exits 0 huiyin audit verify
exits 0 huiyin --db "$live" audit verify
