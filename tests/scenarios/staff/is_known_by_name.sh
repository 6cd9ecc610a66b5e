#!/bin/sh
# Staff are named by login, or by a name that only one of those not left has: wherever a login stands.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to 李雷
shows '.holder == "li"' huiyin complaint show "$ts"
shows 'length == 1' huiyin complaint list --holder 李雷
accepts huiyin --as 陈静 note "$ts" --text 记一笔
shows '.[-1].staff == "chen"' huiyin audit log --limit 1
shows 'length > 0 and all(.[]; .staff == "chen")' huiyin audit log --who 陈静
exits 0 huiyin staff away 孙红 --from '2026-11-24 08:00' --to '2026-11-26 08:00' --acting 马丽
same 'told by login' sun "$out"
rejects 2 huiyin staff away 孙红 --from '2026-11-24 08:00' --to '2026-11-26 08:00' --acting 孙红

# As tables and people write it, a blank between the letters is no letter.
accepts huiyin --as ' 陈　静 ' note "$ts" --text 再记一笔
shows '.[-1].staff == "chen"' huiyin audit log --limit 1
shows 'length == 1' huiyin complaint list --holder '李 雷'

# Two of one name: both logins are told. One of them left: the other is meant.
hires lilei2 李雷 clerk ma
rejects 2 as chen complaint assign "$ts" --to 李雷 --reason x
tells 'li'
tells 'lilei2'
exits 0 huiyin staff leave lilei2
accepts as chen complaint assign "$ts" --to 陈静 --reason '李雷休假'
shows '.holder == "chen"' huiyin complaint show "$ts"
rejects 3 as chen complaint assign "$ts" --to 王五 --reason x
