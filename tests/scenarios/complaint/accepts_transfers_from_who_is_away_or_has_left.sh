#!/bin/sh
# Absence and departure are no buck-passing: such a transfer needs no reason and does not count
# (clause 2.2.2).
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin policy set complaint.max_transfers 1 --reason '首办负责'
exits 0 huiyin staff away chen --from '2026-11-23 12:00:00' --to '2026-11-24 08:00:00' --acting li
clock '2026-11-23 18:00:00'

a_complaint --at '2026-11-23 09:00:00'
accepts as chen complaint assign "$ts" --to chen --at '2026-11-23 09:00:00'
# One second before the absence it is a transfer like any other; from then on it is none.
refuses complaint.no-buck-passing 2.2.2 \
    as li complaint assign "$ts" --to li --at '2026-11-23 11:59:59'
accepts as li complaint assign "$ts" --to li --at '2026-11-23 12:00:00'
accepts as li complaint assign "$ts" --to sun --reason '须上门查看' --at '2026-11-23 13:00:00'

clock '2026-11-24 09:00:00'
exits 0 huiyin staff leave sun
a_complaint
accepts as chen complaint assign ts-1 --to mei
refuses complaint.no-buck-passing 2.2.2 as mei complaint assign ts-1 --to wu
