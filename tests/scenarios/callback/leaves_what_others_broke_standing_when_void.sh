#!/bin/sh
# What another step broke by a callback stands when that is made void, as it does when it is corrected; what
# the callback broke itself is void with it (clauses 5.4, 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.satisfied
clock '2026-11-24 09:00:00'
closed_satisfied() {
    a_settled_complaint
    accepts call_back phone yes
    accepts as chen complaint close "$ts" --outcome '已修好'
}
closed_satisfied
corrected=$ts
closed_satisfied
voided=$ts
closed_satisfied
after=$ts
clock '2026-11-24 10:00:00'
# Typed afterwards: in the second of the closing the resident was not satisfied; a second after it breaks nothing.
ts=$corrected
accepts visit_back no --at '2026-11-24 09:00:00'
hf_corrected=$no
ts=$voided
accepts visit_back no --at '2026-11-24 09:00:00'
hf_voided=$no
ts=$after
accepts visit_back no --at '2026-11-24 09:00:01'
hf_after=$no
no_breach "$rule" "$after" '2026-12-31 09:00:00'
breach "$rule" 5.4 "$corrected" '2026-11-24 10:00:00' '2026-11-24 09:00:00'
breach "$rule" 5.4 "$voided" '2026-11-24 10:00:00' '2026-11-24 09:00:00'
clock '2026-11-24 10:00:01'
accepts as ma amend "$hf_corrected" --satisfied yes --reason '记错'
accepts as ma void "$hf_voided" --reason '没有去过'
accepts as ma void "$hf_after" --reason '没有去过'
breach "$rule" 5.4 "$corrected" '2026-12-31 09:00:00' '2026-11-24 09:00:00'
breach "$rule" 5.4 "$voided" '2026-12-31 09:00:00' '2026-11-24 09:00:00'
no_breach "$rule" "$after" '2026-12-31 09:00:00'

# A call on one that was not satisfied was no visit, whatever becomes of the one before it.
clock '2026-11-24 11:00:00'
a_settled_complaint
accepts visit_back no
first=$no
accepts call_back phone yes --as-happened '业主出差'
breach callback.follow-up-method 3.3.3b "$ts" '2026-11-24 11:00:00'
clock '2026-11-24 11:00:01'
accepts as ma void "$first" --reason '没有去过'
breach callback.follow-up-method 3.3.3b "$ts" '2026-12-31 09:00:00' '2026-11-24 11:00:00'
# Made void itself it broke nothing.
a_settled_complaint
accepts visit_back no
accepts call_back phone yes --as-happened '业主出差'
accepts as ma void "$no" --reason '没有打过'
no_breach callback.follow-up-method "$ts" '2026-12-31 09:00:00'
