#!/bin/sh
# A rostered shift is taken up within ten minutes, or the same officer goes on into it; late stays late
# (clause 1.4).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.missed-post
rosters sun '2026-12-31 23:55:00' '2027-01-01 08:00:00' overnight
night=$pb
rosters li '2027-01-01 08:00:00' '2027-01-01 16:00:00'
day=$pb
rosters li '2027-01-01 16:00:00' '2027-01-02 00:00:00'
evening=$pb
rosters chen '2027-01-02 00:00:00' '2027-01-02 08:00:00' overnight
next=$pb
knows_all sun li chen
no_breach "$rule" "$night" '2027-01-01 00:05:00'
breach "$rule" 1.4 "$night" '2027-01-01 00:05:01' '2027-01-01 00:05:00'

clock '2027-01-01 00:05:00'
takes_post sun
no_breach "$rule" "$night" '2027-02-01 00:00:00'
# One second late, by a handover.
clock '2027-01-01 08:10:01'
relieves sun li
breach "$rule" 1.4 "$day" '2027-02-01 00:00:00' '2027-01-01 08:10:00'
# He goes on into his next; into another's it does not count.
no_breach "$rule" "$evening" '2027-02-01 00:00:00'
breach "$rule" 1.4 "$next" '2027-01-02 00:10:01' '2027-01-02 00:10:00'
# Withdrawn in time it is nobody's duty.
accepts as ma void "$next" --reason '改排'
no_breach "$rule" "$next" '2027-02-01 00:00:00'
finding breach "$rule" 1.4 "$day" '2027-02-01 00:00:00'
clock '2027-01-01 09:00:00'
exits 0 as tao check explain "$rule" "$day" --reason '大雪封路'

# Whoever stands in for an officer already, and goes on, has taken up that one's next post too.
clock '2027-01-03 08:00:00'
writes_log li
exits 0 as li duty end
rosters sun '2027-01-03 08:00:00' '2027-01-03 16:00:00'
rosters sun '2027-01-03 16:00:00' '2027-01-03 23:00:00'
takes_post chen --substitute-for sun --reason '发烧'
no_breach "$rule" "$pb" '2027-02-01 00:00:00'
