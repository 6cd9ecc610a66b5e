#!/bin/sh
# Tampered with, older than an anchor knows, another office's, no store at all: nothing is replaced.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
exits 0 huiyin backup "$scratch/old.db"
a_complaint
exits 0 huiyin audit head --json --out "$scratch/anchor.json"
exits 0 huiyin backup "$scratch/new.db"

tampered() {
    cp "$scratch/new.db" "$scratch/tampered.db"
    sql_in "$scratch/tampered.db" "$1"
    rejects 5 huiyin restore "$scratch/tampered.db"
    tells tampered.db
    rejects 5 huiyin restore "$scratch/tampered.db" --accept-loss '将就'
}
tampered "UPDATE complaint SET class = 1 WHERE id = 1"
tampered "UPDATE content SET value = '无事' WHERE value = '热水时有时无'"
tampered "DELETE FROM journal WHERE seq = 5"
tampered "UPDATE journal SET head = replace(head, 'chen', 'wu')"
tampered "CREATE TRIGGER t AFTER INSERT ON step BEGIN SELECT 1; END"

rm "$HUIYIN_DB"
exits 5 huiyin restore "$scratch/old.db" --anchor "$scratch/anchor.json"
tells '锚点'
[ ! -e "$HUIYIN_DB" ] || fail 'nothing in the place' 'a store'
exits 0 huiyin restore "$scratch/new.db" --anchor "$scratch/anchor.json"
exits 0 huiyin audit verify --anchor "$scratch/anchor.json"
rm "$HUIYIN_DB"
exits 0 huiyin restore "$scratch/old.db" --anchor "$scratch/anchor.json" --accept-loss '只剩这份' --json
json '.unseen > 0'
exits 0 huiyin audit verify

# Rewritten before the anchor: no reason helps.
jq '.head = ("0" * 64)' "$scratch/anchor.json" >"$scratch/other.json"
rejects 5 huiyin restore "$scratch/new.db" --anchor "$scratch/other.json" --accept-loss '将就'

exits 0 huiyin init --db "$scratch/other.db" --office '另一处'
rejects 1 huiyin restore "$scratch/other.db" --accept-loss '将就'
tells '另一个办公室'
echo nonsense >"$scratch/nonsense"
rejects 1 huiyin restore "$scratch/nonsense"
rejects 1 huiyin restore "$scratch/absent"
for who in chen wu sun ma tao zhou; do denies as "$who" restore "$scratch/new.db"; done
