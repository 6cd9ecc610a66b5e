#!/bin/sh
# Asked as of before somebody said that a repair is a rework, or that it is none, it was not known to be: nobody
# owed an apology yet (clause 6.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=rework.apology
a_finished_repair
first=$bx
clock '2026-11-24 10:00:00'
a_repair
an_order
arrives
starts
finishes --as-happened '照实登记'
no_breach "$rule" "$bx" '2026-11-24 12:00:00'
clock '2026-11-24 11:00:00'
accepts as ma amend "$bx" --rework-of "$first" --reason '同一处又漏'
no_breach "$rule" "$bx" '2026-11-24 10:59:59'
breach "$rule" 6.5 "$bx" '2026-11-24 11:00:00' '2026-11-24 10:00:00'
# Said to be none after all, it was thought to be one until then.
clock '2026-11-24 12:00:00'
accepts as ma amend "$bx" --not-rework '另一个龙头' --reason '误认'
breach "$rule" 6.5 "$bx" '2026-11-24 11:59:59' '2026-11-24 10:00:00'
no_breach "$rule" "$bx" '2026-11-24 12:00:00'
no_breach "$rule" "$bx" '2026-11-24 10:59:59'
