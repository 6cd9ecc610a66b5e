# What is handed in is refused by office and entry, and nothing of it taken, wherever it was changed: a byte, an
# entry, the tail, the past, the key, the store.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
for text in 一 二 三 四 五 六; do accepts as chen complaint add --channel letter --text "$text"; done
hands_in "$scratch/good"
clock '2026-11-23 10:00:00'
takes "$scratch/good"
before=$(everything_at_hq)
refused=0

# refused_by NAME WORDS FILE: exit 5, said of this office, nothing taken
refused_by() {
    exits 5 huiyin hq ingest "$3" --json
    json '.[0] | .exit == 5 and .result == "refused" and (.problems | length == 1) and (.problems[0].remedy | length > 0)'
    [ -z "$1" ] || tells "$1:"
    [ -z "$2" ] || tells "$2"
    same 'all that headquarters has' "$before" "$(everything_at_hq)"
    refused=$((refused + 1))
}

clock '2026-11-24 09:00:00'
for text in 七 八 九 十; do accepts as chen complaint add --channel letter --text "$text"; done
hands_in "$scratch/next" --since-anchor "$(receipt)"
unpacked "$scratch/next" >"$scratch/plain"
size=$(wc -c <"$scratch/plain")

# Every so many bytes one is another; the files themselves stay whole.
step=$((size / 60))
[ -z "${HUIYIN_LONG:-}" ] || step=$((size / 2000))
mkdir "$scratch/altered.d"
python3 - "$scratch/plain" "$step" "$scratch/altered.d" <<'PY'
import gzip, sys
data = open(sys.argv[1], 'rb').read()
for at in range(0, len(data), int(sys.argv[2])):
    altered = bytearray(data)
    altered[at] ^= 1
    with gzip.open(f'{sys.argv[3]}/{at}.huiyin', 'wb', compresslevel=1) as file:
        file.write(altered)
PY
altered=$(find "$scratch/altered.d" -type f | wc -l)
run huiyin hq ingest "$scratch/altered.d" --json
# Of a manifest that cannot be read the office is not known, and a store id that was changed is nobody's.
json "length == $altered and all(.exit == 5 or .exit == 3 or .exit == 1) and all((.problems | length) > 0)"
json '[.[] | select(.exit == 5)] | length > 50 and all(.problems[0].remedy | length > 0)'
same "all that headquarters has, of $altered bytes one altered" "$before" "$(everything_at_hq)"
refused=$((refused + altered))
# And in the packed file: its own checksum, or the chain, finds it. Not in the last byte before the checksum,
# which ends in up to seven bits that say nothing.
packed=$(wc -c <"$scratch/next")
for at in 20 $((packed / 3)) $((packed / 2)) $((packed - 10)) $((packed - 2)); do
    python3 -c "
import sys
data = bytearray(open('$scratch/next', 'rb').read())
data[$at] ^= 4
open('$scratch/altered', 'wb').write(data)"
    refused_by '' '' "$scratch/altered"
done

# What is inside, changed with skill: edit.py writes it anew, and signs nothing.
edited() { python3 "$here/edit_bundle.py" "$scratch/next" "$scratch/edited" "$@"; }
count=$(python3 "$here/edit_bundle.py" "$scratch/next" "$scratch/edited" count)
known=$(huiyin hq status --json | jq '.[0].entries')
for entry in 0 1 $((count - 1)); do
    at=$((known + 1 + entry))
    edited byte "$entry"
    refused_by 学府苑 "第 $at 条日志:与其校验值不符" "$scratch/edited"
    # With a hash that fits it is the next entry that does not follow, or the head that is another.
    edited rehash "$entry"
    refused_by 学府苑 "第 $((at + 1)) 条日志" "$scratch/edited"
    edited drop "$entry"
    refused_by 学府苑 "条日志" "$scratch/edited"
done
edited tail 1
refused_by 学府苑 "第 $((known + count)) 条日志" "$scratch/edited"
edited tail "$count"
refused_by 学府苑 "第 $((known + 1)) 条日志" "$scratch/edited"
edited swap 0
refused_by 学府苑 "第 $((known + 1)) 条日志" "$scratch/edited"
edited end
refused_by 学府苑 '' "$scratch/edited"
for tail in 1 9 100 $((packed / 2)) $((packed - 30)); do
    head -c $((packed - tail)) "$scratch/next" >"$scratch/cut"
    refused_by '' '' "$scratch/cut"
done
head -c 12 "$scratch/next" >"$scratch/cut"
refused_by '' '' "$scratch/cut"
: >"$scratch/empty"
refused_by '' '' "$scratch/empty"

# Signed by another's key.
exits 0 huiyin audit keygen "$scratch/other.pem"
exits 0 huiyin bundle --out "$scratch/foreign" --key-file "$scratch/other.pem"
refused_by 学府苑 密钥 "$scratch/foreign"

# A past that was rewritten, by whoever has the file and the office's key: the chain is made anew from there on.
cp "$HUIYIN_DB" "$scratch/kept.db"
python3 "$here/rewrite_past.py" "$HUIYIN_DB" 25
clock '2026-11-24 10:00:00'
# By the receipt it would hand in what is newer: it has another hash there, so it hands in all.
hands_in "$scratch/rewritten" --since-anchor "$(receipt)"
tells 总部的回执与本数据文件的过去不同
refused_by 学府苑 '第 25 条日志与总部的不同' "$scratch/rewritten"
shows '.[0] | .state == "current" and .fork == null and .refused.file == "rewritten" and .refused.settled == false and
    (.refused.at | startswith("2026-11-24T10:00")) and (.refused.message | contains("第 25 条")) and (.refused.remedy | contains("audit verify"))' \
    huiyin hq status
exits 0 huiyin hq status
case $out in *'没有收 rewritten'*'audit verify'*) ;; *) fail 'the last refusal, and what to do' "$out" ;; esac
# Or it lies about what headquarters knows: a receipt made by itself.
huiyin audit head --json >"$scratch/own.json"
accepts as chen complaint add --channel letter --text 又一件
hands_in "$scratch/lie" --since-anchor "$scratch/own.json"
exits 3 huiyin hq ingest "$scratch/lie"
cp "$scratch/kept.db" "$HUIYIN_DB"

# A tail that was cut in the store itself, after it was handed in.
clock '2026-11-24 11:00:00'
takes "$scratch/next"
before=$(everything_at_hq)
sqlite3 "$HUIYIN_DB" 'DELETE FROM journal WHERE seq > (SELECT max(seq) - 2 FROM journal)'
clock '2026-11-24 12:00:00'
hands_in "$scratch/short" --since-anchor "$(receipt)"
refused_by 学府苑 '起没有了' "$scratch/short"
cp "$scratch/kept.db" "$HUIYIN_DB"

# Another office's store under a known name: the same key, another journal.
HUIYIN_DB=$scratch/second.db
exits 0 huiyin init --office 另一处
sqlite3 "$HUIYIN_DB" "UPDATE office SET store_id = '$(store_id "$scratch/office.db")'"
clock '2026-11-24 13:00:00'
exits 0 huiyin bundle --out "$scratch/stranger" --key-file "$scratch/office.pem"
refused_by 学府苑 条日志 "$scratch/stranger"
# The first time there is nothing yet to compare it with.
exits 0 huiyin hq office add 新处 --public-key "$scratch/office.pem.pub" --store 00112233445566778899aabbccddeeff
sqlite3 "$HUIYIN_DB" "UPDATE office SET store_id = '00112233445566778899aabbccddeeff'"
before=$(everything_at_hq)
exits 0 huiyin bundle --out "$scratch/stranger" --key-file "$scratch/office.pem"
refused_by 新处 '另一个数据文件' "$scratch/stranger"
# And of a store that nobody registered nothing is taken either.
exits 0 huiyin hq office retire 新处
exits 3 huiyin hq ingest "$scratch/stranger"

HUIYIN_DB=$scratch/office.db
same_as_office 学府苑
echo "$refused refused, nothing taken"
