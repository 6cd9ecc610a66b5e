#!/bin/sh
# A lock that the sqlite3 shell holds is waited for as well: exit 6 after 10 s.
. "$(dirname "$0")/../lib.sh"
office_now
cp "$HUIYIN_DB" "$scratch/before.db"

mkfifo "$scratch/statements"
sqlite3 "$HUIYIN_DB" <"$scratch/statements" >"$scratch/answers" &
shell=$!
trap 'kill "$shell" 2>/dev/null; rm -rf "$scratch"' EXIT
exec 3>"$scratch/statements"
printf 'BEGIN EXCLUSIVE;\nSELECT 1;\n' >&3
until [ -s "$scratch/answers" ]; do sleep 0.1; done

exits 6 as chen complaint add --channel letter --text '楼道灯不亮' --json
json '.ok == false and .error == "busy"'
printf 'ROLLBACK;\n.quit\n' >&3
exec 3>&-
wait "$shell"
cmp "$HUIYIN_DB" "$scratch/before.db" || fail 'an unchanged store' changed
accepts as chen complaint add --channel letter --text '楼道灯不亮'
