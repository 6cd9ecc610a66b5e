#!/bin/sh
# Never reached means three attempts, on two days or more (clause 5.4); days turn at the office's own
# midnight.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.ended-attempts
# attempts TS TIME…
attempts() {
    _number=$1
    shift
    for _time in "$@"; do
        accepts as chen callback attempt "$_number" --method phone --note '无人接听' --at "$_time"
    done
}
# ends TS
ends() {
    _number=$1
    shift
    as ma complaint close "$_number" --outcome '多次联系未果' --ended unreached --reason '电话停机' "$@"
}

clock '2026-11-23 21:00:00'
for _ in 1 2 3; do a_settled_complaint; done

# Three on one day are on one day, though Greenwich sees two.
clock '2026-11-24 23:59:59'
attempts ts-1 '2026-11-24 00:00:00' '2026-11-24 12:00:00' '2026-11-24 23:59:59'
refuses "$rule" 5.4 ends ts-1

# Two are too few; the third one with the next day's first second will do.
attempts ts-2 '2026-11-24 23:30:00' '2026-11-24 23:59:59'
refuses "$rule" 5.4 ends ts-2
clock '2026-11-25 00:00:00'
attempts ts-2 '2026-11-25 00:00:00'
accepts ends ts-2 --json
told complaint.ended-unverified notice

# Two attempts on two days are still two.
attempts ts-3 '2026-11-24 18:00:00' '2026-11-25 00:00:00'
refuses "$rule" 5.4 ends ts-3
# Another way to end asks for none.
accepts as ma complaint close ts-3 --outcome '不再处理' --ended withdrawn --reason '业主撤回'

# The day after, with one more, the first is enough.
clock '2026-11-25 09:00:00'
refuses "$rule" 5.4 ends ts-1
attempts ts-1 '2026-11-25 09:00:00'
accepts ends ts-1
