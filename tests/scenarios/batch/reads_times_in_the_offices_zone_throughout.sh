#!/bin/sh
# A time is the office's in every line, though a rule of its own was tried in UTC in between, and so
# is what is due after it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

{
    echo '--as chen complaint add --channel phone --phone 13800008000 --text 噪声 --at 09:30'
    echo "rules add $(dirname "$0")/../rules/same-day.sql"
    echo '--as chen complaint add --channel phone --phone 13900009000 --text 异味 --at 09:30'
} >"$scratch/lines"
exits 0 huiyin batch "$scratch/lines"
for ts in ts-1 ts-2; do
    shows '.opened_at == "2026-11-23T09:30:00+08:00"' huiyin complaint show "$ts"
    shows 'any(.deadlines[]; .due == "2026-11-24T09:30:00+08:00")' huiyin why "$ts"
done
