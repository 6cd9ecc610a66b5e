#!/bin/sh
# What was recorded since a seal is verified by itself; what was altered in it is found, what was altered before it is not.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
old=$ts
exits 3 huiyin audit verify --since-seal
exits 0 huiyin audit keygen "$scratch/key.pem"
exits 0 huiyin audit seal --key-file "$scratch/key.pem" --json --out "$scratch/seal.json"
sealed=$(jq .statement "$scratch/seal.json" | grep -o 'entries [0-9]*' | cut -d' ' -f2)
a_complaint --unit 5-101
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint assign "$old" --to chen
exits 0 huiyin audit verify --since-seal --json
json ".ok and .by == \"since-seal\" and .since == $sealed and .entries > $sealed + 2"
exits 0 huiyin audit verify --since-seal --anchor "$scratch/seal.json" --public-key "$scratch/key.pem.pub"
cp "$HUIYIN_DB" "$scratch/sound.db"

altered() {
    cp "$scratch/sound.db" "$HUIYIN_DB"
    sql "$1" || fail "the edit to work" "$1"
}
finds() {
    altered "$1"
    exits 5 huiyin audit verify --since-seal --json
    printf '%s' "$out" | grep -qF "$2" || fail "'$2' in what it says" "$out"
}
finds "UPDATE matter SET unit = '5-102' WHERE no = '$ts'" "$ts"
finds "DELETE FROM step WHERE matter = (SELECT id FROM matter WHERE no = '$ts') AND what = 'assign'" step
finds "UPDATE content SET value = value || '。' WHERE id = (SELECT text FROM matter WHERE no = '$ts')" matter.text
finds "UPDATE journal SET head = replace(head, 'chen', 'zhou') WHERE seq = $sealed + 2" "$((sealed + 2))"
finds "DELETE FROM journal WHERE seq = $sealed + 2" "$((sealed + 2))"
finds "UPDATE journal SET hash = zeroblob(32) WHERE seq = $sealed" seal
finds "UPDATE seal SET head = replace(head, 'a', 'b')" seal

# Of what lies before the seal it says nothing; the whole does.
altered "UPDATE matter SET unit = '3-503' WHERE no = '$old'"
exits 0 huiyin audit verify --since-seal
exits 5 huiyin audit verify

cp "$scratch/sound.db" "$HUIYIN_DB"
exits 2 huiyin audit verify --since-seal --replay
exits 0 huiyin audit verify --replay --json
json '.ok and .by == "replay" and .since == null'
for way in '' --sums; do
    exits 0 huiyin audit verify $way --json
    json '.ok and .by == "sums"'
done
altered "UPDATE matter SET unit = '3-503' WHERE no = '$old'"
for way in '' --sums --replay; do
    exits 5 huiyin audit verify $way --json
    json '(.ok | not) and .by == "replay" and (.faults | length > 0)'
done
