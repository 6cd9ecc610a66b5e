#!/bin/sh
# The figures of a week, told beforehand by hand (clause 5.5); what does not exist yet is 0 or null.
. "$(dirname "$0")/../lib.sh"
office
# Sunday's last second belongs to the week before, Monday's first to this one.
clock '2026-11-29 23:59:59'
a_complaint
clock '2026-11-30 00:00:00'
accepts as chen complaint add --channel letter --unit 3-502 --text '楼道灯不亮' --class 1 --category '照明'
accepts as chen complaint assign "$no" --to chen
ts=$no
clock '2026-11-30 02:00:00'
settled
accepts as ma complaint close "$ts" --outcome '已换灯管' --unsatisfied --reason '业主要求减免物业费'
clock '2026-12-02 10:00:00'
accepts as chen complaint add --channel visit --unit 3-503 --text '楼上夜里敲打' --class 3 \
    --category '噪声' --courtesy seat,tea,heard,calmed --people 2
ts=$no
clock '2026-12-02 14:00:00'
settled
clock '2026-12-03 10:00:00'
an_anonymous_complaint --forwarded-by '后勤处' --category '噪声'
accepts as ma complaint close "$ts" --outcome '转回' --ended withdrawn --reason '后勤处来函撤回'
clock '2026-12-04 10:00:00'
# Two that get their reply a second late, or never.
a_complaint
clock '2026-12-05 10:00:01'
settled
clock '2026-12-05 11:00:00'
a_complaint
# One that is a duplicate, and out of every figure.
a_complaint
accepts as ma void "$ts" --reason '重复登记' --duplicate-of TS-2026-0006
clock '2026-12-06 23:59:59'
an_anonymous_complaint

clock '2026-12-07 09:00:00'
exits 0 as chen report weekly --week 2026-W49 --json
json '.office == "学府苑住宅服务部" and .week == "2026-W49" and .edition == 1
    and (.from | startswith("2026-11-30T00:00:00+08:00"))
    and .as_of == "2026-12-07T09:00:00+08:00"'
json '.complaints.received == 6'
json '.complaints.by_channel == {"letter": 3, "phone": 2, "visit": 1}'
json '.complaints.by_class == {"1": 1, "2": 0, "3": 1}'
json '.complaints.by_category["照明"] == 1 and .complaints.by_category["噪声"] == 2'
json '.complaints.closed == 2 and .complaints.closed_unsatisfied == 1 and .complaints.closed_unverified == 1'
json '.complaints.unreachable == 2 and .complaints.forwarded == 1'
json '.complaints.repeat == 0 and .complaints.joint == 0'
# TS-1 of the week before, the visit, the two by phone, the last anonymous one.
json '.complaints.open_at_end == 5'
# Due in the week: TS-1 (Monday 23:59:59, missed), TS-2 and TS-3 (kept), TS-5 (late), TS-6 (Sunday
# 11:00, missed).
json '.complaints.replied_on_time.num == 2 and .complaints.replied_on_time.den == 5
    and (.complaints.replied_on_time.rate - 0.4 | fabs) < 0.0001'
# Replies took 2 h, 4 h, and 24 h and a second.
json '.complaints.reply_seconds.median == 14400 and .complaints.reply_seconds.p90 == 86401'
json '.suggestions.received == 0 and .suggestions.answered == 0 and .surveys == {"issued": 0, "returned": 0}'
json '.callbacks.satisfied.rate == null and .repairs.received == 0 and .repairs.arrived_on_time.rate == null'
json '.duty.shifts == 0 and .duty.covered.rate == null and .duty.gaps == []'
json '.events == {"reported": 0, "urgent": 0, "reported_late": 0} and .conduct == {"opened": 0, "decided": 0}'
json '.previous.complaints.received == 1'
json '(.breaches.total | type) == "number" and .breaches.by_clause["2.2.4"] > 0'
json '.journal.head | test("^[0-9a-f]{64}$")'

# In words, in both languages, the same number stands.
exits 0 as chen report weekly --week 2026-W49 --lang zh-CN
prints 2026-W49
exits 0 as chen report weekly --week 2026-W49 --lang en
prints 2026-W49
