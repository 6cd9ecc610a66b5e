#!/bin/sh
# A backup is the store as one moment saw it, for its owner alone, and on record before it is made.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
copy="$scratch/kept/office.db"
mkdir "$scratch/kept"

adds_an_entry 0 huiyin backup "$copy" --json
json '.ok and .entries > 9 and .bytes > 4096'
same 'the head of the copy' "$(entries_now)" "$(printf '%s' "$out" | jq .entries)"
same 'its mode' 600 "$(stat -c %a "$copy")"
same 'files left in its folder' office.db "$(ls "$scratch/kept")"
exits 0 huiyin audit verify --db "$copy"
same 'the complaints' "$(huiyin complaint list --json)" "$(huiyin complaint list --json --db "$copy")"
exits 0 huiyin audit log --json
json '.[-1].command == "huiyin backup ***"'

# While others write, each copy is sound.
for at in 1 2 3 4 5 6 7 8; do as chen complaint add --channel letter --text "第 $at 封" >"$scratch/no" 2>&1; done &
writer=$!
for at in 1 2 3; do
    exits 0 huiyin backup "$scratch/kept/$at.db"
    exits 0 huiyin audit verify --db "$scratch/kept/$at.db"
done
wait "$writer" || fail 'clerks who record meanwhile' "$(cat "$scratch/no")"
shows 'length == 9' huiyin complaint list

for who in chen wu sun ma tao zhou; do denies as "$who" backup "$scratch/kept/$who.db"; done
[ ! -e "$scratch/kept/chen.db" ] || fail 'no copy for a clerk' 'one'
