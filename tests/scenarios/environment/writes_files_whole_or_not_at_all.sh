#!/bin/sh
# --out writes the whole file or leaves the old one as it was.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

exits 0 huiyin complaint list --json --out "$scratch/list.json"
prints_nothing
same 'the file' 1 "$(jq length "$scratch/list.json")"
printf 'old\n' >"$scratch/kept.json"
exits 2 huiyin complaint list --limit none --json --out "$scratch/kept.json"
same 'the old file' old "$(cat "$scratch/kept.json")"
exits 3 huiyin complaint show ts-99 --json --out "$scratch/kept.json"
json '.error == "not-found"'
same 'the old file, once the store was open' old "$(cat "$scratch/kept.json")"
exits 7 as wu report weekly --out "$scratch/kept.json"
same 'the old file after a denial' old "$(cat "$scratch/kept.json")"
exits 1 huiyin complaint list --json --out "$scratch/absent/list.json"
same 'no leftovers' '' "$(find "$scratch" -name '*.json.*')"
exits 0 huiyin complaint list --format csv
prints "$ts"
exits 0 huiyin complaint list --format md
prints "$ts"
