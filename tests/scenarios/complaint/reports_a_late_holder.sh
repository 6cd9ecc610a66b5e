#!/bin/sh
# A complaint has a holder within 30 min, midnight or not (clause 5.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

a_complaint --at '2026-11-23 23:45:00'
no_breach complaint.assigned-in-time "$ts" '2026-11-24 00:15:00'
breach complaint.assigned-in-time 5.2 "$ts" '2026-11-24 00:15:01' '2026-11-24 00:15:00'

accepts as chen complaint assign "$ts" --to chen --at '2026-11-24 00:15:00'
no_breach complaint.assigned-in-time "$ts" '2026-11-30 09:00:00'

a_complaint --at '2026-11-23 23:45:00'
accepts as chen complaint assign "$ts" --to chen --at '2026-11-24 00:15:01'
breach complaint.assigned-in-time 5.2 "$ts" '2026-11-30 09:00:00' '2026-11-24 00:15:00'
