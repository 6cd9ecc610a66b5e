#!/bin/sh
# Lists are complete, oldest first, and narrowed by what is asked.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

exits 0 huiyin complaint list --json
same 'an empty list' '[]' "$out"
a_complaint --at '2026-11-23 10:00:00' --unit 3-502 --category '供热' --class 3
a_complaint --at '2026-11-23 09:00:00' --unit 4-101 --category '噪声'
an_anonymous_complaint --at '2026-11-23 11:00:00'
accepts as chen complaint assign ts-1 --to sun --at '2026-11-23 10:05:00'
accepts as chen complaint assign ts-3 --to chen --at '2026-11-23 11:05:00'
accepts as chen complaint investigate ts-3 --findings '属实' --at '2026-11-23 11:05:00'
accepts as chen complaint close ts-3 --outcome '已清理'

numbers() { printf '%s' "$out" | jq -r '[.[].no[-1:]] | join(" ")'; }
lists() {
    wanted=$1
    shift
    exits 0 huiyin complaint list "$@" --json
    same "the list with $*" "$wanted" "$(numbers)"
}
lists '2 1 3'
lists '2 1' --open
lists '1' --holder sun
lists '1' --class 3
lists '2' --category '噪声'
lists '1' --unit 3-502
lists '2 1' --limit 2
lists '1' --from '2026-11-23 10:00:00' --to '2026-11-23 11:00:00'
lists '2 1' --overdue
json 'all(.[]; has("steps") | not)'
