# Of an office that shares figures alone a past that somebody accepted needs no other proof than that it is the very
# one: of the same length is not enough, nor what goes on from it by a receipt of before. Once it is taken, what comes
# next is proved as ever.
. "$(dirname "$0")/lib.sh"

keys_made
server_begins
exits 0 huiyin hq init
clock '2026-11-23 09:00:00'
export HUIYIN_DB=$scratch/figures/office.db
exits 0 huiyin init --office 数字处
registered 数字处
exits 0 huiyin staff add li --name 李四 --role head
exits 0 huiyin backup "$scratch/backup.db"
exits 0 huiyin staff add wang --name 王五 --role auditor
hands_in "$scratch/first" --with figures
takes "$scratch/first"
cp "$(receipt)" "$scratch/before.json"

# restored_with LOGIN LOGIN: the store of the backup, gone on in its own way; as many entries each time
restored_with() {
    rm -f "$HUIYIN_DB"
    exits 0 huiyin restore "$scratch/backup.db" --accept-loss 磁盘损坏
    for login; do exits 0 huiyin staff add "$login" --name 某人 --role auditor; done
}
clock '2026-11-24 09:00:00'
restored_with zhao zhou
cp "$HUIYIN_DB" "$scratch/true.db"
hands_in "$scratch/true" --with figures --since-anchor "$scratch/before.json"
clock '2026-11-24 10:00:00'
restored_with qian sun
hands_in "$scratch/other" --with figures --since-anchor "$scratch/before.json"
same 'entries of both' "$(sqlite3 -readonly "$scratch/true.db" 'SELECT count(*) FROM journal')" "$(entries_now)"

# The later of two pasts that were refused is the one that may be accepted; here it is the true one, handed in last.
exits 5 huiyin hq ingest "$scratch/other"
exits 5 huiyin hq ingest "$scratch/true"
head=$(HUIYIN_DB=$scratch/true.db huiyin audit head --json | jq -r .head)
exits 0 huiyin hq fork accept 数字处 --head "$head" --reason 磁盘损坏

# As long, of the same receipt, signed with the same key: another past all the same, and nothing of it is taken.
known() { psql_says "SELECT seen, seen_hash, seen_root, findings_at IS NULL FROM huiyin.office_head"; }
accepted=$(known)
exits 5 huiyin hq ingest "$scratch/other" --json
json '.[0].result == "refused"'
same 'what headquarters knows' "$accepted" "$(known)"

# The accepted one gone on, by the receipt of before: no proof leads from there, and what to do is said.
cp "$scratch/true.db" "$HUIYIN_DB"
clock '2026-11-25 09:00:00'
exits 0 huiyin staff add wu --name 吴八 --role auditor
hands_in "$scratch/gone-on" --with figures --since-anchor "$scratch/before.json"
exits 5 huiyin hq ingest "$scratch/gone-on" --receipts "$scratch/receipts" --key-file "$scratch/hq.pem" --json
json '.[0] | .result == "refused" and (.problems[0].remedy | contains("--since-anchor"))'
same 'what headquarters knows' "$accepted" "$(known)"

# Done as it says: with the receipt of now it goes on, and the bundle that was accepted is not needed any more.
hands_in "$scratch/proved" --with figures --since-anchor "$(receipt)"
takes "$scratch/proved"
json '.[0].result == "taken"'
same 'how long it is' "$(entries_now)" "$(jq .entries "$(receipt)")"
takes "$scratch/first"
json '.[0].result == "already"'
clock '2026-11-26 09:00:00'
restored_with he jin pan
hands_in "$scratch/third" --with figures --since-anchor "$(receipt "$scratch/true.db")"
exits 5 huiyin hq ingest "$scratch/third"
