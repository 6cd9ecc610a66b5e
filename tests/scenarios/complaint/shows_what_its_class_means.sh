#!/bin/sh
# The office says what its three classes are, and a complaint shows the words of its own day
# (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# reads TS WORDS: what `show` tells of its class on paper
reads() {
    exits 0 huiyin complaint show "$1"
    prints "$2"
}
for class in 1 2 3; do a_complaint --class "$class"; done
reads ts-1 '1 · general 一般'
reads ts-2 '2 · serious 较重'
reads ts-3 '3 · grave 重大'
exits 0 huiyin policy show complaint.class.3
prints '重大'

clock '2026-11-23 10:00:00'
exits 0 huiyin policy set complaint.class.3 '涉及安全,须负责人到场' --reason '办公会定'
a_complaint --class 3
reads ts-4 '3 · 涉及安全,须负责人到场'
reads ts-3 '3 · grave 重大'
shows '.class == 3' huiyin complaint show ts-4
rejects 2 as chen complaint add --channel letter --text '漏水' --class 4
# A class given later has the words of the complaint's day as well.
a_complaint
exits 0 huiyin complaint show "$ts"
never_prints ' · 涉及安全'
accepts as ma amend "$ts" --class 3 --reason '有人受伤'
reads "$ts" '3 · 涉及安全,须负责人到场'
