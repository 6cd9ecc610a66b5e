#!/bin/sh
# A tightened limit never rewrites history: each matter is judged by what held when its clock began.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
before=$ts

clock '2026-11-23 10:00:00'
accepts huiyin policy set complaint.reply_within 1h --reason '校庆期间加快答复'
a_complaint
after=$ts

no_breach complaint.replied-in-time "$after" '2026-11-23 11:00:00'
breach complaint.replied-in-time 2.2.4 "$after" '2026-11-23 11:00:01' '2026-11-23 11:00:00'
no_breach complaint.replied-in-time "$before" '2026-11-24 09:00:00'
breach complaint.replied-in-time 2.2.4 "$before" '2026-11-24 09:00:01' '2026-11-24 09:00:00'

# One second before it was set, the old limit still held.
clock '2026-11-23 12:00:00'
a_complaint --at '2026-11-23 09:59:59'
no_breach complaint.replied-in-time "$ts" '2026-11-24 09:59:59'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-24 10:00:00' '2026-11-24 09:59:59'
