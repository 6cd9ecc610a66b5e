#!/bin/sh
# Who left neither phone nor home is owed no reply; once a correction adds one, the day begins then
# (clause 3.3.6), and the callback after it.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.replied-in-time

clock '2026-11-23 09:00:00'
an_anonymous_complaint
by_phone=$ts
an_anonymous_complaint
by_home=$ts
an_anonymous_complaint
named=$ts
for one in "$by_phone" "$by_home" "$named"; do
    accepts as chen complaint assign "$one" --to chen
    notice complaint.unreachable 3.3.6 "$one" '2026-11-26 09:00:00'
    shows '.reachable == false' huiyin complaint show "$one"
done

clock '2026-11-26 09:00:00'
no_breach "$rule" "$by_phone" '2026-11-26 09:00:00'
accepts as chen amend "$by_phone" --phone 13800008000 --reason '来电补留' --json
json '.due | any(.clause == "2.2.4" and .by == "2026-11-27T09:00:00+08:00")'
accepts as chen amend "$by_home" --unit 3-502 --reason '邻居告知'
# A name alone reaches nobody.
accepts as chen amend "$named" --from '张伟' --reason '信末有署名'
shows '.reachable == false' huiyin complaint show "$named"
for one in "$by_phone" "$by_home"; do
    shows '.reachable == true' huiyin complaint show "$one"
    no_finding complaint.unreachable "$one" '2026-11-27 09:00:00'
    no_breach "$rule" "$one" '2026-11-27 09:00:00'
    breach "$rule" 2.2.4 "$one" '2026-11-27 09:00:01' '2026-11-27 09:00:00'
done
no_breach "$rule" "$named" '2026-11-30 09:00:00'

# A second number does not start it again.
clock '2026-11-26 20:00:00'
accepts as chen amend "$by_phone" --phone 13900009000 --reason '号码写错'
clock '2026-11-27 09:00:00'
ts=$by_phone
settled
no_breach "$rule" "$by_phone" '2026-11-30 09:00:00'
exits 0 huiyin why "$by_phone" --json
deadline "$rule" '2026-11-26 09:00:00' '2026-11-27 09:00:00' '2026-11-27 09:00:00' 0
breach callback.made 3.4.1 "$by_phone" '2026-11-30 09:00:01' '2026-11-30 09:00:00'

# Replied to all the same before anyone could be reached: the callback's days begin with the phone.
clock '2026-12-01 09:00:00'
an_anonymous_complaint
settled
clock '2026-12-02 09:00:00'
accepts as chen amend "$ts" --phone 13800008000 --reason '来电补留'
no_breach "$rule" "$ts" '2026-12-31 09:00:00'
no_breach callback.made "$ts" '2026-12-05 09:00:00'
breach callback.made 3.4.1 "$ts" '2026-12-05 09:00:01' '2026-12-05 09:00:00'
