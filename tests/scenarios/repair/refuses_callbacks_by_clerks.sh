#!/bin/sh
# After a repair a steward asks, or a manager or head (clause 4.4). A clerk who asked all the same is
# on record as it happened, and it is a breach.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=repair.callback-by-steward
asking() { callback_by chen "$@"; }
callback_by() {
    _who=$1
    shift
    as "$_who" callback log "$bx" --method phone --satisfied yes --note '询问维修质量' "$@"
}

a_finished_repair
refuses "$rule" 4.4 asking
refuses "$rule" 4.4 callback_by li
# Typed by a clerk, asked by a steward: the doer counts, both ways.
refuses "$rule" 4.4 callback_by sun --by chen
accepts asking --by sun
for who in sun ma tao; do accepts callback_by "$who"; done
no_breach "$rule" "$bx" '2026-11-30 09:00:00'

a_finished_repair
accepts asking --as-happened '业主来电时顺便问了' --witness '李雷' --json
told "$rule" breach
breach "$rule" 4.4 "$bx" '2026-11-30 09:00:00' '2026-11-24 09:00:00'
