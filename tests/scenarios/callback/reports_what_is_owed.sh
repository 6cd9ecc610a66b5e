#!/bin/sh
# `callback due` tells whom to call back, and by when: complaints, follow-ups and repairs.
. "$(dirname "$0")/../lib.sh"
office

# owes NO TIME: this callback is owed by then
owes() {
    shows "([.due[] | select(.subject == \"$1\" and .by == \"$(iso "$2")\")] | length) == 1
        and ([.calls[] | select(.no == \"$1\" and .by == \"$(iso "$2")\")] | length) == 1" as sun callback due
}
owes_nothing_to() {
    exits 0 as sun callback due --json
    never_prints "$1"
}

clock '2026-11-23 11:00:00'
exits 0 as sun callback due
a_complaint
owes_nothing_to "$ts"
a_settled_complaint
owes "$ts" '2026-11-26 11:00:00'
clock '2026-11-24 18:00:00'
a_finished_repair
owes "$bx" '2026-11-27 18:00:00'
owes "$ts" '2026-11-26 11:00:00'
exits 0 as sun callback due --lang en
prints "$ts"
prints "$bx"
prints '41 h'
prints '72 h'

# An attempt owes it still; what is overdue is owed all the more.
accepts as chen callback attempt "$ts" --method phone --note '无人接听'
clock '2026-11-27 09:00:00'
owes "$ts" '2026-11-26 11:00:00'
accepts call_back phone no
owes "$ts" '2026-11-30 09:00:00'
accepts check_back phone yes
owes_nothing_to "$bx"
clock '2026-11-28 09:00:00'
accepts visit_back yes
owes_nothing_to "$ts"
leaves_no_entry as sun callback due
