#!/bin/sh
# A seal is an Ed25519 signature over store, count, head and time by a key kept elsewhere. It is filed, goes into
# the weekly report, and finds a cut tail, an older copy and a journal written anew.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

exits 0 huiyin audit keygen "$scratch/key.pem"
same 'nobody else reads the key' 600 "$(stat -c %a "$scratch/key.pem")"
rejects 1 huiyin audit keygen "$scratch/key.pem"
# The private half has been taken away: the public one, which proves the seals, is not written over.
cp "$scratch/key.pem.pub" "$scratch/known.pub"
mv "$scratch/key.pem" "$scratch/away.pem"
rejects 1 huiyin audit keygen "$scratch/key.pem"
cmp -s "$scratch/known.pub" "$scratch/key.pem.pub" || fail 'the public key as it was' 'another'
mv "$scratch/away.pem" "$scratch/key.pem"

# The auditor seals; the answer is the seal itself, to be kept elsewhere.
adds_an_entry 0 as zhou audit seal --key-file "$scratch/key.pem" --json
printf '%s' "$out" >"$scratch/seal.json"
jq -r .checkpoint "$scratch/seal.json" | sed '$d' >"$scratch/checkpoint"
sealed=$(printf '%s' "$out" | jq .entries)
json '.schema == "huiyin.seal/1" and (.head | length) == 64 and (.signature | length) == 88'
if command -v openssl >/dev/null; then
    jq -j .statement "$scratch/seal.json" >"$scratch/statement"
    jq -r .signature "$scratch/seal.json" | base64 -d >"$scratch/signature"
    openssl pkeyutl -verify -rawin -pubin -inkey "$scratch/key.pem.pub" -in "$scratch/statement" \
        -sigfile "$scratch/signature" >"$scratch/openssl" 2>&1 || fail 'a seal OpenSSL accepts' "$(cat "$scratch/openssl")"
fi
cp "$HUIYIN_DB" "$scratch/older.db"
a_complaint
exits 0 huiyin audit head --json --out "$scratch/head.json"
exits 0 huiyin audit head --out "$scratch/head.txt"
exits 0 as ma report weekly --json
json ".journal.seal.entries == $sealed"
same 'the filed report carries the checkpoint' "$(cat "$scratch/checkpoint")" "$(printf '%s' "$out" | jq -j .journal.seal.checkpoint)"
printf '%s' "$out" >"$scratch/week.json"
exits 0 as ma report weekly --out "$scratch/week.txt"
grep -qF "$(sed -n 3p "$scratch/checkpoint")" "$scratch/week.txt" || fail 'the root on paper' "$(tail "$scratch/week.txt")"
# The code on the page is the checkpoint as others read it, with the store's signature.
exits 0 as ma report weekly --format html --out "$scratch/week.html" --quiet
if command -v zbarimg >/dev/null && command -v rsvg-convert >/dev/null; then
    sed -n '/<figure class="code">/,/<\/figure>/s/.*\(<svg.*<\/svg>\).*/\1/p' "$scratch/week.html" |
        sed 's/<svg/<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="600" height="600"/; s/class="light"/fill="#fff"/' >"$scratch/code.svg"
    rsvg-convert "$scratch/code.svg" -o "$scratch/code.png"
    same 'what the code says' "$(cat "$scratch/checkpoint")" "$(zbarimg --raw -q --nodbus "$scratch/code.png" | sed '/^$/N;/^\n$/D')"
fi
# Saved by a telephone, which ends lines in its own way.
sed 's/$/\r/' "$scratch/checkpoint" >"$scratch/scanned"

holds() { exits 0 huiyin audit verify "$@"; }
differs() { exits 5 huiyin audit verify "$@"; }
holds --anchor "$scratch/seal.json" --public-key "$scratch/key.pem.pub"
holds --anchor "$scratch/checkpoint" --public-key "$scratch/key.pem.pub"
holds --anchor "$scratch/scanned"
holds --anchor "$scratch/head.json"
holds --anchor "$scratch/head.txt"
holds --anchor "$scratch/week.html"
holds --anchor "$scratch/week.json"
# Whoever names a key wants a signature: of what has none it proves nothing.
for way in --replay --sums --since-seal; do
    for unsigned in head.json head.txt week.html week.json; do
        differs "$way" --anchor "$scratch/$unsigned" --public-key "$scratch/key.pem.pub" --json
        json '[.faults[].what] | any(contains("no signature") and contains("--key-file"))'
    done
done
cp "$HUIYIN_DB" "$scratch/sound.db"

# An older copy looks sound by itself. The heads of later know better; its own seal cannot.
cp "$scratch/older.db" "$HUIYIN_DB"
holds
holds --anchor "$scratch/seal.json"
differs --anchor "$scratch/head.json"
differs --anchor "$scratch/head.txt"
prints 旧的副本
differs --anchor "$scratch/week.json"
# On paper it names the seal as well, which is older: the report's own count and hash are held against it.
differs --anchor "$scratch/week.txt"
# Half a JSON is no anchor, whatever of it can still be read.
head -c 300 "$scratch/week.json" >"$scratch/half.json"
exits 1 huiyin audit verify --anchor "$scratch/half.json"

# Another key's seal counts for nothing where the auditor names the key.
cp "$scratch/sound.db" "$HUIYIN_DB"
exits 0 huiyin audit keygen "$scratch/other.pem"
differs --public-key "$scratch/other.pem.pub"
differs --anchor "$scratch/seal.json" --public-key "$scratch/other.pem.pub"
differs --anchor "$scratch/checkpoint" --public-key "$scratch/other.pem.pub"
# Another root, another store's name, a note that was cut.
sed "3s/.*/$(head -c 32 /dev/zero | base64)/" "$scratch/checkpoint" >"$scratch/rooted"
differs --anchor "$scratch/rooted"
sed '1s/....$/0000/' "$scratch/checkpoint" >"$scratch/renamed"
differs --anchor "$scratch/renamed"
head -n 2 "$scratch/checkpoint" >"$scratch/cut"
exits 5 huiyin audit verify --anchor "$scratch/cut"
# A signature that was touched, another store's anchor, a file that is none.
jq '.statement |= sub("entries [0-9]+"; "entries 5")' "$scratch/seal.json" >"$scratch/forged.json"
differs --anchor "$scratch/forged.json"
echo nothing >"$scratch/nothing"
exits 1 huiyin audit verify --anchor "$scratch/nothing"

# The seal on file itself: its signature, its count.
sql 'UPDATE seal SET entries = entries - 1'
differs
