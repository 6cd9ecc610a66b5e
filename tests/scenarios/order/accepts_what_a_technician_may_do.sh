#!/bin/sh
# A technician does the work and says so; whom it goes to, where it is handed in and when it is
# closed is for the office.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

accepts as wu repair add --channel phone --phone 13800008000 --category plumbing --text '水龙头滴水'
bx=$no
accepts as wu repair urge "$bx" --text '业主又来电'
denies as wu order dispatch "$bx" --to wu
an_order
denies as wu order cancel "$pg" --reason '改天'
denies as wu assign "$bx" --to wu --reason '我来'
arrives
starts
defers parts '2026-11-24 16:00:00'
finishes
signs
denies as wu order return "$pg" --to chen
hands_in
denies as wu repair close "$bx" --outcome '已修好'
denies as zhou order arrive "$pg"
denies as "$admin" repair add --channel phone --category plumbing --text '水龙头滴水'
