#!/bin/sh
# A shift that was held and forgotten in the book is entered by a manager, where nobody was: to the
# second of its neighbours, and told as a notice (clause 1.9).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 08:00:00'
office
knows_all chen li sun
takes_post chen
clock '2026-11-23 16:00:00'
writes_log chen
accepts as chen duty end
clock '2026-11-24 00:00:00'
takes_post li
clock '2026-11-26 09:00:00'
writes_log li
breach duty.covered 1.9 ZB-2026-0001 '2026-11-26 09:00:00' '2026-11-23 16:00:00'

enters() { as ma duty start --who sun --reason '当时漏记' "$@"; }
denies as chen duty start --who sun --at '2026-11-23 16:00:00' --until '2026-11-24 00:00:00' --log '正常' --reason '漏记'
rejects 2 enters --until '2026-11-24 00:00:00' --log '正常'
rejects 2 as ma duty start --who sun --at '2026-11-23 16:00:00' --until '2026-11-24 00:00:00' --log '正常'
rejects 2 as ma duty start --who sun --log '正常'
# A shift lasts a second at least.
rejects 2 enters --at '2026-11-23 16:00:00' --until '2026-11-23 16:00:00' --log '正常'
rejects 2 enters --at '2026-11-23 16:00:00' --until '2026-11-23 15:59:59' --log '正常'
refuses duty.one-on-duty 1.9 enters --at '2026-11-23 15:59:59' --until '2026-11-24 00:00:00' --log '正常'
refuses duty.one-on-duty 1.9 enters --at '2026-11-23 16:00:00' --until '2026-11-24 00:00:01' --log '正常'
refuses duty.log-kept 1.6 enters --at '2026-11-23 16:00:00' --until '2026-11-24 00:00:00'
accepts enters --at '2026-11-23 16:00:00' --until '2026-11-24 00:00:00' --log '正常' --json
zb=$(printf '%s' "$out" | jq -r .no)
told duty.entered-afterwards notice
notice duty.entered-afterwards 1.9 "$zb" '2026-11-26 09:00:00' '2026-11-24 00:00:00'
no_breach duty.covered ZB-2026-0001 '2026-11-26 09:00:00'
exits 0 as chen report period --from '2026-11-23 00:00:00' --to '2026-11-26 00:00:00' --json
json '.duty.gaps == [] and .duty.shifts == 3'
