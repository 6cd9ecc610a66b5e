#!/bin/sh
# A higher class decided in time counts, whenever it is typed; where it is put on record only after the
# former limit, that is told, with how long after and by whom (clause 6.4).
. "$(dirname "$0")/../lib.sh"
office
rule=order.deferred-afterwards
put_off() {
    a_repair --at '2026-11-24 09:00:00'
    an_order --at '2026-11-24 09:00:00'
    arrives --at '2026-11-24 09:00:00'
    starts --at '2026-11-24 09:00:00'
    accepts as wu order defer "$pg" --fault parts --reason '缺件' --eta '2026-11-26 08:00' --at '2026-11-24 09:30:00'
}
called_major() {
    accepts as chen order defer "$pg" --fault major --reason '管井须开挖' --eta '2026-11-27 08:00' --by wu --json "$@"
}
clock '2026-11-24 10:00:00'
put_off
in_time=$bx
pg_in_time=$pg
put_off
clock '2026-11-26 09:00:00'
pg=$pg_in_time
called_major --at '2026-11-26 08:00:00' --late-reason '现场无信号'
no_finding "$rule" "$in_time" '2026-12-30 09:00:00'

clock '2026-11-26 09:00:01'
pg=PG-2026-0002
called_major --at '2026-11-26 08:00:00' --late-reason '现场无信号'
told "$rule" notice
notice "$rule" 6.4 "$bx" '2026-12-30 09:00:00' '2026-11-26 09:00:01'
json '.findings | any(.rule == "'"$rule"'" and (.message | contains("chen") and contains("1 秒")))'
# It counts all the same: it has 72 h.
no_breach order.solved-in-time "$bx" '2026-11-27 09:00:00'
breach order.solved-in-time '6.3, 6.4' "$bx" '2026-11-27 09:00:01' '2026-11-27 09:00:00'
# Before it was on record nobody could tell of it.
no_finding "$rule" "$bx" '2026-11-26 09:00:00'

# Corrected into a higher one after the former limit, that is told likewise, by whoever corrected it.
clock '2026-11-24 10:00:00'
put_off
corrected=$bx
pg_corrected=$pg
put_off
step=$(huiyin repair show "$bx" --json | jq '[.steps[] | select(.what == "defer")][0].seq')
clock '2026-11-26 09:00:00'
accepts as ma amend "$pg" --step "$step" --fault major --reason '记成缺件' --json
no_finding "$rule" "$bx" '2026-12-30 09:00:00'
clock '2026-11-26 09:00:01'
accepts as ma amend "$pg_corrected" --step "$step" --fault major --reason '记成缺件' --json
told "$rule" notice
notice "$rule" 6.4 "$corrected" '2026-12-30 09:00:00' '2026-11-26 09:00:01'
json '.findings | map(select(.rule == "'"$rule"'" and .subject == "'"$corrected"'"))
    | length == 1 and (.[0].message | contains("ma") and contains("1 秒"))'
no_finding "$rule" "$corrected" '2026-11-26 09:00:00'
# Back again, that is no higher class.
clock '2026-11-26 10:00:00'
accepts as ma amend "$pg_corrected" --step "$step" --fault difficult --reason '不是大修' --json
json '.findings | map(select(.rule == "'"$rule"'")) | length <= 1'
