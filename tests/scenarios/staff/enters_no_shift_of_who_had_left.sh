#!/bin/sh
# A forgotten shift is entered for somebody who was with us when it began: not from the second they left.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 08:00:00'
knows_all li chen
takes_post chen
clock '2026-11-24 09:00:00'
writes_log chen
accepts as chen duty end
clock '2026-11-24 11:00:00'
exits 0 huiyin staff leave li
clock '2026-11-24 12:00:00'
takes_post chen
forgotten() { as ma duty start --who li "$@" --log 巡视 --reason 忘记登记; }
rejects 2 forgotten --at '2026-11-24 11:00:00' --until '2026-11-24 11:30:00'
accepts forgotten --at '2026-11-24 10:59:59' --until '2026-11-24 11:00:00'
