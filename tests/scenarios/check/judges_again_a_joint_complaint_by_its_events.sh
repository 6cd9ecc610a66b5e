#!/bin/sh
# Whether a joint complaint was reported in time is said by the major events about it (clause 2.2.8): one that is void, said
# to have been reported later, or to be about another complaint, and one that is entered late.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.joint-reported

# joint DAY OPTIONS…: five came together at 09:00, the event about it came as these say; all is closed
joint() {
    day=$1
    shift
    clock "$day 09:00:00"
    a_visit --people 5
    accepts as chen complaint assign "$ts" --to chen
    settled
    clock "$day 10:00:00"
    an_event 7 --complaint "$ts" --residents no "$@"
    accepts as ma event relay "$zd" --to tao --form phone --at "$day 09:20:00"
    accepts as ma event supplement "$zd" --form written --to tao --text '已安抚'
    accepts visit_back yes
    accepts as ma complaint close "$ts" --outcome '业主满意'
    accepts as ma event close "$zd" --outcome '已平息'
}

joint 2026-11-24 --at '2026-11-24 09:10:00'
void=$ts void_event=$zd
joint 2026-11-25 --at '2026-11-25 09:10:00'
later=$ts later_event=$zd
joint 2026-11-26 --at '2026-11-26 09:10:00'
elsewhere=$ts elsewhere_event=$zd
joint 2026-11-27 --at '2026-11-27 09:10:01'
late=$ts

clock '2026-11-30 09:00:00'
files_the_week
for one in "$void" "$later" "$elsewhere"; do keeps_no "$rule" "$one"; done
keeps "$rule" "$late"
has_verdict "$void_event" "$later_event" "$elsewhere_event"

# Without its event it was never reported.
accepts as ma void "$void_event" --reason '登记重复'
finds "$rule" "$void" '.since == "2026-11-24T09:10:00+08:00"'

# It was reported a second later than was written down.
accepts as ma amend "$later_event" --opened-at '2026-11-25 09:10:01' --reason '时间写错'
finds "$rule" "$later"

# It was about another one. What stood of that one before it was corrected stands.
accepts as ma amend "$elsewhere_event" --complaint "$late" --reason '编号写错'
finds "$rule" "$elsewhere"
finds "$rule" "$late" '.message | contains("更正之前已成立")'
has_none "$elsewhere" "$late"

# What is entered late has been reported in time.
an_event 7 --complaint "$void" --at '2026-11-24 09:10:00' --late-reason '补录'
finds_no "$rule" "$void"
exits 0 huiyin audit verify
