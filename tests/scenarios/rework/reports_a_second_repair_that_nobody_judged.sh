#!/bin/sh
# A repair of the same home and category within thirty days of a finished one is said to be rework or
# not; until then it is a breach, which saying so heals (clause 6.5).
. "$(dirname "$0")/../lib.sh"
office
rule=rework.undecided
comes() { a_repair --unit 3-502 "$@"; }
clock '2026-12-02 09:00:00'
comes
first=$bx
an_order
arrives
starts
finishes

# To the second.
clock '2027-01-01 09:00:00'
comes
breach "$rule" 6.5 "$bx" '2027-01-01 09:00:00' '2027-01-01 09:00:00'
accepts as chen amend "$bx" --rework-of "$first" --reason '同一处漏水'
no_breach "$rule" "$bx" '2027-01-01 09:00:00'
shows '.rework_of == "'"$first"'"' huiyin repair show "$bx"
comes
breach "$rule" 6.5 "$bx" '2027-01-01 09:00:00'
accepts as chen amend "$bx" --not-rework '另一个水龙头' --reason '核实'
no_breach "$rule" "$bx" '2027-01-01 09:00:00'
for said in --rework-of --not-rework; do
    comes "$said" "$first"
    no_breach "$rule" "$bx" '2027-01-01 09:00:00'
done
rejects 2 as chen repair add --channel phone --unit 3-502 --category plumbing --text '又漏了' \
    --rework-of "$first" --not-rework '另一处'
clock '2027-01-01 09:00:01'
comes
no_breach "$rule" "$bx" '2027-01-01 09:00:01'

# Another home, another category, no home, one that was never finished or was made void: no second.
clock '2027-01-02 09:00:00'
comes --not-rework '另一处'
an_order
arrives
starts
finishes
second=$bx
a_repair --unit 3-503
no_breach "$rule" "$bx" '2027-01-02 09:00:00'
a_repair
no_breach "$rule" "$bx" '2027-01-02 09:00:00'
a_repair --unit 3-502 --category electrical
no_breach "$rule" "$bx" '2027-01-02 09:00:00'
a_repair --unit 3-502 --category electrical
no_breach "$rule" "$bx" '2027-01-02 09:00:00'
comes
breach "$rule" 6.5 "$bx" '2027-01-02 09:00:00'
accepts as ma void "$second" --reason '重复登记'
no_breach "$rule" "$bx" '2027-01-02 09:00:00'
# The office may look back farther or less far.
exits 0 huiyin policy set repair.rework_window 1h --reason '本办公室规定'
a_repair --unit 9-101
an_order
arrives
starts
finishes
clock '2027-01-02 10:00:01'
a_repair --unit 9-101
no_breach "$rule" "$bx" '2027-01-02 10:00:01'

# As of before it was said, nobody had; a judgement that replaced another was there before.
exits 0 huiyin policy set repair.rework_window 30d --reason '恢复'
clock '2027-02-01 09:00:00'
a_repair --unit 7-101
first=$bx
an_order
arrives
starts
finishes
clock '2027-02-02 09:00:00'
a_repair --unit 7-101
clock '2027-02-03 09:00:00'
accepts as chen amend "$bx" --not-rework '另一处' --reason '核实'
breach "$rule" 6.5 "$bx" '2027-02-03 08:59:59' '2027-02-02 09:00:00'
no_breach "$rule" "$bx" '2027-02-03 09:00:00'
clock '2027-02-04 09:00:00'
accepts as chen amend "$bx" --rework-of "$first" --reason '是同一处'
no_breach "$rule" "$bx" '2027-02-03 09:00:00'
# One of the two stands, and the first technician holds what nobody held.
shows '.rework_of == "'"$first"'" and .not_rework == null and .holder == "wu"' huiyin repair show "$bx"
rejects 2 as chen amend "$bx" --rework-of "$bx" --reason '笔误'
rejects 2 as chen amend "$bx" --rework-of "$first" --not-rework '另一处' --reason '笔误'
