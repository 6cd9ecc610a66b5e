#!/bin/sh
# A record made while the machine's clock was a year ahead is voided and noted once the clock is right; nothing
# else is done on it before its time, and the doctor is content with the clock again.
. "$(dirname "$0")/../lib.sh"
clock '2026-11-20 08:00:00'
office
clock '2027-11-23 10:00:00'
a_complaint
ahead=$ts
clock '2026-11-23 10:05:00'
run huiyin doctor --json
json '.checks[] | select(.check == "clock") | .state == "fault"'
refuses record.in-order 1.6 as chen complaint investigate "$ahead" --findings 属实
accepts as chen note "$ahead" --text '当时机器钟快一年'
accepts as ma void "$ahead" --reason '当时机器钟快一年'
shows '.state == "closed"' as chen complaint show "$ahead"
exits 0 huiyin audit verify
run huiyin doctor --json
json '.checks[] | select(.check == "clock") | .state == "notice"'
# One that is past is not voided before it was received.
a_complaint
clock '2026-11-23 10:10:00'
refuses record.in-order 1.6 as ma void "$ts" --reason 重复 --at '2026-11-23 10:00'
