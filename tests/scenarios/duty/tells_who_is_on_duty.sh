#!/bin/sh
# One line: who is on, since when, until when, who is next, what is open; or since when nobody is (clause
# 1.9).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun
exits 0 huiyin duty status
prints '还没有人当过班'
rosters chen '2026-12-31 20:00:00' '2027-01-01 04:00:00' overnight
rosters sun '2027-01-01 04:00:00' '2027-01-01 12:00:00'
clock '2026-12-31 19:50:00'
takes_post chen
a_repair
exits 0 huiyin duty status
same 'one sentence' '陈静(chen) 当班,自 12-31 19:50 至 01-01 04:00;下一班 孙红(sun)(01-01 04:00);在办 1(报修 1)' \
    "$(printf '%s' "$out" | tr '\n' ' ')"
shows '.on == "chen" and .since == "2026-12-31T19:50:00+08:00" and .until == "2027-01-01T04:00:00+08:00"
    and .next.who == "sun" and .next.no == "PB-2026-0002" and .open == {"BX": 1}' huiyin duty status
clock '2027-01-01 03:59:59'
writes_log chen
accepts as chen duty end
clock '2027-01-01 04:05:00'
exits 0 huiyin duty status --lang en
prints 'nobody is on duty! since 2027-01-01 03:59:59, 5 min 1 s'
shows '.on == null and .unmanned_since == "2027-01-01T03:59:59+08:00"' huiyin duty status
shows 'length == 1 and .[0].officer == "chen" and .[0].state == "closed"' huiyin duty list
