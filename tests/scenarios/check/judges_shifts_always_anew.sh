#!/bin/sh
# Shifts are judged by each other, by areas, plans and acknowledgements: no verdict on them is kept, and whatever is entered late
# is seen at once.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
exits 0 as ma area add '配电房'
exits 0 as ma plan add '停电' --text '先断总闸'
knows_all chen li
clock '2026-11-24 08:00:00'
rosters chen '2026-11-24 08:00' '2026-11-24 20:00'
takes_post chen
first=$zb
clock '2026-11-24 20:00:00'
accepts as chen duty patrol '配电房' --result ok
relieves chen li
second=$zb
clock '2026-11-25 08:00:00'
accepts as li duty patrol '配电房' --result ok
writes_log li
accepts as li duty end
rosters sun '2026-11-26 08:00' '2026-11-26 20:00'
clock '2026-11-25 20:00:00'
takes_post sun
third=$zb
clock '2026-11-25 22:00:00'
writes_log sun
accepts as sun duty end

clock '2026-11-30 09:00:00'
files_the_week
has_none "$first" "$second" "$third"
same 'kept of them' 0 "$(sql "SELECT count(*) FROM kept_finding WHERE subject LIKE 'ZB-%'")"
finds duty.areas-patrolled "$third"
finds duty.rulebook-acknowledged "$third"
finds duty.missed-post "$pb"
finds duty.covered "$second"

# The gap before the third was none: a shift is entered afterwards, and the missed post was taken.
accepts as ma duty start --who li --at '2026-11-25 08:00:00' --until '2026-11-25 20:00:00' --log '正常' --reason '漏记' \
    --late-reason '补录'
agrees
accepts as ma duty start --who sun --at '2026-11-26 08:00:00' --until '2026-11-26 20:00:00' --log '正常' --reason '漏记' \
    --late-reason '补录'
finds_no duty.missed-post "$pb"
exits 0 as ma area add '水泵房'
agrees
exits 0 as ma plan add '停水' --text '先关总阀'
agrees
knows_all sun
agrees
accepts as ma void "$pb" --reason '排错'
agrees
exits 0 as ma area retire '配电房'
agrees

clock '2026-12-07 09:00:00'
files_the_week
agrees
exits 0 huiyin audit verify
