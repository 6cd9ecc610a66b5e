#!/bin/sh
# A verifier that was written from docs/journal-format.md alone, in another language, accepts what we prove: records with and
# without names, those of a batch, growth from any length, a witness's word; and refuses what was altered.
command -v python3 >/dev/null && command -v openssl >/dev/null || {
    echo 'skipped: needs python3 and openssl'
    exit 77
}
. "$(dirname "$0")/../lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
# Python looks for its own clock.
reads() { LD_PRELOAD='' python3 -B "$here/verify.py" "$scratch/key" "$@"; }

office
clock '2026-11-23 09:00:00'
exits 0 huiyin audit keygen "$scratch/key.pem" --json
printf '%s' "$out" | jq -r .verifier_key >"$scratch/key"
# sealed NAME: a seal, and its checkpoint
sealed() {
    exits 0 as zhou audit seal --key-file "$scratch/key.pem" --json --out "$scratch/$1.json" --quiet
    jq -r .checkpoint "$scratch/$1.json" | sed '$d' >"$scratch/$1.checkpoint"
}
a_complaint --from 张伟 --unit 3-502
accepts as chen complaint assign ts-1 --to sun
accepts as sun complaint investigate ts-1 --findings 属实
accepts as ma amend ts-1 --text '热水时有时无,夜里尤其' --reason 补充
sealed first
size=$(jq .entries "$scratch/first.json")
exits 0 as sun audit prove ts-1 --reveal --out "$scratch/whole.proof" --quiet
reads "$scratch/whole.proof" >"$scratch/read" 2>&1
for shown in "entry $size of $size" 张伟 13800008000 属实; do
    grep -qxF "$shown" "$scratch/read" || fail "$shown" "$(cat "$scratch/read")"
done
printf 'complaint add --channel phone --unit 3-50%s --text 停水\n' 1 3 4 >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
sealed second
exits 0 as ma audit prove ts-3 --reveal --out "$scratch/batch.proof" --quiet
same 'one line of a batch' 停水 "$(reads "$scratch/batch.proof" | sed 1d)"
for _ in 1 2 3 4 5; do a_complaint; done
sealed third
for from in first second third; do
    exits 0 as zhou audit consistency "$scratch/$from.json" "$scratch/third.json" --out "$scratch/$from.grown" --quiet
    same "grown from the $from" "$(jq .entries "$scratch/third.json") begins with $(jq .entries "$scratch/$from.json")" \
        "$(reads "$scratch/$from.grown" "$scratch/$from.checkpoint")"
done
reads "$scratch/first.grown" "$scratch/second.checkpoint" 2>/dev/null && fail 'another length refused' accepted

# Any bit of a proof changed, cut or added to: each tenth, of all of them there is a long test.
python3 -B - "$scratch/whole.proof" "$scratch/altered" <<'END' || fail 'altered proofs' none
import sys
proof = open(sys.argv[1], "rb").read()
for nth, bit in enumerate(range(5, len(proof) * 8, len(proof) * 8 // 12)):
    altered = bytearray(proof)
    altered[bit // 8] ^= 1 << bit % 8
    open(f"{sys.argv[2]}.{nth}", "wb").write(altered)
open(sys.argv[2] + ".cut", "wb").write(proof[:-1])
open(sys.argv[2] + ".more", "wb").write(proof + b"\n")
END
for altered in "$scratch"/altered.*; do
    reads "$altered" >/dev/null 2>&1 && fail "${altered##*.} refused" accepted
done
exit 0
