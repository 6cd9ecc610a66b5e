#!/bin/sh
# The key comes from a file or standard input, never as an option's value; without a terminal nobody is asked.
# Only an auditor or the administrator seals.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
exits 0 huiyin audit keygen "$scratch/key.pem"

rejects 2 as zhou audit seal
tells --key-file
rejects 2 as zhou audit seal --key "$(cat "$scratch/key.pem")"
rejects 1 as zhou audit seal --key-file "$scratch/key.pem.pub"
rejects 1 as zhou audit seal --key-file "$scratch/none.pem"
denies as chen audit seal --key-file "$scratch/key.pem"
denies as tao audit seal --key-file "$scratch/key.pem"
leaves_no_entry as zhou audit seal --key-file "$scratch/key.pem" --dry-run

from_stdin() { as zhou audit seal --key-file - <"$scratch/key.pem"; }
adds_an_entry 0 from_stdin
chmod 644 "$scratch/key.pem"
adds_an_entry 0 huiyin audit seal --key-file "$scratch/key.pem"
tells 'chmod 600'
exits 0 huiyin audit verify --json
json '.ok and .seals == 2'
# Nothing of the key is in the store.
! grep -q "$(sed -n 2p "$scratch/key.pem")" "$HUIYIN_DB" || fail 'no key in the store' 'its bytes'
