#!/bin/sh
# A closed descriptor is one that nobody listens to: the command is recorded all the same, and what
# it would have said never lands in the store.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
add() { as chen complaint add --channel letter --text '楼道灯不亮' "$@"; }
without_stdin() { "$@" <&-; }
without_stdout() { "$@" >&-; }
without_stderr() { "$@" 2>&-; }
without_any() { "$@" <&- >&- 2>&-; }

for way in without_stdin without_stdout without_stderr without_any; do
    adds_an_entry 0 "$way" add
    leaves_no_entry "$way" huiyin complaint list
    rejects 4 "$way" as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打'
    rejects 2 "$way" as chen complaint add --channel fax
done
exits 0 huiyin audit verify
shows 'length == 4' huiyin complaint list
