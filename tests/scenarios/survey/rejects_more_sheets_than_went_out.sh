#!/bin/sh
# What comes back of a survey cannot be more than went out, nor the opinions more than the sheets.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
accepts as chen survey issue --title '供暖满意度' --count 100
wj=$no
comes_back() { as chen survey return "$wj" "$@"; }
rejects 2 comes_back --count 101
tells 101
rejects 2 comes_back --count 10 --satisfied 6 --dissatisfied 5
tells --dissatisfied
rejects 2 comes_back --count -1
rejects 2 comes_back --count many
rejects 2 comes_back
accepts comes_back --count 60 --satisfied 0 --dissatisfied 0
rejects 2 comes_back --count 41
accepts comes_back --count 40 --satisfied 20 --dissatisfied 20
rejects 2 comes_back --count 1
rejects 2 as chen survey issue --title '食堂' --count 0
rejects 2 as chen survey issue --count 10
exits 3 as chen survey return wj-9 --count 1
denies as wu survey issue --title '食堂' --count 10
shows '.returned == 100' as chen survey show "$wj"
shows 'length == 1 and .[0].count == 100 and .[0].title == "供暖满意度"' as chen survey list
