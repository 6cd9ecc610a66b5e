#!/bin/sh
# Whoever comes in person is seated, offered tea, heard out and calmed (clause 2.2.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
visit() { as chen complaint add --channel visit --unit 3-502 --from '张伟' --text '楼上夜里敲打' "$@"; }

refuses complaint.courtesy 2.2.3 visit
for acts in seat,tea,heard seat,tea,calmed seat,heard,calmed tea,heard,calmed heard; do
    refuses complaint.courtesy 2.2.3 visit --courtesy "$acts"
done
# The same act twice does not make up for another.
refuses complaint.courtesy 2.2.3 visit --courtesy seat,seat,tea,heard
accepts visit --courtesy seat,tea,heard,calmed
accepts visit --courtesy calmed,heard,tea,seat
no_finding complaint.courtesy-missed "$no" '2026-11-23 09:00:00'
