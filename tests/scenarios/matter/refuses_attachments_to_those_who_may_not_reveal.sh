#!/bin/sh
# A signed sheet shows a name, a number and a signature. Its bytes are for those who may reveal, and it
# is on record that they had them before they get them; the others are told no more than its name.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --text 无热水
ts=$no
echo '王小明 13800008000 签名' >"$scratch/sheet.txt"
accepts as chen attach "$ts" "$scratch/sheet.txt"
for who in wu zhou; do
    denies as "$who" attachment save "$ts" 2 --out "$scratch/got"
    denies as "$who" attachment save "$ts" 2 --json
done
denies huiyin attachment save "$ts" 2 --out "$scratch/got"
[ ! -e "$scratch/got" ] || fail 'nothing saved' "$(cat "$scratch/got")"

before=$(huiyin audit head --json | jq .entries)
exits 0 as chen attachment save "$ts" 2 --out "$scratch/got"
cmp -s "$scratch/sheet.txt" "$scratch/got" || fail 'the bytes' "$(cat "$scratch/got")"
same 'one entry of it' $((before + 1)) "$(huiyin audit head --json | jq .entries)"
shows ".[-1].staff == \"chen\" and (.[-1].subjects | index(\"$ts\")) != null
    and (.[-1].command | contains(\"attachment save\"))" huiyin audit log --json
# Nothing was shown, so nothing is on record.
rejects 3 as chen attachment save "$ts" 1
