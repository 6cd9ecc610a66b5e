#!/bin/sh
# Who may do what is one table. A denied command is exit 7, and an entry of its own without a change.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

for who in wu zhou "$admin"; do
    denies as "$who" complaint add --channel letter --text '楼道灯不亮' --json
    json '.ok == false and .error == "not-permitted"'
    denies as "$who" complaint assign "$ts" --to chen
    denies as "$who" report weekly --week 2026-W47
done
for who in chen wu sun zhou "$admin"; do denies as "$who" void "$ts" --reason '重复'; done
for who in chen wu sun ma tao zhou; do
    denies as "$who" staff add gao --name '高强' --role head
    denies as "$who" policy set complaint.reply_within 12h --reason '从严'
done
for who in chen wu sun "$admin"; do
    denies as "$who" check explain complaint.replied-in-time "$ts" --reason '停电'
done
shows 'length == 1' huiyin complaint list

exits 0 huiyin audit log --json
json '.[-1].staff != null and .[-1].command != null'
exits 0 huiyin audit verify
