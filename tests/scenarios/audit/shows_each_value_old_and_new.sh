#!/bin/sh
# `audit history` tells of one record each value that was set or changed, by whom, when and by which command;
# names and phones as masked as everywhere.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --from 张伟 --unit 3-502
other=$ts
a_complaint --unit 9-901
clock '2026-11-23 09:10:00'
accepts as ma amend "$other" --unit 3-503 --phone 13900009000 --reason '房号与电话写错'
clock '2026-11-23 09:20:00'
accepts as chen complaint assign "$other" --to chen

shows 'length > 5 and all(.seq and .at and .os_user and .command)' as ma audit history "$other"
json "any(.table == \"matter\" and .column == \"unit\" and .old == null and .new == \"3-502\" and .staff == \"chen\")"
json "any(.column == \"unit\" and .old == \"3-502\" and .new == \"3-503\" and .staff == \"ma\"
    and .at == \"$(iso '2026-11-23 09:10:00')\")"
json 'any(.column == "phone" and .old == "138****8000" and .new == "139****9000")'
json 'any(.table == "step" and .column == "to_staff" and .new == "chen")'
json 'any(.column == "person" and .new == "张伟")'
json 'all(.new != "9-901")'
exits 0 as ma audit history ts-1
prints 3-503
prints 房号
never_prints 13900009000
# Whoever does not work with residents sees no name.
shows 'any(.column == "person" and .new == "张**") and all(.new != "张伟")' as zhou audit history "$other"

exits 0 huiyin policy set complaint.reply_within 12h --reason 从严
shows 'any(.column == "value" and .new == "12h")' huiyin audit history complaint.reply_within
exits 0 huiyin staff change chen --role steward
shows 'any(.column == "role" and .new == "steward") and any(.column == "role" and .new == "clerk")' \
    huiyin audit history chen
rejects 3 huiyin audit history ts-9
rejects 3 huiyin audit history xx-9
