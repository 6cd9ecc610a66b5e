#!/bin/sh
# What was passed on against the rule goes on record as it happened, and is a breach (clause 2.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=complaint.no-buck-passing

a_complaint
accepts as chen complaint assign "$ts" --to chen
refuses "$rule" 2.2.2 as chen complaint assign "$ts" --to li
no_breach "$rule" "$ts" '2026-11-23 09:00:00'
accepts as chen complaint assign "$ts" --to li --as-happened '口头转交,未说明理由'
breach "$rule" 2.2.2 "$ts" '2026-11-23 09:00:00' '2026-11-23 09:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint assign "$ts" --to li --reason '属二号楼'
no_breach "$rule" "$ts" '2026-11-23 09:00:00'
refuses "$rule" 2.2.2 as li complaint assign "$ts" --to chen --reason '还是由你办'
accepts as li complaint assign "$ts" --to chen --reason '还是由你办' --as-happened '已经退回' \
    --witness '孙红'
breach "$rule" 2.2.2 "$ts" '2026-11-30 09:00:00' '2026-11-23 09:00:00'
