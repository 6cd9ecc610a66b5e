#!/bin/sh
# Never reached means three attempts, on two days or more (clause 5.4); days turn at the office's own
# midnight.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.ended-attempts
attempts() {
    for _time in "$@"; do
        accepts as chen callback attempt "$ts" --method phone --note '无人接听' --at "$_time"
    done
}
ends() {
    as ma complaint close "$ts" --outcome '多次联系未果' --ended unreached --reason '电话停机' "$@"
}
complaint_of_monday() {
    clock '2026-11-23 21:00:00'
    a_settled_complaint
}

# Two are too few, on two days as well; the third one with the next day's first second will do.
complaint_of_monday
clock '2026-11-25 08:00:00'
refuses "$rule" 5.4 ends
attempts '2026-11-24 23:30:00' '2026-11-24 23:59:59'
refuses "$rule" 5.4 ends
attempts '2026-11-25 00:00:00'
accepts ends --json
told complaint.ended-unverified notice

# Three on one day are on one day, though Greenwich sees two.
complaint_of_monday
clock '2026-11-24 23:59:59'
attempts '2026-11-24 00:00:00' '2026-11-24 12:00:00' '2026-11-24 23:59:59'
refuses "$rule" 5.4 ends
clock '2026-11-25 09:00:00'
refuses "$rule" 5.4 ends
attempts '2026-11-25 09:00:00'
accepts ends

# Two attempts on two days.
complaint_of_monday
clock '2026-11-25 08:00:00'
attempts '2026-11-24 18:00:00' '2026-11-25 08:00:00'
refuses "$rule" 5.4 ends
# Another way to end asks for none.
accepts as ma complaint close "$ts" --outcome '不再处理' --ended withdrawn --reason '业主撤回'
