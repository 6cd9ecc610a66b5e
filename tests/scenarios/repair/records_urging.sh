#!/bin/sh
# A resident who asks again is heard and counted; what was asked for stays as it was (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

a_repair
shows '.urged == 0' as chen repair show "$bx"
clock '2026-11-24 09:20:00'
accepts as chen repair urge "$bx" --text '业主问几时来'
accepts as sun repair urge "$bx" --text '业主到前台来问'
same 'the number urged' "$bx" "$no"
shows '.urged == 2 and .state == "open" and .text == "水龙头滴水"
    and ([.steps[] | select(.what == "urge") | .text] == ["业主问几时来", "业主到前台来问"])' \
    as chen repair show "$bx"
breach order.arrived-in-time 6.1 "$bx" '2026-11-24 09:20:00' '2026-11-24 09:15:00'
an_order
accepts as chen order cancel "$pg" --reason '业主自行修好'
accepts as chen repair close "$bx" --outcome '业主自行修好'
refuses record.closed 1.6 as chen repair urge "$bx" --text '又问'
