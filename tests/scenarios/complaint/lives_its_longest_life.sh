#!/bin/sh
# One complaint through all that a complaint can meet: six residents together, a repeat, a quarrel,
# a transfer, an escalation, three signed visits and none satisfied, an appointment kept and one
# missed by a second, a call, an open letter, and at last a manager who closes it as it is.
. "$(dirname "$0")/../lib.sh"
office

# Monday: the earlier complaint, done with the same morning.
clock '2026-11-23 09:00:00'
a_settled_complaint --unit 3-502 --category '供热'
earlier=$ts
accepts visit_back yes
accepts as chen complaint close "$earlier" --outcome '已放气'

# Tuesday, nine o'clock: six at the counter, about the same cold rooms.
clock '2026-11-24 09:00:00'
six_come() {
    as chen complaint add --channel visit --people 6 --from '张伟' --phone 13800008000 \
        --unit 3-502 --category '供热' --class 2 --text '暖气还是不热' "$@"
}
refuses complaint.courtesy 2.2.3 six_come --courtesy seat,tea,heard
accepts six_come --courtesy seat,tea,heard,calmed
ts=$no
shows ".joint == true and .repeat_of == \"$earlier\" and .people == 6 and .class == 2
    and .holder == null and .state == \"open\" and .visits == 0" as chen complaint show "$ts"
json '.due | map(.clause) | index("2.2.8") and index("3.3.5") and index("2.2.4") and index("5.2")'
clock '2026-11-24 09:05:00'
accepts as chen event report --category 7 --group --form phone --to tao --complaint "$ts" \
    --text '六户为停暖结队来访'
same 'the event' ZD-2026-0001 "$no"
clock '2026-11-24 09:10:00'
accepts as chen complaint assign "$ts" --to sun

# sun loses his temper. Someone else stops it, a third person goes on.
clock '2026-11-24 09:20:00'
they_quarrel() { as chen complaint quarrel "$ts" --who sun --note '拍桌争辩' "$@"; }
refuses complaint.quarrel-taken-over 2.2.6 they_quarrel --stopped-by chen --taken-over-by sun
refuses complaint.quarrel-taken-over 2.2.6 they_quarrel --stopped-by none --taken-over-by li
accepts they_quarrel --stopped-by chen --taken-over-by li --json
json ".no == \"$ts\" and .opened == [\"CL-2026-0001\"]"
shows '.holder == "li"' as chen complaint show "$ts"
refuses complaint.quarrel-withdrawn 2.2.6 as sun complaint investigate "$ts" --findings '管道堵塞'
refuses complaint.quarrel-withdrawn 2.2.6 as li complaint investigate "$ts" --by sun \
    --findings '管道堵塞'

# From li to chen with a reason, not back, and then up the line with those it takes.
clock '2026-11-24 09:40:00'
refuses complaint.no-buck-passing 2.2.2 as li complaint assign "$ts" --to chen
accepts as li complaint assign "$ts" --to chen --reason '供热归陈静联系'
refuses complaint.no-buck-passing 2.2.2 as chen complaint assign "$ts" --to li --reason '还是由你办'
clock '2026-11-24 10:00:00'
refuses complaint.escalated-properly 5.3 as chen complaint escalate "$ts" --to tao --reason '须协调热力公司'
accepts as chen complaint escalate "$ts" --to ma --reason '须协调热力公司' --convened wu,li

# Facts, opinion, reply, in decent words.
clock '2026-11-24 10:30:00'
refuses complaint.facts-before-opinion 2.2.4 as ma complaint opinion "$ts" --text '冲洗管道'
refuses complaint.opinion-before-reply 2.2.4 as ma complaint reply "$ts" --text '明天冲洗' --method visit
refuses callback.after-the-work '3.2.2, 3.2.4' visit_back no
settles() {
    as ma complaint settle "$ts" --findings '支管堵塞' --opinion '冲洗支管' --method visit "$@"
}
refuses speech.taboo-phrase 2.2.1 settles --reply '热力公司的事不归我们管'
accepts settles --reply '明天冲洗支管,先送电暖器'
refuses record.closed 1.6 settles --reply '明天冲洗支管'
clock '2026-11-24 14:00:00'
denies as chen conduct decide cl-1 --decision '书面检查'
accepts as ma conduct decide cl-1 --decision '书面检查'
shows ".state == \"closed\" and .outcome == \"书面检查\"" as ma conduct show cl-1
# Decided or not, sun stays out of it until it is closed.
refuses complaint.quarrel-withdrawn 2.2.6 as sun callback log "$ts" --method visit --satisfied yes \
    --signed-by '张伟' --note '询问处理结果'

# Wednesday, the first visit: something new, to be answered on Thursday at three. It is.
clock '2026-11-25 10:00:00'
refuses callback.visit-signature 3.3.2 call_back visit no
refuses callback.appointment 3.3.3a visit_back no --raised '要求退取暖费'
accepts visit_back no --raised '要求退取暖费' --appointment '2026-11-26 15:00:00'
first=$no
refuses complaint.satisfied 5.4 as chen complaint close "$ts" --outcome '已冲洗'
clock '2026-11-26 15:00:00'
accepts as chen callback answer "$first" --text '按实测天数退还'
# Thursday, the second: a call will not do yet. Its appointment is missed by a second.
clock '2026-11-26 16:00:00'
refuses callback.follow-up-method 3.3.3b call_back phone no
accepts visit_back no --raised '楼道窗户漏风' --appointment '2026-11-27 09:00:00'
second=$no
no_breach callback.appointment-kept "$ts" '2026-11-27 09:00:00'
clock '2026-11-27 09:00:01'
accepts as chen callback answer "$second" --text '周六换窗'
# Friday, the third, a visit again. Saturday, the fourth: now a call will do, a letter never.
clock '2026-11-27 10:00:00'
refuses callback.follow-up-method 3.3.3b call_back phone no
accepts visit_back no
clock '2026-11-28 10:00:00'
refuses_each 'callback.follow-up-method callback.kind-of-method' call_back letter no
accepts call_back phone no

# Another home has the same trouble; both get one open letter.
longest=$ts
a_settled_complaint --unit 3-402 --category '供热'
other=$ts
ts=$longest
clock '2026-11-29 10:00:00'
publishes() {
    letter_to=$1
    shift
    "$@" letter publish --subject '三号楼供热' --text '支管已冲洗,室温每日公布' --answers "$letter_to"
}
refuses letter.by-clerk 3.3.4 publishes "$ts,$other" as ma
rejects 3 publishes "$ts,ts-99" as chen
accepts publishes "$ts,$other" as chen
same 'the letter' GX-2026-0001 "$no"
shows ".answers == [\"$ts\", \"$other\"]" as chen letter show "$no"
# It answered, it satisfied nobody.
refuses complaint.satisfied 5.4 as chen complaint close "$ts" --outcome '已冲洗'
refuses complaint.satisfied 5.4 as chen complaint close "$ts" --outcome '已冲洗' --unsatisfied \
    --reason '要求减免全年物业费'

# Sunday evening: ma closes it, with an outcome and a reason.
clock '2026-11-29 18:00:00'
closes() { as ma complaint close "$ts" --unsatisfied "$@"; }
refuses complaint.satisfied 5.4 closes --outcome '已冲洗'
refuses matter.outcome 3.3.1 closes --reason '要求减免全年物业费'
accepts closes --outcome '已冲洗并退还' --reason '要求减免全年物业费' --json
told complaint.unsatisfied breach
refuses record.closed 1.6 as chen complaint assign "$ts" --to wu --reason '再看看'
refuses record.closed 1.6 closes --outcome '已冲洗' --reason '再办结一次'
accepts as sun note "$ts" --text '补存签名单'

# All of it, in order.
shows '.state == "closed" and .outcome == "已冲洗并退还" and .closed_at == "2026-11-29T18:00:00+08:00"
    and .joint == true and .visits == 3 and .holder == "ma"' as chen complaint show "$ts"
json ".repeat_of == \"$earlier\""
json '[.steps[].what] == ["add", "assign", "quarrel", "assign", "escalate", "investigate", "opinion",
    "reply", "callback", "answered", "callback", "answered", "callback", "callback", "callback",
    "close", "note"] and [.steps[].seq] == [range(1; 18)]'
json '[.steps[].by] == ["chen", "chen", "chen", "li", "chen", "ma", "ma", "ma", "chen", "chen", "chen",
    "chen", "chen", "chen", "chen", "ma", "sun"]'
json '.steps[2] | .who == "sun" and .stopped_by == "chen" and .taken_over_by == "li"
    and .case == "CL-2026-0001"'
json '(.steps[4].convened | sort) == ["li", "wu"] and .steps[15].ended == "unsatisfied"'
json '[.callbacks[].ordinal] == [1, 2, 3, 4, null]
    and [.callbacks[].method] == ["visit", "visit", "visit", "phone", "open-letter"]
    and [.callbacks[].satisfied] == ["no", "no", "no", "no", null]
    and [.callbacks[].signed_by] == ["张伟", "张伟", "张伟", null, null]'
json '.findings | map(.rule) | sort == ["callback.appointment-kept", "complaint.unsatisfied"]'
json '.due == []'

# Every deadline it ever had.
exits 0 huiyin why "$ts" --json
json '.deadlines | length == 13'
deadline complaint.assigned-in-time '2026-11-24 09:00:00' '2026-11-24 09:30:00' '2026-11-24 09:10:00' 0
deadline complaint.joint-reported '2026-11-24 09:00:00' '2026-11-24 09:10:00' '2026-11-24 09:05:00' 0
deadline complaint.investigated-in-time '2026-11-24 09:00:00' '2026-11-24 11:00:00' '2026-11-24 10:30:00' 0
deadline complaint.replied-in-time '2026-11-24 09:00:00' '2026-11-25 09:00:00' '2026-11-24 10:30:00' 0
deadline complaint.repeat-answered '2026-11-24 09:00:00' '2026-11-24 13:00:00' '2026-11-24 10:30:00' 0
deadline complaint.convened '2026-11-24 10:00:00' '2026-11-24 14:00:00' '2026-11-24 10:00:00' 0
deadline callback.made '2026-11-24 10:30:00' '2026-11-27 10:30:00' '2026-11-25 10:00:00' 0
deadline callback.followed-up '2026-11-25 10:00:00' '2026-11-28 10:00:00' '2026-11-26 16:00:00' 0
deadline callback.followed-up '2026-11-26 16:00:00' '2026-11-29 16:00:00' '2026-11-27 10:00:00' 0
deadline callback.followed-up '2026-11-27 10:00:00' '2026-11-30 10:00:00' '2026-11-28 10:00:00' 0
deadline callback.followed-up '2026-11-28 10:00:00' '2026-12-01 10:00:00' '2026-11-29 10:00:00' 0
deadline callback.appointment-kept any '2026-11-26 15:00:00' '2026-11-26 15:00:00' 0
deadline callback.appointment-kept any '2026-11-27 09:00:00' '2026-11-27 09:00:01' 1

# Two breaches and no more, a year later too. Not by whoever closed it, but by the head, explained.
clock '2026-11-30 09:00:00'
for time in '2026-11-30 09:00:00' '2027-11-30 09:00:00'; do
    exits 4 huiyin check --subject "$ts" --as-of "$time" --json
    json '[.findings[] | [.rule, .clause, .severity, .since]] | sort == [
        ["callback.appointment-kept", "3.3.3a", "breach", "2026-11-27T09:00:00+08:00"],
        ["complaint.unsatisfied", "5.4", "breach", "2026-11-29T18:00:00+08:00"]]'
done
exits 7 as ma check explain complaint.unsatisfied "$ts" --reason '已尽力'
accepts as tao check explain complaint.unsatisfied "$ts" --reason '减免不在职权内'
accepts as tao check explain callback.appointment-kept "$ts" --reason '电话占线'
exits 0 huiyin check --subject "$ts"

# The week it made: four callbacks on it beside the earlier one's, four of the five signed visits.
exits 0 as chen report weekly --week 2026-W48 --json
json '.complaints.received == 3 and .complaints.joint == 1 and .complaints.repeat == 1
    and .complaints.closed == 2 and .complaints.closed_unsatisfied == 1'
json '.callbacks.by_method == {"visit": 4, "phone": 1, "letter": 0, "open-letter": 2}'
rate .callbacks.signed_visits 4 5
rate .callbacks.satisfied 1 5
json '.conduct.opened == 1 and .conduct.decided == 1'
exits 0 huiyin audit verify
