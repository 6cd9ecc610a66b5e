# A bundle twice, out of order, overlapping, by two at once: every entry once, and nothing beyond what is known.
. "$(dirname "$0")/lib.sh"

one_office_registered

clock '2026-11-23 09:00:00'
mkdir "$scratch/in"
for number in 1 2 3 4 5 6; do
    clock "2026-11-23 1$number:00:00"
    accepts as chen complaint add --channel letter --text "第 $number 件"
    hands_in "$scratch/in/week$number" ${anchor:+--since-anchor "$anchor"}
    huiyin audit head --json >"$scratch/anchor$number.json"
    anchor=$scratch/anchor$number.json
done
cp "$scratch/in/week6" "$scratch/alone"

# Beyond the known count: not taken, and it says what is missing.
exits 3 huiyin hq ingest "$scratch/alone" --receipts "$scratch/receipts" --json
json '.[0] | .result == "gap" and .exit == 3 and .office == "学府苑" and (.problems | length > 0)'
tells '缺少第 1 至'
same 'a receipt that asks for all' 0 "$(jq .entries "$(receipt)")"
same 'rows' 0 "$(psql_says 'SELECT count(*) FROM huiyin.journal')"

# A folder is sorted first, whatever its files are called.
mv "$scratch/in/week1" "$scratch/in/zz"
mv "$scratch/in/week6" "$scratch/in/aa"
takes "$scratch/in"
json 'length == 6 and all(.result == "taken")'
same_as_office 学府苑

# One that begins before what is known, and ends behind it: taken from the known count.
clock '2026-11-24 09:00:00'
for number in 2 4; do
    accepts as chen complaint add --channel letter --text "又 $number 件"
    hands_in "$scratch/over$number" --since-anchor "$scratch/anchor$number.json"
    takes "$scratch/over$number"
    json '.[0].result == "taken"'
    same_as_office 学府苑
done
accepts as chen complaint add --channel letter --text 全部
hands_in "$scratch/whole"
takes "$scratch/whole"
json '.[0] | .result == "taken" and .from == 0'
same_as_office 学府苑

# Two, and eight, take the same at the same time.
for turn in 1 2 3 4 5 6; do
    clock "2026-11-25 1$turn:00:00"
    accepts as chen complaint add --channel letter --text "同时 $turn"
    hands_in "$scratch/both" --since-anchor "$scratch/anchor$turn.json"
    for one in 1 2 3 4 5 6 7 8; do
        huiyin hq ingest "$scratch/both" --json >"$scratch/by$one" 2>"$scratch/by$one.err" &
    done
    wait
    taken=$(cat "$scratch"/by[1-8] | jq -s 'map(.[0].result) | map(select(. == "taken")) | length')
    already=$(cat "$scratch"/by[1-8] | jq -s 'map(.[0].result) | map(select(. == "already")) | length')
    same "of eight that take it, turn $turn" '1 taken, 7 already' "$taken taken, $already already"
    same_as_office 学府苑
done
echo '9 overlaps, 48 at once'
