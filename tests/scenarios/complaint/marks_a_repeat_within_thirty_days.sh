#!/bin/sh
# The same home with the same trouble within thirty days is a repeat (clause 3.3.5): in the last
# second of them, and not one later. What the records cannot tell is linked by hand.
. "$(dirname "$0")/../lib.sh"
office

heating() { a_complaint --category '供热' "$@"; }
repeats() {
    shows ".repeat_of == $1" huiyin complaint show "$ts"
}
clock '2026-11-23 09:00:00'
heating --unit 3-502
heating --unit 3-503
heating --unit 3-504
accepts as ma void "$ts" --reason '误登'
repeats null

clock '2026-12-23 09:00:00'
heating --unit 3-502
repeats '"TS-2026-0001"'
told_repeat=$ts
# A repeat is told of, and is due sooner.
json '.due | any(.clause == "3.3.5" and .by == "2026-12-23T13:00:00+08:00")'
# Another home, another trouble, no home, no category, a voided one: none is a repeat.
heating --unit 3-505
repeats null
a_complaint --unit 3-502 --category '供水'
repeats null
heating
repeats null
a_complaint --unit 3-502
repeats null
heating --unit 3-504
repeats null

clock '2026-12-23 09:00:01'
heating --unit 3-503
repeats null
# Of several the last counts.
heating --unit 3-502
repeats "\"$told_repeat\""

# By hand, wherever it was; a number that is none, or of another kind, is told.
a_repair
heating --unit 5-101 --repeat-of ts-2
repeats '"TS-2026-0002"'
rejects 3 as chen complaint add --channel letter --text '又停水' --repeat-of ts-99
rejects 2 as chen complaint add --channel letter --text '又停水' --repeat-of bx-1
# By hand goes before what the records say.
heating --unit 3-502 --repeat-of ts-2
repeats '"TS-2026-0002"'

# What happened earlier and is recorded later repeats nothing that came after it.
accepts as chen complaint add --channel phone --unit 3-505 --category '供热' --text '不热' \
    --at '2026-12-22 10:00:00'
ts=$no
repeats null
# What came after it is a repeat from this moment on.
heating --unit 3-506 --at '2026-12-23 08:00:00'
later=$ts
repeats null
accepts as chen complaint add --channel phone --unit 3-506 --category '供热' --text '不热' \
    --at '2026-12-22 10:00:00'
earlier=$no ts=$later
repeats "\"$earlier\""
shows '.deadlines | any(.what == "repeat-reply" and .due == "2026-12-23T13:00:01+08:00")' \
    huiyin why "$later"

# The office's own window, judged by the value in force then.
clock '2026-12-23 10:00:00'
exits 0 huiyin policy set complaint.repeat_window 60d --reason '从严'
clock '2027-01-22 09:00:00'
heating --unit 3-503
repeats '"TS-2026-0010"'
