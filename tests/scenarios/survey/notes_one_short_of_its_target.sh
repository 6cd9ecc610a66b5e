#!/bin/sh
# A survey that the office set a target for is noted when its date has passed and too few sheets came
# back (clause 3.2.1).
. "$(dirname "$0")/../lib.sh"
office
rule=survey.collected
clock '2026-12-28 09:00:00'
issues_one() {
    accepts as chen survey issue --title '供暖满意度' --count 100 --until '2026-12-31 23:59:59' "$@"
    wj=$no
}
comes_back() { as chen survey return "$wj" --count "$@"; }
issues_one
accepts comes_back 10
no_finding "$rule" "$wj" '2027-06-01 00:00:00'

exits 0 huiyin policy set survey.return_rate 60% --reason '本办公室目标'
no_finding "$rule" "$wj" '2026-12-31 23:59:59'
finding notice "$rule" 3.2.1 "$wj" '2027-01-01 00:00:00' '2026-12-31 23:59:59'
accepts comes_back 49 --satisfied 40 --dissatisfied 9
finding notice "$rule" 3.2.1 "$wj" '2027-01-01 00:00:00'
# What comes in late counts from when it came.
clock '2027-01-02 08:00:00'
accepts comes_back 1 --satisfied 1
finding notice "$rule" 3.2.1 "$wj" '2027-01-02 07:59:59'
no_finding "$rule" "$wj" '2027-01-02 08:00:00'
shows '.returned == 60 and .satisfied == 41 and .dissatisfied == 9 and .return_rate.rate == 0.6' \
    as chen survey show "$wj"
# Sheets, in the week they went out and in the week they came back.
shows '.surveys == {"issued": 100, "returned": 60}' as tao report weekly --week 2026-W53 --dry-run
# One without a date is never late.
accepts as chen survey issue --title '食堂' --count 5
no_finding "$rule" "$no" '2028-01-02 08:00:00'
