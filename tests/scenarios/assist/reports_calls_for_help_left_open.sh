#!/bin/sh
# A call for help is the duty officer's and is closed with its outcome within an hour, across midnight
# (clause 1.5).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen
calls() {
    accepts as wu assist add --from '张伟' --phone 13800008000 --unit 3-502 --text '钥匙锁在屋里'
    qz=$no
}
clock '2026-11-29 23:30:00'
calls
punctual=$qz
same 'its number' QZ-2026-0001 "$qz"
calls
no_breach assist.in-time "$qz" '2026-11-30 00:30:00'
breach assist.in-time 1.5 "$qz" '2026-11-30 00:30:01' '2026-11-30 00:30:00'
shows '.holder == null' huiyin assist show "$qz"
takes_post chen
shows '.holder == "chen" and .phone == "138****8000"' huiyin assist show "$qz"
accepts as chen assign "$qz" --to sun
shows '.holder == "sun"' huiyin assist show "$qz"

clock '2026-11-30 00:30:00'
refuses_each 'assist.outcome' as chen assist close "$punctual"
accepts as chen assist close "$punctual" --outcome '已联系开锁'
no_breach assist.in-time "$punctual" '2027-11-30 00:30:01'
clock '2026-11-30 00:30:01'
accepts as sun assist close "$qz" --outcome '自行进屋' --json
told assist.in-time breach
breach assist.in-time 1.5 "$qz" '2027-11-30 00:30:01' '2026-11-30 00:30:00'
refuses record.closed 1.6 as sun assist close "$qz" --outcome '又一次'
shows 'length == 2 and map(.state) == ["closed", "closed"] and .[0].outcome == "已联系开锁"' huiyin assist list
