#!/bin/sh
# The repairs of a week, told beforehand by hand (clauses 4.1 to 4.4, 5.5, 6.1 to 6.4): what happened in
# it, and whose limit fell due in it.
. "$(dirname "$0")/../lib.sh"
office
# a_repair_of CATEGORY: received and dispatched
a_repair_of() {
    accepts as chen repair add --channel phone --phone 13800008000 --category "$1" --text '请来修一下'
    bx=$no
    an_order
}
put_off() {
    arrives
    starts
    defers "$1" '2026-12-04 09:00:00'
}
finished_on() {
    clock "$1"
    pg=$2
    finishes
}

# BX-1, Sunday ten to midnight: the arrival is due on Monday, and a second late; done on the spot.
clock '2026-11-29 23:50:00'
a_repair_of electrical
clock '2026-11-30 00:05:01'
arrives
starts
finishes
# BX-2, Monday: there after 15 min, done on the spot, handed in, asked about, closed.
clock '2026-11-30 14:00:00'
a_repair_of plumbing
clock '2026-11-30 14:15:00'
arrives
starts
finishes
signs
hands_in
clock '2026-12-01 10:00:00'
accepts check_back phone yes
accepts as chen repair close "$bx" --outcome '已修好'
# BX-3, Tuesday: a part missing, solved with the last second of 48 h.
a_repair_of appliance
put_off parts
# BX-4: major, not solved by Friday, asked after.
a_repair_of door-window
put_off major
accepts as chen repair urge "$bx" --text '业主问几时来'
# BX-5: difficult, solved a second late, on a second visit.
a_repair_of furniture
put_off difficult
# BX-6: registered twice, and out of every figure.
a_repair_of furniture
accepts as ma void "$bx" --reason '重复登记' --duplicate-of BX-2026-0005
# BX-7: a service, later than any repair might be, and never asked about.
clock '2026-12-01 11:00:00'
accepts as chen repair add --channel letter --unit 3-502 --category service --text '请人帮忙搬柜子'
bx=$no
an_order
clock '2026-12-01 16:00:00'
arrives
starts
finishes
# BX-1 is asked about when it is due.
clock '2026-12-03 00:05:01'
bx=BX-2026-0001
accepts check_back letter no
finished_on '2026-12-03 10:00:00' PG-2026-0003
clock '2026-12-03 10:00:01'
pg=PG-2026-0005
arrives
starts
finishes
# BX-3 is asked about on Sunday, at 10; BX-5 a second later, when it is due, reaches nobody.
clock '2026-12-06 10:00:00'
bx=BX-2026-0003
accepts check_back visit yes --signed-by '张伟'
clock '2026-12-06 10:00:01'
accepts as sun callback attempt bx-5 --method phone --note '无人接听'
# BX-8, Sunday ten to midnight: its arrival is due on Monday.
clock '2026-12-06 23:50:00'
a_repair_of plumbing

clock '2026-12-07 00:01:00'
arrives
clock '2026-12-07 09:00:00'
exits 0 as chen report weekly --week 2026-W49 --json
# BX-2 to BX-5, BX-7 and BX-8.
json '.repairs.received == 6 and .repairs.urgent == 0 and .repairs.rework == 0 and .repairs.urged == 1'
json '.repairs.by_category | with_entries(select(.value > 0)) == {"appliance": 1, "door-window": 1,
    "furniture": 1, "plumbing": 2, "service": 1}'
# BX-1, BX-2, BX-3, BX-5, BX-7; and all but BX-2 are open.
json '.repairs.finished == 5 and .repairs.open_at_end == 6'
# Due in the week: BX-1 to BX-5, the first of them late.
rate .repairs.arrived_on_time 4 5
# BX-3 in time, BX-4 not at all, BX-5 late.
rate .repairs.solved_on_time 1 3
# BX-1 and BX-2 of the four finished that are no service.
rate .repairs.fixed_first_visit 2 4
# Due by Sunday: BX-1 to BX-3, BX-5 and BX-7; three are done.
rate .repairs.called_back 3 5
# None of it stands in the figures of complaints.
json '.callbacks.done == 3
    and .callbacks.by_method == {"visit": 1, "phone": 1, "letter": 1, "open-letter": 0}'
rate .callbacks.handled 0 0
rate .callbacks.signed_visits 0 0
rate .callbacks.satisfied 2 3
json '.previous.repairs.received == 1 and .previous.repairs.finished == 0'

