#!/bin/sh
# A share is cut, not rounded: what falls short of a limit is not shown as reaching it, and a rate with
# something missing is never 1 (clauses 1.9, 3.4.1).
. "$(dirname "$0")/../lib.sh"
office

# Twenty seconds of a week without an officer.
clock '2026-11-23 08:00:00'
knows_all li chen
takes_post li
clock '2026-11-27 08:00:00'
writes_log li
accepts as li duty end
clock '2026-11-27 08:00:20'
takes_post chen

# Of 48 callbacks 19 are signed visits: 39.58 %.
clock '2026-11-27 09:00:00'
{
    for i in $(seq 48); do echo "complaint add --channel phone --unit 1-$i --text 噪声"; done
    for i in $(seq 48); do echo "complaint settle ts-$i --findings 属实 --opinion 劝止 --reply 已劝止 --method phone"; done
    for i in $(seq 19); do echo "callback log ts-$i --method visit --satisfied yes --signed-by 李"; done
    for i in $(seq 20 48); do echo "callback log ts-$i --method phone --satisfied yes"; done
} >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
exits 0 huiyin status --lang en
prints '19/48  39.5 %'
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --lang en
prints '19/48  39.5 %'
never_prints '(40 %)'
prints '99.99 %'
breach callback.signed-rate 3.4.1 2026-W48 '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json
json '.callbacks.signed_visits == {"num": 19, "den": 48, "rate": 0.3958}'
json '.duty.covered.num + 20 == .duty.covered.den and .duty.covered.rate == 0.9999'
