#!/bin/sh
# A step never happens before its matter, before the step it needs, or in the future (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

a_complaint --at '2026-11-23 09:00:00'
refuses record.in-order 1.6 as chen complaint assign "$ts" --to chen --at '2026-11-23 08:59:59'
accepts as chen complaint assign "$ts" --to chen --at '2026-11-23 09:00:00'
refuses record.in-order 1.6 \
    as chen complaint investigate "$ts" --findings '水压不足' --at '2026-11-23 08:59:59'
accepts as chen complaint investigate "$ts" --findings '水压不足' --at '2026-11-23 10:00:00'

refuses record.in-order 1.6 \
    as chen complaint opinion "$ts" --text '更换阀门' --at '2026-11-23 09:59:59'
accepts as chen complaint opinion "$ts" --text '更换阀门' --at '2026-11-23 10:00:00'

refuses record.in-order 1.6 as chen complaint reply "$ts" --text '今天更换阀门' --method phone \
    --at '2026-11-23 09:59:59'
accepts as chen complaint reply "$ts" --text '今天更换阀门' --method phone \
    --at '2026-11-23 10:00:00'
