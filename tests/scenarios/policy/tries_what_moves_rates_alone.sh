#!/bin/sh
# Where a limit finds nothing but makes more, or less, fall due by now, the rates differ, and that is a difference (exit 4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_repair
an_order
clock '2026-11-23 09:05:00'
arrives
clock '2026-11-23 09:12:00'

# As it is, the arrival is due at 09:15 and counts in no rate yet. Twelve minutes are over in this second, and were kept.
rejects 4 huiyin policy try order.arrive_within 12min --json
json '.newly == [] and .no_longer == [] and .unchanged == 0
    and .rates.arrived_on_time == {before: {num: 0, den: 0, rate: null}, after: {num: 1, den: 1, rate: 1}}'
rejects 4 huiyin policy try order.arrive_within 12min --lang en
prints 'No matter, but the rates below'
# A second later they are not over, and nothing differs.
leaves_no_entry huiyin policy try order.arrive_within 721s --json
json '.rates.arrived_on_time.before == .rates.arrived_on_time.after'
leaves_no_entry huiyin policy try order.arrive_within 15min

# What is no longer due moves it, too.
clock '2026-11-23 09:20:00'
a_complaint
clock '2026-11-23 09:30:00'
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 10:30:00'
settled
clock '2026-11-24 09:20:00'
rejects 4 huiyin policy try complaint.reply_within 86401s --json
json '.newly == [] and .no_longer == [] and .rates.replied_on_time.before.den == 1 and .rates.replied_on_time.after.den == 0'
leaves_no_entry huiyin policy try complaint.reply_within 86400s
