#!/bin/sh
# What is there already stays; a copy that cannot be proved or written leaves nothing behind.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
mkdir "$scratch/kept"
echo precious >"$scratch/kept/there"
ln -s /nowhere "$scratch/kept/dangling"

for target in "$scratch/kept/there" "$scratch/kept/dangling" "$scratch/kept" "$HUIYIN_DB"; do
    rejects 1 huiyin backup "$target"
    tells "$target"
    rejects 1 huiyin backup "$target" --json
    json '.error == "failed"'
done
same 'what was there' precious "$(cat "$scratch/kept/there")"
exits 1 huiyin backup "$scratch/absent/office.db"
exits 2 huiyin backup

# An altered store is not taken for a good one.
sql "UPDATE complaint SET class = 1"
exits 5 huiyin backup "$scratch/kept/altered.db"
tells complaint
same 'what is left behind' 'dangling there' "$(ls "$scratch/kept" | xargs)"
