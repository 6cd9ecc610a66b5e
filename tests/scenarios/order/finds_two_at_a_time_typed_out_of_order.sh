#!/bin/sh
# One order at a time, as they went out, whenever they were typed (clause 4.1).
. "$(dirname "$0")/../lib.sh"
office
rule=order.one-live
clock '2026-11-24 12:00:00'
sends() {
    _at=$1
    shift
    as chen order dispatch "$bx" --to wu --at "2026-11-24 $_at" "$@"
}
calls_off() { as chen order cancel "$pg" --reason '改日再来' --at "2026-11-24 $1"; }
a_repair --at '2026-11-24 09:00:00'
accepts sends 09:02:00
pg=$no
accepts calls_off 10:00:00
refuses "$rule" 4.1 sends 09:59:59
accepts sends 10:00:00
no_breach "$rule" "$bx" '2026-11-30 09:00:00'

# It was out before the other, which is at fault then.
a_repair --at '2026-11-24 09:00:00'
accepts sends 09:02:00
pg=$no
accepts calls_off 10:00:00
accepts sends 09:01:00 --json
told "$rule" breach
breach "$rule" 4.1 "$bx" '2026-11-24 12:00:00' '2026-11-24 09:02:00'

# A correction of when the first was called off brings it out likewise.
a_repair --at '2026-11-24 09:00:00'
accepts sends 09:02:00
pg=$no
accepts calls_off 09:30:00
accepts sends 10:00:00
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
refuses "$rule" 4.1 as ma amend "$pg" --step 3 --step-at '2026-11-24 10:00:01' --reason '看错钟'
accepts as ma amend "$pg" --step 3 --step-at '2026-11-24 10:00:00' --reason '看错钟'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
