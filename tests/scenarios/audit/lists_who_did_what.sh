#!/bin/sh
# `audit log` narrows to a person, a record, a command, a time and a number of entries; together they all hold.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
clock '2026-11-23 10:00:00'
accepts as li complaint add --channel letter --text '楼道堆放杂物'
accepts as li note ts-1 --text '业主来电'
denies as wu complaint assign ts-1 --to li

narrowed() {
    _n=$1
    shift
    shows "length == $_n" huiyin audit log "$@"
}
narrowed 2 --who li
narrowed 1 --who li --subject ts-1
narrowed 2 --subject TS-2026-0001
narrowed 2 --command 'complaint add'
narrowed 1 --command 'complaint add' --to '2026-11-23 10:00:00'
narrowed 3 --from '2026-11-23 10:00:00'
narrowed 1 --limit 1
narrowed 0 --who nobody
# A denial is an entry that says so and changes nothing.
shows 'length == 1 and .[0].kind == "denied" and .[0].staff == "wu"' huiyin audit log --who wu
exits 0 huiyin audit log --who wu
prints '✗'
# What was said is not in the line.
shows 'all(.command | contains("杂物") | not)' huiyin audit log
