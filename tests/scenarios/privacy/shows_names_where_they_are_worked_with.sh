#!/bin/sh
# Residents' names in `show` and `list` are for clerk, steward, manager and head; everywhere else, and
# for everyone else, 张**. Numbers are masked for all, in a week's summary and in findings too.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-16 09:00:00'
a_complaint --from '欧阳娜' --unit 3-502
accepts as chen complaint settle "$ts" --findings '属实' --opinion '处理' --method phone \
    --reply '您打13900001111电话吧' --as-happened '已经说出口'

for who in chen sun ma tao; do
    for look in "complaint show $ts" 'complaint list' 'unit show 3-502'; do
        # shellcheck disable=SC2086  # words of a command
        exits 0 as "$who" $look --json
        prints '欧阳娜'
        never_prints 13800008000
    done
done
for who in wu zhou "$admin"; do
    for look in "complaint show $ts" 'complaint list' 'unit show 3-502'; do
        # shellcheck disable=SC2086  # words of a command
        exits 0 as "$who" $look --json
        prints '欧**'
        never_prints '欧阳娜'
        never_prints 13800008000
    done
done
for who in chen tao zhou; do
    exits 0 as "$who" form complaint-register --from 2026-11-16 --to 2026-11-16
    never_prints '欧阳娜'
done
shows ".[0].matches[0].text == \"欧**\"" as chen search 欧阳

# A finding quotes what was said, never a number.
run huiyin check --all
case $out$err in *13900001111*) fail 'no number in a finding' "$out" ;; esac
run huiyin check --all --json
never_prints 13900001111
clock '2026-11-23 09:00:00'
for format in text json md html csv; do
    exits 0 as ma report weekly --week 2026-W47 --summary '请回13900001111' --format "$format"
    never_prints 13900001111
done
