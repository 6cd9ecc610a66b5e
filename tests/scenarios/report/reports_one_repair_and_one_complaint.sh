#!/bin/sh
# One complaint and one repair, from the first call to the closing: every deadline with its
# arithmetic, and the week they make, reckoned by hand.
. "$(dirname "$0")/../lib.sh"
office

# Monday: the complaint is taken, looked into and answered.
clock '2026-11-23 09:00:00'
a_complaint --class 2 --category '供热'
clock '2026-11-23 09:10:00'
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 10:30:00'
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
clock '2026-11-23 10:40:00'
accepts as chen complaint opinion "$ts" --text '更换阀门'
clock '2026-11-23 11:00:00'
accepts as chen complaint reply "$ts" --text '今天更换阀门' --method phone
# Tuesday: asked, not satisfied, and something new. Wednesday: answered at the very second.
clock '2026-11-24 10:00:00'
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-25 15:00:00'
hf=$no
refuses complaint.satisfied 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
clock '2026-11-25 15:00:00'
accepts as chen callback answer "$hf" --text '按实际用量退还,月底到账'

# Wednesday, ten to midnight: the repair. Half a minute late, a part missing, done on Thursday.
clock '2026-11-25 23:50:00'
a_repair
clock '2026-11-25 23:54:00'
an_order
clock '2026-11-26 00:05:30'
arrives
clock '2026-11-26 00:10:00'
starts
clock '2026-11-26 00:30:00'
defers parts '2026-11-26 17:00:00'
clock '2026-11-26 09:00:00'
accepts as chen repair urge "$bx" --text '业主问几时来'
# Thursday: a signed visit to the one who complained, who is satisfied now.
clock '2026-11-26 16:00:00'
accepts as sun callback log "$ts" --method visit --satisfied yes --signed-by '张伟' --note '退费已说明'
clock '2026-11-26 16:30:00'
accepts as chen complaint close "$ts" --outcome '已更换阀门,水费月底退还'
clock '2026-11-26 17:00:00'
arrives
starts
clock '2026-11-26 18:00:00'
finishes
signs
# Friday: handed in, asked about, closed, and the half minute explained.
clock '2026-11-27 09:00:00'
hands_in
clock '2026-11-27 10:00:00'
accepts check_back visit yes --signed-by '张伟'
clock '2026-11-27 11:00:00'
accepts as chen repair close "$bx" --outcome '已更换垫圈'
exits 4 huiyin check
accepts as ma check explain order.arrived-in-time "$bx" --reason '电梯检修,走楼梯上楼'
exits 0 huiyin check

shows '.state == "closed" and (.callbacks | map(.ordinal) == [1, 2])
    and (.callbacks | map(.satisfied) == ["no", "yes"])' as chen complaint show "$ts"
shows '.state == "closed" and .fault == "parts" and .urged == 1 and .holder == "wu"
    and (.orders | length == 1) and (.callbacks | length == 1)' as chen repair show "$bx"

# start + limit = due; when it was met, and how many seconds late.
exits 0 huiyin why "$ts" --json
deadline complaint.assigned-in-time '2026-11-23 09:00:00' '2026-11-23 09:30:00' '2026-11-23 09:10:00' 0
deadline complaint.investigated-in-time '2026-11-23 09:00:00' '2026-11-23 11:00:00' '2026-11-23 10:30:00' 0
deadline complaint.replied-in-time '2026-11-23 09:00:00' '2026-11-24 09:00:00' '2026-11-23 11:00:00' 0
deadline callback.made '2026-11-23 11:00:00' '2026-11-26 11:00:00' '2026-11-24 10:00:00' 0
deadline callback.followed-up '2026-11-24 10:00:00' '2026-11-27 10:00:00' '2026-11-26 16:00:00' 0
deadline callback.appointment-kept any '2026-11-25 15:00:00' '2026-11-25 15:00:00' 0
exits 0 huiyin why "$bx" --json
deadline repair.dispatched-in-time '2026-11-25 23:50:00' '2026-11-25 23:55:00' '2026-11-25 23:54:00' 0
deadline order.arrived-in-time '2026-11-25 23:50:00' '2026-11-26 00:05:00' '2026-11-26 00:05:30' 30
deadline order.fixed-on-the-spot '2026-11-26 00:05:30' '2026-11-26 04:05:30' any 0
deadline order.solved-in-time '2026-11-25 23:50:00' '2026-11-27 23:50:00' '2026-11-26 18:00:00' 0
deadline order.returned-in-time '2026-11-26 18:00:00' '2026-11-27 18:00:00' '2026-11-27 09:00:00' 0
deadline repair.noted '2026-11-27 09:00:00' '2026-11-28 09:00:00' '2026-11-27 11:00:00' 0
deadline repair.callback-made '2026-11-26 18:00:00' '2026-11-29 18:00:00' '2026-11-27 10:00:00' 0

# The week. One complaint: replied to after 2 h, closed. Its two callbacks were both due and made;
# one of the two is a signed visit. The repair's callback is a visit as well, but no complaint's.
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json
json '.edition == 1'
json '.complaints.received == 1 and .complaints.closed == 1 and .complaints.open_at_end == 0
    and .complaints.reply_seconds.median == 7200'
rate .complaints.replied_on_time 1 1
json '.callbacks.done == 3
    and .callbacks.by_method == {"visit": 2, "phone": 1, "letter": 0, "open-letter": 0}'
rate .callbacks.handled 2 2
rate .callbacks.signed_visits 1 2
rate .callbacks.satisfied 2 3
json '.repairs.received == 1 and .repairs.finished == 1 and .repairs.open_at_end == 0 and .repairs.urged == 1'
json '.repairs.by_category | with_entries(select(.value > 0)) == {"plumbing": 1}'
rate .repairs.arrived_on_time 0 1
rate .repairs.solved_on_time 1 1
rate .repairs.fixed_first_visit 0 1
rate .repairs.called_back 1 1
json '.breaches.total == 1 and .breaches.explained == 1 and .breaches.by_clause == {"6.1": 1}'
exits 0 huiyin check
exits 0 huiyin audit verify
