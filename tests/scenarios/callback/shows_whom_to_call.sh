#!/bin/sh
# What is owed is a list to call from: whom, where, by which number, about what, who is to do it, soonest first;
# names and numbers in full only for whoever asks, on record.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502 --from 张伟
accepts as chen complaint assign "$ts" --to li
settled
clock '2026-11-23 10:00:00'
a_repair --unit 2-301 --from 李霞
an_order
arrives
starts
finishes

clock '2026-11-24 09:00:00'
leaves_no_entry as chen callback due
prints 张伟
prints 3-502
prints '138****8000'
prints 热水时有时无
prints '李雷(li)'
prints 管理员
prints '48 小时'
prints TS-2026-0001
never_prints 13800008000
shows '(.calls | map([.no, .from, .unit, .phone, .who]))
    == [["TS-2026-0001", "张伟", "3-502", "138****8000", "li"], ["BX-2026-0001", "李霞", "2-301", "138****8000", null]]' \
    as chen callback due

# In full, on record; not for everybody.
adds_an_entry 0 as chen callback due --reveal
prints 13800008000
denies as zhou callback due --reveal
leaves_no_entry as zhou callback due
never_prints 张伟

# A sheet sorts by whole times.
leaves_no_entry as chen callback due --format csv
prints '2026-11-26 09:00'
