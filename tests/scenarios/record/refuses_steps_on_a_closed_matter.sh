#!/bin/sh
# What is closed stays closed (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

a_complaint --at '2026-11-23 09:00:00'
accepts as chen complaint assign "$ts" --to chen --at '2026-11-23 09:10:00'
settled --at '2026-11-23 10:00:00'
accepts as ma complaint close "$ts" --outcome '已更换阀门' --unsatisfied --reason '业主要求退还全年水费' \
    --at '2026-11-23 11:00:00'

refuses record.closed 1.6 as chen complaint assign "$ts" --to li --reason '转水电班' \
    --at '2026-11-23 12:00:00'
refuses record.closed 1.6 as chen complaint investigate "$ts" --findings '又去看了一次' \
    --at '2026-11-23 12:00:00'
refuses record.closed 1.6 as chen complaint convene "$ts" --who wu --at '2026-11-23 12:00:00'
refuses record.closed 1.6 as ma complaint close "$ts" --outcome '再次办结' --unsatisfied \
    --reason '仍不满意' --at '2026-11-23 12:00:00'
exits 0 huiyin complaint show "$ts" --json
json '.state == "closed" and .outcome == "已更换阀门"'
