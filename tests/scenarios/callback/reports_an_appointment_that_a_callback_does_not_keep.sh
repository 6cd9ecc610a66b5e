#!/bin/sh
# Only the answer itself keeps an appointment (clause 3.3.3a): neither another callback nor an
# attempt does. A repair's appointment is one, too.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.appointment-kept

a_settled_complaint
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-25 15:00:00'
a_finished_repair
accepts check_back phone yes --raised '厨房也漏' --appointment '2026-11-25 15:00:00'
hf=$no
clock '2026-11-25 14:00:00'
accepts as chen callback attempt "$ts" --method phone --note '无人接听'
accepts visit_back no
breach "$rule" 3.3.3a "$ts" '2026-11-25 15:00:01' '2026-11-25 15:00:00'
breach "$rule" 3.3.3a "$bx" '2026-11-25 15:00:01' '2026-11-25 15:00:00'
accepts as sun callback answer "$hf" --text '明天上午派人来看厨房'
no_breach "$rule" "$bx" '2026-11-30 09:00:00'
