# Whatever is wrong with a bundle, it is told whose it claims to be as far as it can be read; `hq status` has what is
# nobody's, too, and lets go of what is settled.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
for text in 一 二 三 四 五 六; do accepts as chen complaint add --channel letter --text "$text"; done
hands_in "$scratch/good.huiyin"
size=$(wc -c <"$scratch/good.huiyin")

# flipped AT FILE: one bit is another
flipped() {
    python3 -c "
import sys
data = bytearray(open('$scratch/good.huiyin', 'rb').read())
data[$1] ^= 1
open('$2', 'wb').write(data)"
}

# One bit, anywhere behind the manifest, in the signatures of gzip's own head, in its checksum.
for at in 0 1 2 $((size / 2)) $((size * 3 / 4)) $((size - 20)) $((size - 7)) $((size - 2)); do
    flipped "$at" "$scratch/flipped.huiyin"
    exits 5 huiyin hq ingest "$scratch/flipped.huiyin" --json
    json '.[0] | .result == "refused" and .office == "学府苑" and (.problems[0].remedy | contains("huiyin bundle --out") and contains("--key-file"))'
    shows '.[0] | .office == "学府苑" and .refused.file == "flipped.huiyin" and (.refused.settled | not)' huiyin hq status
done
exits 5 huiyin hq ingest "$scratch/flipped.huiyin" --lang en
tells "学府苑: "
# The store's id itself, by a digit: nobody has that by chance.
python3 - "$scratch/good.huiyin" "$scratch/digit.huiyin" <<'PY'
import gzip, re, sys
data = gzip.open(sys.argv[1]).read()
at = data.index(b'"store":"') + 12
data = data[:at] + (b'0' if data[at:at + 1] != b'0' else b'1') + data[at + 1:]
gzip.open(sys.argv[2], 'wb').write(data)
PY
exits 5 huiyin hq ingest "$scratch/digit.huiyin" --json
json '.[0] | .result == "refused" and .office == "学府苑"'
tells 只差一位

# What says nothing at all, and what is of a store that nobody registered.
head -c 15 "$scratch/good.huiyin" >"$scratch/cut.huiyin"
exits 5 huiyin hq ingest "$scratch/cut.huiyin" --json
json '.[0].office == null'
HUIYIN_DB=$scratch/other/office.db
exits 0 huiyin init --office 别处
exits 0 huiyin audit keygen "$scratch/other.pem"
exits 0 huiyin bundle --out "$scratch/other.huiyin" --key-file "$scratch/other.pem"
exits 3 huiyin hq ingest "$scratch/other.huiyin" --json
tells "huiyin hq office add 名称 --public-key 封签.pem.pub --store $(store_id)"
shows "map(select(.office == null)) | map(.refused.file) == [\"cut.huiyin\", \"other.huiyin\"] and .[0].store == null
    and .[1].store == \"$(store_id)\" and all(.state == \"unknown\")" huiyin hq status
exits 0 huiyin hq status
case $out in *'不知是哪个办公室的'*'没有收 other.huiyin'*) ;; *) fail 'what is of no office' "$out" ;; esac
exits 0 huiyin hq office add 别处 --public-key "$scratch/other.pem.pub" --store "$(store_id)"
takes "$scratch/other.huiyin"
cp "$scratch/good.huiyin" "$scratch/cut.huiyin"
takes "$scratch/cut.huiyin"
shows 'all(.office != null)' huiyin hq status
HUIYIN_DB=$scratch/office.db

# With the good copy what was refused is settled. A damaged copy of what is here asks for nothing.
shows '.[0].refused.settled' huiyin hq status
flipped $((size / 2)) "$scratch/again.huiyin"
exits 5 huiyin hq ingest "$scratch/again.huiyin"
tells 不用重做
shows '.[0].refused | .file != "again.huiyin" and .settled' huiyin hq status
# And where it came first, the good copy that was taken already settles it.
clock '2026-11-24 09:00:00'
accepts as chen complaint add --channel letter --text 七
hands_in "$scratch/next.huiyin" --since-anchor "$(receipt)"
cp "$scratch/next.huiyin" "$scratch/good.huiyin"
flipped $(($(wc -c <"$scratch/next.huiyin") - 20)) "$scratch/flipped.huiyin"
exits 5 huiyin hq ingest "$scratch/flipped.huiyin"
shows '.[0].refused.settled | not' huiyin hq status
takes "$scratch/next.huiyin"
shows '.[0].refused.settled' huiyin hq status
# What was refused for its past is not settled by that.
python3 "$here/rewrite_past.py" "$HUIYIN_DB" 25
clock '2026-11-24 10:00:00'
hands_in "$scratch/rewritten.huiyin" --since-anchor "$(receipt)"
exits 5 huiyin hq ingest "$scratch/rewritten.huiyin"
tells "huiyin audit verify --anchor $(store_id).json"
takes "$scratch/next.huiyin"
shows '.[0].refused.settled | not' huiyin hq status

# gzip's own head says when and where it was packed, and that is all: nothing of it is anybody's word.
for at in 4 9; do
    flipped "$at" "$scratch/head.huiyin"
    takes "$scratch/head.huiyin"
    json '.[0].result == "already"'
done
