#!/bin/sh
# Repairs come by letter, phone, visit or from a round, and each is of a kind the office knows.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
adding() { as chen repair add --phone 13800008000 --text '门关不上' "$@"; }

for channel in letter phone visit patrol; do
    accepts adding --channel "$channel" --category door-window
done
for channel in fax round ''; do rejects 2 adding --channel "$channel" --category door-window; done
for category in doors '' PLUMBING; do rejects 2 adding --channel phone --category "$category"; done
for category in plumbing electrical door-window furniture appliance public-area service other; do
    accepts adding --channel phone --category "$category"
    shows ".category == \"$category\" and .kind == \"repair\" and .channel == \"phone\"
        and .urgent == false" as chen repair show "$no"
done
shows 'length == 12 and (map(.no) == (map(.no) | sort)) and all(.[]; has("steps") | not)' \
    as chen repair list

accepts as chen repair add --channel visit --category furniture --from '张伟' --unit 3-502 \
    --place '客厅' --text '书桌抽屉脱轨' --via '12345热线' --appointment '2026-11-24 14:00:00'
shows '.unit == "3-502" and .place == "客厅" and .via == "12345热线" and .reachable
    and .appointment == "2026-11-24T14:00:00+08:00" and .orders == [] and .callbacks == []' \
    as chen repair show "$no"
