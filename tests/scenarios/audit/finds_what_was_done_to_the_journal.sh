#!/bin/sh
# The chain breaks where an entry is cut from the middle, rewritten, or its order changed.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
a_complaint
cp "$HUIYIN_DB" "$scratch/sound.db"
exits 0 huiyin audit head --json
last_entry=$(printf '%s' "$out" | jq .entries)

finds() {
    cp "$scratch/sound.db" "$HUIYIN_DB"
    sql "$1" || fail "the edit to work" "$1"
    exits 5 huiyin audit verify
    case $out$err in *"$2"*) ;; *) fail "'$2' in what it says" "$out$err" ;; esac
}
finds "DELETE FROM journal WHERE seq = 5" 5
finds "DELETE FROM journal WHERE seq BETWEEN 5 AND 7; UPDATE journal SET seq = seq - 3 WHERE seq > 7" 5
finds "UPDATE journal SET head = replace(head, 'chen', 'zhou') WHERE seq = $last_entry" "$last_entry"
finds "UPDATE journal SET changeset = x'' WHERE seq = $last_entry" "$last_entry"
finds "UPDATE journal SET hash = zeroblob(32) WHERE seq = 6" 6
finds "DELETE FROM journal WHERE 1" ''

# Nothing is recorded on top of a broken end.
cp "$scratch/sound.db" "$HUIYIN_DB"
sql "UPDATE journal SET hash = zeroblob(32) WHERE seq = $last_entry"
exits 5 as chen complaint add --channel letter --text '楼道灯不亮'
