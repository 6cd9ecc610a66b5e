# What headquarters keeps is proved again on demand: the chain by its entries, every row by what they come to, texts
# by their digests. An office's journal is replayed into a store, and the same rulebook says whether it finds what
# the office said.
. "$(dirname "$0")/lib.sh"

one_office_registered
exits 3 huiyin hq verify 学府苑
tells 只交数字
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 漏水 --from 王芳
first=$no
accepts as chen complaint assign "$first" --to chen
accepts as chen complaint add --channel visit --courtesy seat --text 无人接待 --courtesy-missed 忙
accepts as chen repair add --channel phone --category plumbing --unit 3-502 --phone 13800008000 --text 水管
accepts as ma amend "$first" --unit 3-503 --reason 听错
clock '2026-11-25 09:00:00'
hands_in "$scratch/one"
takes "$scratch/one"
shows ".ok and .entries == $(entries_now) and .rows > 50 and .texts == 0 and .faults == []" huiyin hq verify 学府苑

# Replayed without texts: a store in itself, and the office's word on what people said.
exits 0 huiyin hq replay 学府苑 --out "$scratch/replayed.db" --json
json '.differs == [] and .same > 0 and .texts == 0 and (.judged_at | startswith("2026-11-25T09:00"))'
same 'the journal' "$(sqlite3 -readonly "$HUIYIN_DB" 'SELECT lower(hex(hash)) FROM journal ORDER BY seq DESC LIMIT 1')" \
    "$(sqlite3 -readonly "$scratch/replayed.db" 'SELECT lower(hex(hash)) FROM journal ORDER BY seq DESC LIMIT 1')"
same 'its mode' 600 "$(stat -c %a "$scratch/replayed.db")"
exits 1 huiyin hq replay 学府苑 --out "$scratch/replayed.db"
tells 不会覆盖
exits 2 huiyin hq replay 学府苑

# With texts it is the office's own store: nothing is missing to audit it.
hands_in "$scratch/two" --with texts --since-anchor "$(receipt)"
takes "$scratch/two"
jq '.wanted = ["texts"]' "$(receipt)" >"$scratch/wanted"
clock '2026-11-25 10:00:00'
hands_in "$scratch/all" --with texts --since-anchor "$scratch/wanted"
takes "$scratch/all"
shows '.ok and .texts > 5' huiyin hq verify 学府苑
exits 0 huiyin hq replay 学府苑 --out "$scratch/whole.db" --json
json '.differs == [] and .same > 0 and .texts > 5 and .offices_word == 0'
exits 0 huiyin audit verify --db "$scratch/whole.db"
exits 0 huiyin complaint show "$first" --db "$scratch/whole.db"
case $out in *漏水*) ;; *) fail 'what was said' "$out" ;; esac

# A finding that the office hid, and one that it made up, are told.
hidden=$(psql_says 'SELECT body FROM huiyin.finding ORDER BY id LIMIT 1' | jq -r .rule)
psql_says 'DELETE FROM huiyin.finding WHERE id = 1' >"$scratch/psql"
psql_says "INSERT INTO huiyin.finding SELECT office, 1000, 'complaint.made-up', '1.1', 'breach', 'TS-2026-0001', '2026-11-24T09:00:00+08:00',
    '{\"rule\":\"complaint.made-up\",\"subject\":\"TS-2026-0001\",\"since\":\"2026-11-24T09:00:00+08:00\"}' FROM huiyin.office_head" >"$scratch/psql"
exits 5 huiyin hq replay 学府苑 --out "$scratch/third.db" --json
json "(.differs | length) == 2 and any(.differs[]; .by == \"headquarters\" and .rule == \"$hidden\")
    and any(.differs[]; .by == \"office\" and .rule == \"complaint.made-up\")"

# A row, a text, an entry that somebody changed behind headquarters' back: told, whatever it is.
altered() {
    psql_says "$1" >"$scratch/psql"
    exits 5 huiyin hq verify 学府苑 --json
    json "(.ok | not) and (.faults[0].table == \"$2\")"
    psql_says "$3" >"$scratch/psql"
    exits 0 huiyin hq verify 学府苑
}
altered "UPDATE huiyin.matter SET unit = '3-504' WHERE unit = '3-503'" matter \
    "UPDATE huiyin.matter SET unit = '3-503' WHERE unit = '3-504'"
altered "UPDATE huiyin.step SET at = at - 60" step 'UPDATE huiyin.step SET at = at + 60'
altered "UPDATE huiyin.said_text SET value = '不漏水' WHERE value = '漏水'" said_text \
    "UPDATE huiyin.said_text SET value = '漏水' WHERE value = '不漏水'"
altered "UPDATE huiyin.journal SET head = replace(head, 'complaint add', 'complaint  add')" journal \
    "UPDATE huiyin.journal SET head = replace(head, 'complaint  add', 'complaint add')"
psql_says "CREATE TABLE huiyin.aside AS SELECT * FROM huiyin.step WHERE id = 2; DELETE FROM huiyin.step WHERE id = 2" >"$scratch/psql"
exits 5 huiyin hq verify 学府苑
psql_says "INSERT INTO huiyin.step SELECT * FROM huiyin.aside; DROP TABLE huiyin.aside" >"$scratch/psql"
exits 0 huiyin hq verify 学府苑
psql_says "DELETE FROM huiyin.journal WHERE seq = (SELECT max(seq) FROM huiyin.journal)" >"$scratch/psql"
exits 5 huiyin hq verify 学府苑
