#!/bin/sh
# Whoever is needed is called together within 4 h of escalating (clause 5.3); doing it late heals it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=complaint.convened
escalated() {
    a_complaint --at '2026-11-23 21:00:00'
    accepts as chen complaint assign "$ts" --to sun --at '2026-11-23 21:10:00'
    accepts as sun complaint escalate "$ts" --to ma --reason '涉及外部施工' \
        --at '2026-11-23 22:00:00' "$@"
}

escalated
no_breach "$rule" "$ts" '2026-11-24 02:00:00'
breach "$rule" 5.3 "$ts" '2026-11-24 02:00:01' '2026-11-24 02:00:00'
accepts as ma complaint convene "$ts" --who wu,sun --at '2026-11-24 08:00:00'
breach "$rule" 5.3 "$ts" '2026-11-24 07:59:59'
no_breach "$rule" "$ts" '2026-11-24 08:00:00'

escalated
accepts as ma complaint convene "$ts" --who wu --at '2026-11-24 02:00:00'
no_breach "$rule" "$ts" '2026-11-24 02:00:01'

# Called together in the same breath.
escalated --convened wu,sun
no_breach "$rule" "$ts" '2026-11-25 09:00:00'
