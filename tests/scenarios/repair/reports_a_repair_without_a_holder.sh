#!/bin/sh
# Somebody answers for every repair within 30 min (clause 3.3.1): whoever it was assigned to, else
# whoever was sent. A holder found late heals it.
. "$(dirname "$0")/../lib.sh"
office
rule=matter.holder
clock '2026-11-24 09:00:00'
held_by() { shows ".holder == $1" as chen repair show "$bx"; }

a_repair
held_by null
no_breach "$rule" "$bx" '2026-11-24 09:30:00'
breach "$rule" 3.3.1 "$bx" '2026-11-24 09:30:01' '2026-11-24 09:30:00'
clock '2026-11-24 10:00:00'
accepts as chen assign "$bx" --to sun --reason '由管理员跟进'
same 'the number assigned' "$bx" "$no"
held_by '"sun"'
breach "$rule" 3.3.1 "$bx" '2026-11-24 09:59:59'
no_breach "$rule" "$bx" '2026-11-24 10:00:00'
# An order does not take it out of the hands it was given into.
an_order
held_by '"sun"'

a_repair
an_order
held_by '"wu"'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
accepts as ma assign "$bx" --to li --reason '业主只与李雷联系'
held_by '"li"'
rejects 3 as chen assign BX-2026-0099 --to li --reason '查无此单'
