#!/bin/sh
# The same key with the same arguments gives the same number again, and records nothing.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
add() { as chen complaint add --channel letter --text '楼道灯不亮' --key letter-17 "$@"; }

accepts add --json
json '.ok and .no == "TS-2026-0001" and .replayed == false'
clock '2026-11-25 09:00:00'
leaves_no_entry add --json
json '.ok and .no == "TS-2026-0001" and .replayed == true'
leaves_no_entry add
same 'the number again' TS-2026-0001 "$out"
shows 'length == 1' huiyin complaint list

# The order in which options stand says nothing.
leaves_no_entry as chen complaint add --key letter-17 --text '楼道灯不亮' --channel letter --json
json '.replayed == true'
