#!/bin/sh
# Daily, monthly and period reports count from the first second to the last of theirs, name their window,
# and file nothing; without a date they take the last whole day or month (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-10-31 23:59:59'
office
a_complaint
clock '2026-11-01 00:00:00'
a_complaint
clock '2026-11-30 23:59:59'
a_complaint
clock '2026-12-01 00:00:00'
a_complaint

received() {
    _count=$1
    shift
    leaves_no_entry as ma report "$@" --json
    json ".complaints.received == $_count"
}
received 2 monthly
json '.schema == "huiyin.report.monthly/1" and .month == "2026-11" and .from == "2026-11-01T00:00:00+08:00"
    and .to == "2026-12-01T00:00:00+08:00" and .previous.complaints.received == 1 and .edition == null'
received 1 monthly --month 2026-10
received 1 daily
json '.schema == "huiyin.report.daily/1" and .day == "2026-11-30"'
received 1 daily --day 2026-12-01
received 3 period --from 2026-10-31 --to 2026-11-30
json '.schema == "huiyin.report.period/1"'
received 1 period --from 2026-11-01 --to '2026-11-30 23:59:59'
exits 0 as zhou report monthly
prints '2026-11-01 00:00 至 2026-12-01 00:00'
for wrong in 'daily --day 2026-02-30' 'monthly --month 2026-13' 'period --from 2026-11-02 --to 2026-11-01' \
    'period --from 2026-11-02'; do
    # Unquoted: a verb and its options.
    # shellcheck disable=SC2086
    rejects 2 as ma report $wrong
done
