#!/bin/sh
# A handover lists what is open by number, what was counted and whom it was reported to, and prints the
# shift report; the relief may refuse, and then nothing changes hands (clauses 1.7, 1.9).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun
clock '2026-11-23 08:00:00'
takes_post chen
a_complaint --unit 3-502
open_one=$ts
a_complaint
accepts as chen complaint assign "$ts" --to chen
settled
accepts call_back phone yes
accepts as chen complaint close "$ts" --outcome '已修好'
a_repair
an_event 7
accepts as chen assist add --text '钥匙锁在屋里' --unit 2-101
call=$no
shows '.holder == "chen"' huiyin assist show "$call"
clock '2026-11-23 16:00:00'
writes_log chen
accepts as chen duty handover --to sun --reported-to ma --refused '对讲机没电' --note '三件在办'
same 'the shift goes on' ZB-2026-0001 "$no"
shows '.on == "chen" and .shift == "ZB-2026-0001"' huiyin duty status
shows '.steps[-1] | .what == "refused" and .to == "sun" and .reason == "对讲机没电"' huiyin duty show zb-1

clock '2026-11-23 16:10:00'
accepts as chen duty handover --to sun --reported-to ma --items '对讲机=2,钥匙=14' --note '水泵待修'
same 'the new shift' ZB-2026-0002 "$no"
for said in '值班报告 ZB-2026-0001' '对讲机=2,钥匙=14' "$open_one" "$bx" "$zd" "$call" '移交在办 4 件' '水泵待修'; do
    tells "$said"
done
never_tells "$ts"
shows '.steps[-1] | .what == "handover" and .to == "sun" and .reported_to == "ma"
    and .items == "对讲机=2,钥匙=14"
    and (.carried_over | sort) == (["'"$open_one"'", "'"$bx"'", "'"$zd"'", "'"$call"'"] | sort)' huiyin duty show zb-1
shows '.on == "sun" and .open == {"BX": 1, "QZ": 1, "TS": 1, "ZD": 1}' huiyin duty status
shows '.holder == "sun"' huiyin assist show "$call"
# In a script it says nothing but the number.
clock '2026-11-23 20:00:00'
writes_log sun
accepts as sun duty handover --to chen --reported-to ma --quiet
tells_nothing
