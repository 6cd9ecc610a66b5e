#!/bin/sh
# Whatever is settled, and every week that is over, was judged by the policy in force then: a tighter one changes none of it.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_complaint --unit 3-501
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-24 10:30:00'
settled
clock '2026-11-25 10:30:00'
accepts call_back phone yes
accepts as chen complaint close "$ts" --outcome '业主满意'
accepts as chen complaint add --channel visit --text '楼上夜里敲打' --unit 3-502 --courtesy seat,tea,heard,calmed --people 4
visit=$no
accepts as ma complaint close "$visit" --outcome '已离开' --ended withdrawn --reason '业主撤回'
a_settled_repair --unit 3-503

clock '2026-11-30 09:00:00'
files_the_week
keeps_no complaint.investigated-in-time "$ts"
keeps complaint.ended-unverified "$visit"
has_verdict "$bx"
keeps_week_without callback.signed-rate 2026-W48

# Of the next second: what is recorded in this one is decided by it too.
clock '2026-11-30 09:00:01'
for setting in 'complaint.investigate_within 1h' 'complaint.reply_within 1h' 'complaint.callback_within 1h' \
    'complaint.group_size 4' 'repair.dispatch_within 1min' 'callback.rate_min 1' 'suggestion.rate 100%' \
    'speech.taboo 不知道,不懂,不清楚,不归我管,你打…电话或找…问,感谢'; do
    exits 0 huiyin policy set "${setting% *}" "${setting#* }" --reason '收紧'
done
has_verdict "$ts" "$visit" "$bx"
finds_no complaint.investigated-in-time "$ts"
finds_no complaint.joint-reported "$visit"
finds_no callback.signed-rate 2026-W48
clock '2026-12-07 09:00:00'
files_the_week
finds_no complaint.investigated-in-time "$ts"
finds_no callback.signed-rate 2026-W48
exits 0 huiyin audit verify
