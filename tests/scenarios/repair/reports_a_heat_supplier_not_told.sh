#!/bin/sh
# A leak of the heating main is told to the heat supplier before it is finished (clause 4.5).
. "$(dirname "$0")/../lib.sh"
office
rule=repair.supplier-told
tells_supplier() { as wu repair supplier "$bx" --told '供热公司值班室小赵' "$@"; }
a_heating_leak() {
    a_repair --category heating-main "$@"
    an_order
    arrives
    starts
}

clock '2026-11-23 23:50:00'
a_heating_leak
told_in_time=$bx first=$pg
a_heating_leak
told_late=$bx
finished_at='2026-11-24 00:20:00'
clock "$finished_at"
finishes
breach "$rule" 4.5 "$told_late" "$finished_at" "$finished_at"
bx=$told_in_time pg=$first
accepts tells_supplier
finishes
no_breach "$rule" "$told_in_time" '2026-12-24 00:20:00'
shows '.steps | any(.what == "supplier" and .text == "供热公司值班室小赵" and .by == "wu")' \
    huiyin repair show "$bx"
# A second after it was finished is late for good.
clock '2026-11-24 00:20:01'
bx=$told_late
accepts tells_supplier
breach "$rule" 4.5 "$told_late" '2026-12-24 00:20:00' "$finished_at"

# No other leak is the supplier's; one that only looked like it is not either.
a_repair --category tap-burst
an_order
arrives
starts
finishes
no_breach "$rule" "$bx" '2026-12-24 00:20:00'
a_heating_leak
accepts as ma repair recategorise "$bx" --category plumbing --reason '是生活用水管'
finishes
no_breach "$rule" "$bx" '2026-12-24 00:20:00'
# And one that looked like another is.
a_repair --category plumbing
an_order
arrives
starts
accepts as chen repair recategorise "$bx" --category heating-main --reason '是供暖主管'
finishes
breach "$rule" 4.5 "$bx" '2026-12-24 00:20:00' '2026-11-24 00:20:01'
rejects 2 as wu repair supplier "$bx"
