#!/bin/sh
# Each order that is handed in has its result noted within a day; another that is sent afterwards undoes no limit
# that ran for the one before (4.3).
. "$(dirname "$0")/../lib.sh"
office
rule=repair.noted
clock '2026-11-23 09:00:00'
a_repair --unit 3-502
an_order
clock '2026-11-23 09:10:00'
arrives
starts
finishes
signs
clock '2026-11-23 10:00:00'
hands_in
no_breach "$rule" "$bx" '2026-11-24 10:00:00'
breach "$rule" 4.3 "$bx" '2026-11-24 10:00:01' '2026-11-24 10:00:00'
clock '2026-11-25 09:00:00'
accepts check_back visit no --signed-by '张伟'
an_order
clock '2026-11-25 09:10:00'
arrives
starts
finishes
signs
clock '2026-11-25 10:00:00'
hands_in
breach "$rule" 4.3 "$bx" '2026-11-26 10:00:00' '2026-11-24 10:00:00'
breach "$rule" 4.3 "$bx" '2026-11-26 10:00:01' '2026-11-26 10:00:00'
# Typed afterwards, closed in the last second it keeps the second; the first stays late.
clock '2026-11-26 12:00:00'
accepts check_back visit yes --signed-by '张伟' --at '2026-11-26 09:00:00'
accepts as chen repair close "$bx" --outcome '已修好' --at '2026-11-26 10:00:00'
breach "$rule" 4.3 "$bx" '2026-12-31 09:00:00' '2026-11-24 10:00:00'
check_at '2026-12-31 09:00:00'
json "[.findings[] | select(.rule == \"$rule\")] | length == 1"
