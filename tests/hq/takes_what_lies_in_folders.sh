# A folder with one for each office in it is taken whole; what lies deeper is named; nothing at all is no success.
# Results stand by office and file, whoever was done first.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins
exits 0 huiyin hq init
registered 乙处
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
mkdir -p "$scratch/in/乙处/older" "$scratch/in/甲处" "$scratch/in/.hidden" "$scratch/in/receipts" "$scratch/empty/deeper"

exits 3 huiyin hq ingest "$scratch/empty"
tells "$scratch/empty"
tells 没有上报包
exits 3 huiyin hq ingest "$scratch/empty" --lang en
tells 'there is no bundle in'
exits 3 huiyin hq ingest "$scratch/in"

hands_in "$scratch/in/乙处/b.huiyin"
cp "$scratch/in/乙处/b.huiyin" "$scratch/in/乙处/a.huiyin"
cp "$scratch/in/乙处/b.huiyin" "$scratch/in/.hidden/c.huiyin"
cp "$scratch/in/乙处/b.huiyin" "$scratch/in/乙处/older/d.huiyin"
echo '{"entries": 0}' >"$scratch/in/receipts/x.json"
HUIYIN_DB=$scratch/second/office.db
exits 0 huiyin init --office 甲处
# The same key for two: told, with the other's name; taken all the same.
registered 甲处
tells '「乙处」登记的是同一把公钥'
tells 'huiyin hq office change 甲处 --public-key'
hands_in "$scratch/in/甲处/z.huiyin"
exits 0 huiyin hq ingest "$scratch/in" --json
json 'map([.office, (.file | split("/") | last)]) == [["乙处", "a.huiyin"], ["乙处", "b.huiyin"], ["甲处", "z.huiyin"]]
    and ([.[] | select(.result == "taken")] | length == 2)'
exits 0 huiyin hq ingest "$scratch/in"
tells "$scratch/in/乙处/older"
never_tells x.json

# Receipts without a signature are told of; with one they are not.
exits 0 huiyin hq ingest "$scratch/in" --receipts "$scratch/receipts"
tells --key-file
exits 5 huiyin audit verify --anchor "$(receipt)" --public-key "$scratch/hq.pem.pub" --json
json '[.faults[].what] | any(contains("no signature"))'
takes "$scratch/in"
never_tells '--key-file'
exits 0 huiyin audit verify --anchor "$(receipt)" --public-key "$scratch/hq.pem.pub"
