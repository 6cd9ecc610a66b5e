#!/bin/sh
# On a screen 80 columns wide a dispatcher sees first what is overdue and still to be done, longest first,
# then what comes up, with who has it and where; then the facts that are left to explain (clauses 4.1, 6.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_repair --unit 3-502
an_order
late=$bx
clock '2026-11-24 09:20:00'
a_repair --unit 4-101 --category electrical
an_order
fact=$bx
a_repair --unit 5-101
coming=$bx
clock '2026-11-24 09:35:01'
pg=PG-2026-0002
arrives

clock '2026-11-24 10:00:00'
exits 4 huiyin check --due-within 4h
for first in '逾期未办 4' "6.1 按时到达现场" "$late  应在 2026-11-24 09:15:00 前到达现场" '已超时 45 分' '(wu) 3-502' \
    '将到期 1' "3 小时 35 分  11-24 13:35  $fact" '已成事实,待说明 1' \
    "check explain order.arrived-in-time $fact"; do
    prints "$first"
done
same 'the first is the longest overdue' "$late" "$(printf '%s\n' "$out" | grep -o 'BX-2026-000[0-9]' | head -n 1)"
wide=$(printf '%s\n' "$out" | awk '{ gsub(/─|═/, "-"); gsub(/→/, "->"); gsub(/[^\001-\177]/, "x"); gsub(/xxx/, "xx"); if (length > 80) print }')
same 'no line wider than 80' '' "$wide"

shows 'map(.no) == ["'"$late"'", "'"$coming"'"]' huiyin repair list --overdue
exits 0 huiyin repair list --overdue
prints '逾期的报修 2 件'
prints '45 分'
prints '35 分'
# Seconds matter below ten minutes, and nothing else once all is explained.
clock '2026-11-24 13:30:00'
exits 4 huiyin check --due-within 10min
prints '5 分 1 秒  11-24 13:35'
