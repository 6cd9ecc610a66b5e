#!/bin/sh
# A year's report counts from its first second to its last, beside the year before; what a week tells by days it tells by
# months. Without a year it is the last whole one; it files nothing (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2025-12-31 23:59:59'
office
a_complaint --category 噪声
clock '2026-01-01 00:00:00'
a_complaint --category 噪声
clock '2026-07-15 09:00:00'
a_complaint --category 停车
a_complaint --category 噪声
clock '2026-12-31 23:59:59'
a_complaint
clock '2027-01-01 00:00:00'
a_complaint

rejects 0 as chen report yearly --json
json '.schema == "huiyin.report.yearly/1" and .year == "2026" and .from == "2026-01-01T00:00:00+08:00"
    and .to == "2027-01-01T00:00:00+08:00" and .complaints.received == 4 and .previous.complaints.received == 1
    and .last_year.complaints.received == 1 and .edition == null'
json '(.causes[] | select(.category == "噪声")) == {"category": "噪声", "count": 2, "previous": 1, "last_year": 1}'
json '.carry.complaints == {"before": 1, "received": 4, "closed": 0, "voided": 0, "after": 5}'
exits 0 as chen report yearly --year 2026
prints 每月受理的投诉
prints '2026-07  2  ██'
[ "$(printf '%s\n' "$out" | grep -c '2026-')" -lt 90 ] || fail 'no line for each day' "$(printf '%s\n' "$out" | wc -l) lines"
shows '.complaints.received == 1 and .last_year == null' as chen report yearly --year 2025
exits 2 as chen report yearly --year 26
# Any stretch of more than two months likewise; one of two months by days.
exits 0 as chen report period --from 2026-07-01 --to 2026-09-30
prints 每月受理的投诉
exits 0 as chen report period --from 2026-07-01 --to 2026-08-31
prints 每天受理的投诉
