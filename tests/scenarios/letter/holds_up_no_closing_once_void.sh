#!/bin/sh
# A complaint is not closed before the last of what was done about it; a letter that was made void is none of that,
# like a callback that never was (1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
settled
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by '张伟'
clock '2026-11-23 10:00:00'
accepts publishes "$ts"
gx=$no
clock '2026-11-23 11:00:00'
refuses record.in-order 1.6 as chen complaint close "$ts" --outcome '已恢复' --at '2026-11-23 09:59:59'
leaves_no_entry as chen complaint close "$ts" --outcome '已恢复' --at '2026-11-23 10:00:00' --dry-run
accepts as ma void "$gx" --reason '写错了事项'
accepts as chen complaint close "$ts" --outcome '已恢复' --at '2026-11-23 09:59:59'
no_finding record.in-order "$ts" '2026-12-31 09:00:00'
