#!/bin/sh
# An order is handed in signed, or with the resident's refusal on record (clauses 4.2, 4.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.signed
clause='4.2, 4.3'

a_finished_repair
refuses "$rule" "$clause" as chen order return "$pg" --to chen
signs
hands_in
no_finding "$rule" "$bx" '2026-11-30 09:00:00'

# Not the technician's fault: the refusal stands for the signature, and is no breach.
a_finished_repair
accepts as wu order sign "$pg" --refused '业主称先用几天再签' --witness '孙红'
hands_in
no_finding "$rule" "$bx" '2026-11-30 09:00:00'
no_finding order.sequence "$bx" '2026-11-30 09:00:00'
