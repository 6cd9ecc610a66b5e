#!/bin/sh
# What a hotline forwarded has its three rates apart from the office's own: responded, resolved, satisfied; a share of
# fewer than five says its numbers alone (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-16 08:00:00'
office
for minute in 1 2 3 4 5; do
    clock "2026-11-16 09:0$minute:00"
    a_complaint --via 12345 --hotline-no "GD-$minute"
    accepts as chen complaint assign "$ts" --to sun
done
clock '2026-11-16 09:06:00'
a_complaint
accepts as chen complaint assign "$ts" --to sun

# answered NUMBER TIME: settled at this very second
answered() {
    clock "$2"
    accepts as sun complaint settle "ts-$1" --findings 属实 --opinion 当日修复 --reply 已修好 --method phone
}
answered 3 '2026-11-16 12:00:00'
answered 6 '2026-11-16 12:00:00'
# One in the last second of its day, one a second past it, and one that was never answered.
answered 1 '2026-11-17 09:01:00'
answered 2 '2026-11-17 09:02:01'
answered 4 '2026-11-17 09:04:00'
clock '2026-11-18 10:00:00'
accepts as sun callback log ts-1 --method phone --satisfied yes --resolved yes
accepts as sun callback log ts-2 --method phone --satisfied partly --resolved no
accepts as sun callback log ts-3 --method phone --satisfied yes
accepts as sun callback log ts-6 --method phone --satisfied yes --resolved yes

clock '2026-11-23 09:00:00'
shows '.hotline.responded == {"num": 3, "den": 5, "rate": 0.6}
    and .hotline.resolved == {"num": 1, "den": 2, "rate": null}
    and .hotline.satisfied == {"num": 2, "den": 3, "rate": null}' as ma report weekly --week 2026-W47 --dry-run
json '.three_rates.responded | .num == 4 and .den == 6'
json '.three_rates.resolved == {"num": 2, "den": 3, "rate": null} and (.three_rates.satisfied | .num == 3 and .den == 4)'
# What is found afterwards to have come from there counts there from then on.
accepts as ma amend ts-6 --hotline-no GD-6 --reason 漏登
shows '(.hotline.responded | .num == 4 and .den == 6) and .hotline.resolved == {"num": 2, "den": 3, "rate": null}' \
    as ma report weekly --week 2026-W47 --dry-run
exits 0 as ma report weekly --week 2026-W47 --dry-run
prints 其中热线转来
