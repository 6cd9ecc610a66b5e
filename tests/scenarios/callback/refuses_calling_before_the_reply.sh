#!/bin/sh
# Nobody is asked whether they are satisfied before they were replied to (clause 3.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.after-the-work
clause='3.2.2, 3.2.4'

a_complaint
accepts as chen complaint assign "$ts" --to chen
refuses "$rule" "$clause" call_back phone yes
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
accepts as chen complaint opinion "$ts" --text '更换阀门'
refuses "$rule" "$clause" visit_back yes
refuses "$rule" "$clause" visit_back yes --as-happened '顺路先问了'

clock '2026-11-24 11:00:00'
accepts as chen complaint reply "$ts" --text '今天更换阀门' --method phone
refuses_each "$rule" call_back phone yes --at '2026-11-24 10:59:59'
accepts call_back phone yes --at '2026-11-24 11:00:00'
