#!/bin/sh
# The first filing of an old office judges years, in many entries. It needs no more of the machine than one of them does.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
clock '2016-11-21 08:00:00'
exits 0 huiyin init --office '学府苑住宅服务部' --timezone Asia/Shanghai
exits 0 huiyin staff add tao --name '陶' --role head
exits 0 huiyin staff add ma --name '马' --role manager --superior tao
exits 0 huiyin staff add chen --name '陈' --role clerk --superior ma
clock '2016-11-22 09:00:00'
a_closed_complaint
clock '2026-11-30 09:00:00'
before=$(sql 'SELECT count(*) FROM journal')
(
    ulimit -n 20
    files_the_week
) || exit 1
has_verdict "$ts"
same 'weeks and months that are judged' 643 "$(sql 'SELECT count(*) FROM judged_period')"
[ "$(sql 'SELECT count(*) FROM journal')" -gt $((before + 20)) ] || fail 'more than 20 entries' "$(sql 'SELECT count(*) FROM journal')"
finds_no complaint.replied-in-time "$ts"
