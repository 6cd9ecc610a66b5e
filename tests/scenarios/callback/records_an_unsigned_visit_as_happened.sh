#!/bin/sh
# A visit that nobody signed goes on record as it happened: a breach, and no signed visit
# (clauses 3.3.2, 3.4.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.visit-signature

a_settled_complaint
no_breach "$rule" "$ts" '2026-11-24 10:00:00'
accepts call_back visit yes --as-happened '业主不愿签名' --witness '孙红' --json
told "$rule" breach
breach "$rule" 3.3.2 "$ts" '2026-11-30 09:00:00' '2026-11-24 10:00:00'
shows '.callbacks | length == 1 and .[0].method == "visit" and .[0].signed_by == null' \
    as chen complaint show "$ts"

a_settled_complaint
accepts visit_back yes
no_breach "$rule" "$ts" '2026-11-30 09:00:00'
leaves_no_entry as chen report weekly --week 2026-W48 --json
json '.callbacks.done == 2 and .callbacks.by_method.visit == 2'
rate .callbacks.signed_visits 1 2
rate .callbacks.satisfied 2 2
