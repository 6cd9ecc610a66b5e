#!/bin/sh
# Handed in without a signature, and the resident is gone: on record as it happened, a breach
# (clauses 4.2, 4.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=order.signed

a_finished_repair
no_breach "$rule" "$bx" '2026-11-24 09:00:00'
accepts as chen order return "$pg" --to chen --as-happened '业主已出差' --witness '孙红' --json
told "$rule" breach
breach "$rule" '4.2, 4.3' "$bx" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
shows '.state == "returned"' as chen order show "$pg"
