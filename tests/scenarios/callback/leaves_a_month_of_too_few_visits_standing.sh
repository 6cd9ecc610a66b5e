#!/bin/sh
# A week or a month of too few signed visits (clause 3.4.1) that is over is a breach for good: neither a
# correction, nor a callback or a complaint made void, takes it back. Figures use what is corrected. What
# is corrected before the period is over counts.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.signed-rate
clock '2026-11-23 09:00:00'
hf=
for _ in 1 2 3 4 5; do
    a_settled_complaint
    accepts call_back phone yes
    hf="$hf $no"
    first=${first:-$ts}
done
# shellcheck disable=SC2086
set -- $hf
# In the last second of the week it still counts, and two are enough.
clock '2026-11-29 23:59:59'
no_breach "$rule" 2026-W48 '2026-11-29 23:59:59'
accepts as ma amend "$1" --method visit --signed-by '张伟' --reason '记成了电话'
breach "$rule" 3.4.1 2026-W48 '2026-11-30 00:00:01' '2026-11-30 00:00:00'

# A second too late for the week, not for the month.
clock '2026-11-30 00:00:00'
accepts as ma amend "$2" --method visit --signed-by '张伟' --reason '记成了电话'
breach "$rule" 3.4.1 2026-W48 '2026-12-31 09:00:00' '2026-11-30 00:00:00'
no_breach "$rule" 2026-11 '2026-12-31 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json
rate .callbacks.signed_visits 2 5
# It was one of the two that was by phone, after all: then the month has too few, once it is over.
accepts as ma amend "$2" --method phone --reason '就是电话'
clock '2026-12-01 00:00:00'
breach "$rule" 3.4.1 2026-11 '2026-12-01 00:00:00' '2026-12-01 00:00:00'
accepts as ma void "$3" --reason '没有打过'
accepts as ma void "$4" --reason '没有打过'
accepts as ma void "$5" --reason '没有打过'
breach "$rule" 3.4.1 2026-11 '2026-12-01 00:00:00' '2026-12-01 00:00:00'
breach "$rule" 3.4.1 2026-W48 '2026-12-01 00:00:00' '2026-11-30 00:00:00'
accepts as ma void "$first" --reason '登错'
breach "$rule" 3.4.1 2026-11 '2026-12-31 09:00:00' '2026-12-01 00:00:00'
breach "$rule" 3.4.1 2026-W48 '2026-12-31 09:00:00' '2026-11-30 00:00:00'
# Not before it was over, and it is explained like any.
no_breach "$rule" 2026-W48 '2026-11-29 23:59:59'
accepts as tao check explain "$rule" 2026-W48 --reason '人手不足'
run huiyin check --json
json '.findings | any(.rule == "callback.signed-rate" and .subject == "2026-W48" and .explained and .blamed == null)'

# The time of a callback, corrected into a week that was short of it, does not mend that week.
clock '2026-12-07 09:00:00'
a_complaint --at '2026-12-05 09:00:00' --late-reason '补登'
accepts as chen complaint assign "$ts" --to chen --at '2026-12-05 09:00:00' --late-reason '补登'
settled --at '2026-12-05 09:00:00' --late-reason '补登'
for _ in 1 2 3 4; do accepts call_back phone yes --at '2026-12-06 10:00:00'; done
accepts visit_back yes
accepts visit_back yes --at '2026-12-06 11:00:00'
breach "$rule" 3.4.1 2026-W49 '2026-12-07 09:00:00' '2026-12-07 00:00:00'
accepts as ma amend "$ts" --step "$(huiyin complaint show "$ts" --json | jq '[.steps[] | select(.what == "callback")][4].seq')" \
    --step-at '2026-12-06 12:00:00' --reason '看错钟'
breach "$rule" 3.4.1 2026-W49 '2026-12-07 09:00:00' '2026-12-07 00:00:00'
exits 0 huiyin audit verify
