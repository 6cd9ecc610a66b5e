#!/bin/sh
# A number alone does not say which kind is called back: the answer names what there is of that number.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
call() { as chen callback log 1 --method phone --satisfied yes "$@"; }

rejects 2 call --lang en
tells "'1' alone does not say which kind"
tells 'no record has the number 1 this year yet'
a_complaint
rejects 2 call --lang en
tells 'on file this year: TS-2026-0001; type ts-1'
a_repair
rejects 2 call
tells 'TS-2026-0001、BX-2026-0001;写 ts-1 或 bx-1'
# What cannot be called back is not offered there, but elsewhere.
accepts as chen assist add --phone 13800008000 --text '钥匙锁在屋里'
rejects 2 call
never_tells QZ
rejects 2 as chen note 1 --text '备注' --lang en
tells 'ts-1 or qz-1 or bx-1'
shows '.no == "TS-2026-0001"' huiyin complaint show 1
