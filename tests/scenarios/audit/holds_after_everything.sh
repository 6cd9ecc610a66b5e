#!/bin/sh
# After a day of every kind of command the audit holds, and each command is one entry in order.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to chen
rejects 4 as chen complaint assign "$ts" --to li
denies as wu complaint assign "$ts" --to li
accepts as chen amend "$ts" --unit 3-503 --reason '房号写错'
accepts as chen note "$ts" --text '业主来电'
settled
accepts as ma complaint close "$ts" --outcome '已更换' --unsatisfied --reason '赔偿'
exits 0 huiyin staff away ma --from '2026-11-24 08:00:00' --to '2026-11-25 08:00:00' --acting mei
exits 0 huiyin staff leave li
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json

leaves_no_entry huiyin audit verify
exits 0 huiyin audit head --json
json '(.entries | type) == "number" and (.head | test("^[0-9a-f]{64}$"))'
entries=$(printf '%s' "$out" | jq .entries)
head=$(printf '%s' "$out" | jq -r .head)
exits 0 huiyin audit log --json
json "[.[].seq] == [range(1; $entries + 1)]"
json 'all(.[]; has("at") and has("os_user") and has("staff") and has("command") and has("subjects") and has("hash"))'
same 'the head' "$head" "$(printf '%s' "$out" | jq -r '.[-1].hash')"
json ".[-1].at == \"2026-11-30T09:00:00+08:00\" and any(.[]; .subjects | index(\"$ts\"))"
exits 0 huiyin audit show "$entries"
