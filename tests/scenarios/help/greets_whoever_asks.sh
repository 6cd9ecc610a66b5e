#!/bin/sh
# `huiyin` alone says to somebody on the staff who they are, what is due now, what they use most and where there is
# more, in about ten lines; to anybody else which commands there are. It leaves no trace.
. "$(dirname "$0")/../lib.sh"
exits 0 huiyin
prints complaint
office
clock '2026-11-23 09:00:00'
a_complaint
clock '2026-11-23 09:31:00'
exits 0 huiyin plan add 火灾 --text 先报警
exits 0 huiyin area add 水泵房
exits 0 huiyin area add 配电室
leaves_no_entry huiyin
prints '系统管理员'
prints '逾期 1 项'
prints 'TS-2026-0001'
prints 'huiyin 部位 登记'
prints 'huiyin 帮助'
[ "$(printf '%s\n' "$out" | wc -l)" -le 12 ] || fail 'about ten lines' "$out"
leaves_no_entry huiyin --lang en
never_prints 逾期
leaves_no_entry as chen
prints '陈静(chen) 文员'
prints 'huiyin 投诉 登记'
rejects 2 huiyin --json
rejects 2 huiyin --wibble
