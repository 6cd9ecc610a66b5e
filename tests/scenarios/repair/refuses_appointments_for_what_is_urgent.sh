#!/bin/sh
# What endangers people or floods a house is urgent by its category: no time is agreed for it, and only
# a manager or the head makes it ordinary, once somebody has been there to look (clause 4.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=repair.urgent-stays
calls() { as chen repair add --channel phone --phone 13800008000 --text '请快来' "$@"; }

for kind in elevator structure wiring water-supply tap-burst heating-main floor-stair-rail falling-risk danger; do
    refuses "$rule" 4.5 calls --category "$kind" --appointment '2026-11-25 09:00:00'
    accepts calls --category "$kind"
    shows '.urgent' huiyin repair show "$no"
done
for kind in plumbing electrical door-window furniture appliance public-area service other; do
    accepts calls --category "$kind" --appointment '2026-11-25 09:00:00'
    shows '.urgent | not' huiyin repair show "$no"
done

becomes() {
    _who=$1 _category=$2
    shift 2
    as "$_who" repair recategorise "$bx" --category "$_category" --reason '现场查明' "$@"
}
a_leak() {
    accepts calls --category tap-burst
    bx=$no
    an_order
}
a_leak
refuses "$rule" 4.5 becomes ma plumbing
refuses "$rule" 4.5 becomes chen plumbing
# From one danger to another, and into one, at any time and by any of them.
accepts becomes chen water-supply
accepts becomes sun tap-burst
clock '2026-11-24 09:10:00'
arrives
refuses "$rule" 4.5 becomes chen plumbing
refuses "$rule" 4.5 becomes ma plumbing --at '2026-11-24 09:09:59'
refuses "$rule" 4.5 becomes ma plumbing --by chen
denies becomes wu plumbing
rejects 2 as ma repair recategorise "$bx" --category plumbing
rejects 2 becomes ma plumming
tells plumbing
accepts becomes ma plumbing
shows '.category == "plumbing" and (.urgent | not) and (.steps[-1] | .what == "recategorise" and .reason == "现场查明")' \
    huiyin repair show "$bx"
a_leak
arrives
accepts becomes tao plumbing
