# Figures alone, the journal, or texts too: what an office does not share never reaches headquarters. What was
# erased goes from there with the next bundle; what a crash of the server emptied is asked for again.
. "$(dirname "$0")/lib.sh"

one_office_registered
person=赵钱孙 phone=13812345678 words=电梯里有水渍
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --from "$person" --phone "$phone" --text "$words" --unit 3-502
ts=$no
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint settle "$ts" --findings 查过 --opinion 修 --reply "已告知$person,电话$phone" --method phone

# What a bundle and the server's files hold in clear.
holds() { ! unpacked "$1" | grep -qF -e "$person" -e "$phone" -e "$words"; }
hands_in "$scratch/journal"
holds "$scratch/journal" || fail 'no name, phone or text in a bundle of the journal' 'one of them'
takes "$scratch/journal"
# Everything, down to the server's own log of changes and of errors.
psql_says CHECKPOINT >"$scratch/psql"
! grep -rqaF -e "$person" -e "$phone" -e "$words" "$pg" || fail 'nothing said in any file of the server' 'it is'

# To share texts is on record before it is done; the policy says so for cron.
before=$(entries_now)
hands_in "$scratch/texts" --with texts --since-anchor "$(receipt)"
same 'entries' $((before + 1)) "$(entries_now)"
shows '.[-1].command | startswith("huiyin bundle ")' huiyin audit log
exits 2 huiyin policy set hq.share everything --reason 试
accepts huiyin policy set hq.share texts --reason 总部要查
clock '2026-11-23 10:00:00'
exits 0 huiyin bundle --out "$scratch/texts" --key-file "$scratch/office.pem" --json
json '.share == "texts" and .texts > 5'
takes "$scratch/texts"
same_as_office 学府苑
same 'the text' "$words" "$(psql_says "SELECT value FROM huiyin.said_text WHERE value = '$words'")"
shows '.[0] | .texts_missing == 0 and .share == "texts"' huiyin hq status

# Erased at the office: gone at headquarters with the bundle that says so.
clock '2026-11-24 09:00:00'
accepts huiyin resident erase --phone "$phone" --reason 本人要求
hands_in "$scratch/erased" --since-anchor "$(receipt)"
takes "$scratch/erased"
same_as_office 学府苑
same 'texts with the person' 0 "$(psql_says "SELECT count(*) FROM huiyin.said_text WHERE value LIKE '%$phone%' OR value LIKE '%$person%'")"
psql_says CHECKPOINT >"$scratch/psql"
! grep -rqaF -e "$person" -e "$phone" "$pg/data/base" || fail 'nothing of the person in the tables' 'it is'

# A server that crashed has lost them; it says so, and asks.
server_stops immediate
server_starts
shows '.[0] | .state == "texts-missing" and .texts_missing > 5' huiyin hq status
takes "$scratch/erased"
same 'a receipt that asks' '["texts"]' "$(jq -c .wanted "$(receipt)")"
clock '2026-11-25 09:00:00'
hands_in "$scratch/again" --since-anchor "$(receipt)"
takes "$scratch/again"
json '.[0] | .result == "taken"'
shows '.[0] | .state == "current" and .texts_missing == 0' huiyin hq status
same_as_office 学府苑
same 'the text' "$words" "$(psql_says "SELECT value FROM huiyin.said_text WHERE value = '$words'")"

# Figures alone: how long the journal is, and that it only grew.
HUIYIN_DB=$scratch/figures/office.db
clock '2026-11-30 09:00:00'
exits 0 huiyin init --office 数字处
registered 数字处
exits 0 huiyin staff add li --name 李四 --role head
exits 0 huiyin report weekly --week 2026-W48 --as li
clock '2026-11-30 10:00:00'
hands_in "$scratch/figures1" --with figures
! unpacked "$scratch/figures1" | grep -q '^entry' || fail 'no entry in a bundle of figures' 'one'
takes "$scratch/figures1"
json '.[0].result == "taken"'
same 'weeks' 2026-W48 "$(psql_says 'SELECT week FROM huiyin.shared_week')"
same 'rows' 0 "$(psql_says "SELECT count(*) FROM huiyin.journal j JOIN huiyin.office_head h USING (office) WHERE h.name = '数字处'")"
for day in 01 02 03; do
    clock "2026-12-$day 09:00:00"
    exits 0 huiyin staff add "wang$day" --name 王五 --role auditor
    hands_in "$scratch/figures2" --with figures --since-anchor "$(receipt)"
    takes "$scratch/figures2"
    json '.[0].result == "taken"'
done
same 'how long it is' "$(entries_now)" "$(jq .entries "$(receipt)")"
# From figures to the journal and back, each by the receipt of before: every entry comes, and proof that it grew.
clock '2026-12-03 10:00:00'
hands_in "$scratch/switched1" --since-anchor "$(receipt)"
takes "$scratch/switched1"
json '.[0] | .result == "taken" and .from == 0'
same_as_office 数字处
for hour in 11 12; do
    clock "2026-12-03 $hour:00:00"
    exits 0 huiyin staff add "hu$hour" --name 胡六 --role auditor
    hands_in "$scratch/switched2" --with figures --since-anchor "$(receipt)"
    takes "$scratch/switched2"
    json '.[0] | .result == "taken" and .from > 0'
done
# A receipt that does not say so is helped by what headquarters says to do.
clock '2026-12-03 13:00:00'
jq 'del(.share)' "$(receipt)" >"$scratch/old-receipt.json"
hands_in "$scratch/switched3" --since-anchor "$scratch/old-receipt.json"
exits 3 huiyin hq ingest "$scratch/switched3" --json
json '.[0] | .result == "gap" and (.problems[0].remedy | contains("不写 --since-anchor"))'
hands_in "$scratch/switched3"
takes "$scratch/switched3"
same_as_office 数字处
clock '2026-12-03 14:00:00'
hands_in "$scratch/switched4" --with figures
exits 5 huiyin hq ingest "$scratch/switched4" --json
json ".[0].problems[0].remedy | contains(\"--since-anchor $(store_id).json\")"
hands_in "$scratch/switched4" --with figures --since-anchor "$(receipt)"
takes "$scratch/switched4"

# A past that was rewritten leads to another root.
cp "$HUIYIN_DB" "$scratch/kept.db"
clock '2026-12-04 09:00:00'
python3 "$here/rewrite_past.py" "$HUIYIN_DB" 22
sqlite3 "$HUIYIN_DB" 'DELETE FROM journal_tile'
hands_in "$scratch/rewritten" --with figures --since-anchor "$(receipt "$scratch/kept.db")"
exits 5 huiyin hq ingest "$scratch/rewritten"
tells 数字处:
