#!/bin/sh
# A seal's time need not be our clock's word: an authority's answer (RFC 3161) that openssl asked for and checks is taken in
# beside the seal whose checkpoint it is of, and no other.
. "$(dirname "$0")/../lib.sh"
command -v openssl >/dev/null || skip "needs openssl, to be an authority"
office
clock '2026-11-23 09:00:00'
a_complaint
exits 0 huiyin audit keygen "$scratch/key.pem"
exits 0 as zhou audit seal --key-file "$scratch/key.pem" --json --out "$scratch/seal.json" --quiet
jq -j .checkpoint "$scratch/seal.json" >"$scratch/checkpoint"

# An authority of our own.
cd "$scratch"
cat >tsa.cnf <<'END'
[tsa]
default_tsa = office
[office]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
END
openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.crt -days 3650 -subj /CN=tsa \
    -addext extendedKeyUsage=critical,timeStamping >openssl.log 2>&1 || fail 'an authority' "$(cat openssl.log)"
# stamps FILE ANSWER
stamps() {
    openssl ts -query -data "$1" -sha256 -cert -out query.tsq 2>openssl.log &&
        openssl ts -reply -config tsa.cnf -queryfile query.tsq -signer tsa.crt -inkey tsa.key -out "$2" >openssl.log 2>&1 ||
        fail 'a time stamp' "$(cat openssl.log)"
}
stamps checkpoint answer.tsr
stamps key.pem.pub other.tsr
openssl ts -verify -data checkpoint -in answer.tsr -CAfile tsa.crt >/dev/null 2>&1 || fail 'openssl takes it' 'refused'

exits 0 as zhou audit seal --timestamp answer.tsr --json
json '.attestations | length == 1 and .[0].kind == "timestamp" and .[0].name == ""'
stamped=$(printf '%s' "$out" | jq -r '.attestations[0].at')
said=$(openssl ts -reply -in answer.tsr -text 2>/dev/null | sed -n 's/^Time stamp: //p')
same 'the time it says' "$(date -d "$said" +%s)" "$(date -d "$stamped" +%s)"
# What is on file is the answer, byte for byte, for whoever checks it with openssl.
printf '%s' "$out" | jq -r '.attestations[0].bytes' | base64 -d | cmp - answer.tsr || fail 'the answer' 'other bytes'

exits 5 as zhou audit seal --timestamp other.tsr
exits 5 as zhou audit seal --timestamp checkpoint
head -c 60 answer.tsr >cut.tsr
exits 5 as zhou audit seal --timestamp cut.tsr
denies as chen audit seal --timestamp answer.tsr
exits 2 as zhou audit seal --timestamp answer.tsr --key-file key.pem
exits 0 huiyin audit verify
