#!/bin/sh
# One key, one command: any other argument is exit 8 and records nothing.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as chen complaint add --channel letter --text '楼道灯不亮' --key letter-17
rejects 8 as chen complaint add --channel letter --text '楼道灯又不亮' --key letter-17 --json
json '.ok == false and .error == "key-conflict"'
rejects 8 as chen complaint add --channel letter --text '楼道灯不亮' --unit 3-502 --key letter-17
tells letter-17
rejects 8 as li complaint add --channel letter --text '楼道灯不亮' --key letter-17
rejects 8 as chen complaint assign ts-1 --to chen --key letter-17
# Before whether it is permitted is even asked.
rejects 8 as wu complaint add --channel letter --text '楼道灯不亮' --key letter-17
