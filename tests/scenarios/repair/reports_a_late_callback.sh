#!/bin/sh
# Every repair is asked about within three days of its end (clause 4.4), where anyone can be asked.
. "$(dirname "$0")/../lib.sh"
office
rule=repair.callback-made
clock '2026-12-29 20:00:00'
a_finished_repair
kept=$bx
a_finished_repair
late=$bx
no_breach "$rule" "$kept" '2027-01-01 20:00:00'
breach "$rule" 4.4 "$kept" '2027-01-01 20:00:01' '2027-01-01 20:00:00'

# Nobody to ask about a broken lamp on the stairs; nothing to ask about what is not finished.
accepts as sun repair add --channel patrol --place '2号楼门厅' --category public-area --text '灯不亮'
bx=$no
an_order
arrives
starts
finishes
no_breach "$rule" "$bx" '2027-01-31 09:00:00'
a_repair
an_order
no_breach "$rule" "$bx" '2027-01-31 09:00:00'

clock '2027-01-01 20:00:00'
# An attempt is no callback.
accepts as sun callback attempt "$late" --method phone --note '无人接听'
bx=$kept
accepts check_back phone no
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 20:00:01'
bx=$late
accepts check_back phone yes
breach "$rule" 4.4 "$late" '2027-01-31 09:00:00' '2027-01-01 20:00:00'
