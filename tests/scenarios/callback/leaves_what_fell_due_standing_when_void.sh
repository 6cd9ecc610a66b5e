#!/bin/sh
# A callback that was never made is made void; what had fallen due unmet by then stands, to be explained,
# what had not is owed no more (clauses 3.3.3a, 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_settled_complaint
late=$ts
accepts visit_back no --raised '还想换门' --appointment '2026-11-26 10:00:00'
hf_late=$no
a_settled_complaint
accepts visit_back no --raised '还想换门' --appointment '2026-11-26 10:00:00'
hf=$no
# In the last second of both.
clock '2026-11-26 10:00:00'
accepts as ma void "$hf" --reason '没有去过'
no_breach callback.appointment-kept "$ts" '2026-12-07 09:00:00'
no_breach callback.followed-up "$ts" '2026-12-07 09:00:00'
# One second later the appointment had passed; three days after a call nobody had followed it up.
clock '2026-11-26 10:00:01'
accepts as ma void "$hf_late" --reason '没有去过'
breach callback.appointment-kept 3.3.3a "$late" '2026-12-07 09:00:00' '2026-11-26 10:00:00'
no_breach callback.followed-up "$late" '2026-12-07 09:00:00'
clock '2026-11-28 09:00:00'
a_complaint --at '2026-11-24 10:00:00' --late-reason '补登'
accepts as chen complaint assign "$ts" --to chen --at '2026-11-24 10:00:00' --late-reason '补登'
settled --at '2026-11-24 10:00:00' --late-reason '补登'
accepts visit_back no --at '2026-11-24 11:00:00' --late-reason '补登'
accepts as ma void "$no" --reason '没有去过'
breach callback.followed-up 3.3.3b "$ts" '2026-12-07 09:00:00' '2026-11-27 11:00:00'
# What it broke itself is void with it.
clock '2026-11-28 10:00:00'
a_settled_complaint
accepts call_back visit yes --as-happened '业主不愿签名'
breach callback.visit-signature 3.3.2 "$ts" '2026-11-28 10:00:00'
accepts as ma void "$no" --reason '没有去过'
no_breach callback.visit-signature "$ts" '2026-12-07 09:00:00'
