#!/bin/sh
# What repeats a void complaint repeats what that one repeated, or nothing: then no sooner reply is owed,
# and it is in no figure; what had fallen due by then stays (clause 3.3.5).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.repeat-answered
clock '2026-11-23 09:00:00'
one() { a_complaint --unit "$1" --category '供热'; }
one 3-502
twice=$ts
one 3-502
once=$ts
one 4-101
first=$ts
clock '2026-11-24 09:00:00'
one 4-101
again=$ts
one 4-101
third=$ts
repeats() {
    exits 0 as chen report period --from '2026-11-23' --to '2026-11-30' --json
    json ".complaints.repeat == $1"
}
repeats 3
breach "$rule" 3.3.5 "$once" '2026-11-24 09:00:00'
accepts as ma void "$twice" --reason '重复登记' --duplicate-of "$once"
breach "$rule" 3.3.5 "$once" '2026-11-30 09:00:00' '2026-11-23 13:00:00'
accepts as ma void "$again" --reason '重复登记' --duplicate-of "$third"
breach "$rule" 3.3.5 "$third" '2026-11-30 09:00:00' '2026-11-24 13:00:00'
repeats 1
rejects 2 as chen complaint add --channel phone --phone 13800008000 --text '又不热' --repeat-of "$again"
rejects 2 as chen amend "$once" --repeat-of "$twice" --reason '同一问题'
accepts as chen amend "$once" --repeat-of "$first" --reason '同一问题'
repeats 2
