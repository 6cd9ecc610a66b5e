#!/bin/sh
# Somebody else's code accepts our checkpoints, proofs of a record and proofs of consistency, and refuses altered ones:
# Go's notes and trees, as Debian ships them (golang-go, golang-golang-x-mod-dev).
mod=/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog
command -v go >/dev/null && [ -d "$mod" ] || {
    echo 'skipped: needs Go and its x/mod (packages golang-go golang-golang-x-mod-dev)'
    exit 77
}
. "$(dirname "$0")/../lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
# The build looks for a home and a cache of its own, on the real clock.
GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="$scratch/cache" HOME="$scratch" LD_PRELOAD='' \
    go build -o "$scratch/verify" "$here/verify.go" || fail 'the verifier builds' "$?"

office
clock '2026-11-23 09:00:00'
exits 0 huiyin audit keygen "$scratch/key.pem" --json
printf '%s' "$out" | jq -r .verifier_key >"$scratch/key"
# sealed NAME: a seal, and its checkpoint
sealed() {
    exits 0 as zhou audit seal --key-file "$scratch/key.pem" --json --out "$scratch/$1.json" --quiet
    jq -r .checkpoint "$scratch/$1.json" | sed '$d' >"$scratch/$1.checkpoint"
}
a_complaint --unit 3-502
accepts as chen complaint assign ts-1 --to sun
sealed first
exits 0 as sun audit prove ts-1 --out "$scratch/ts-1.proof" --quiet
size=$(jq .entries "$scratch/first.json")
same 'proven by others' "entry $((size - 1)) of $size
entry $size of $size" "$("$scratch/verify" "$scratch/key" "$scratch/ts-1.proof")"
sed "s/^index .*/index 3/" "$scratch/ts-1.proof" >"$scratch/altered.proof"
! "$scratch/verify" "$scratch/key" "$scratch/altered.proof" 2>/dev/null || fail 'an altered one refused' 'accepted'

for _ in 1 2 3 4 5 6 7; do a_complaint --unit 3-503; done
sealed second
exits 0 as zhou audit consistency "$scratch/first.checkpoint" "$scratch/second.json" --out "$scratch/grown.proof" --quiet
same 'grown, say others' "$(jq .entries "$scratch/second.json") begins with $size" \
    "$("$scratch/verify" "$scratch/key" "$scratch/grown.proof" "$scratch/first.checkpoint")"
exits 0 huiyin audit check-proof "$scratch/grown.proof" --public-key "$scratch/key" --anchor "$scratch/first.checkpoint"

# A witness cosigns the checkpoint: taken in beside the seal, handed on with proofs, checked where its key is given.
"$scratch/verify" cosign witness.example 1795406460 "$scratch/second.checkpoint" >"$scratch/cosigned"
sed -n 1p "$scratch/cosigned" >"$scratch/witness"
sed 1d "$scratch/cosigned" >"$scratch/second.cosigned"
exits 2 as zhou audit seal --cosigned "$scratch/second.cosigned"
exits 5 as zhou audit seal --cosigned "$scratch/second.checkpoint" --witness "$scratch/witness"
# A key that signs checkpoints is no witness's, nor the other way round: each is told for what it is.
exits 1 as zhou audit seal --cosigned "$scratch/second.cosigned" --witness "$scratch/key"
tells '第 1 种'
exits 1 huiyin audit check-proof "$scratch/ts-1.proof" --public-key "$scratch/witness"
tells --witness
denies as chen audit seal --cosigned "$scratch/second.cosigned" --witness "$scratch/witness"
exits 0 as zhou audit seal --cosigned "$scratch/second.cosigned" --witness "$scratch/witness" --json
json '.attestations[0] | .kind == "cosignature" and .name == "witness.example" and .at == "2026-11-23T12:01:00+08:00"'
exits 0 as sun audit prove ts-1 --out "$scratch/cosigned.proof" --quiet
exits 0 huiyin audit check-proof "$scratch/cosigned.proof" --public-key "$scratch/key" --witness "$scratch/witness"
tells 'witness.example 于 2026-11-23 04:01:00'
exits 5 huiyin audit check-proof "$scratch/ts-1.proof" --public-key "$scratch/key" --witness "$scratch/witness"
"$scratch/verify" "$scratch/key" "$scratch/cosigned.proof" >/dev/null || fail 'cosigned, still a proof to others' "$?"
