#!/bin/sh
# A policy may be set for later; until then the old value holds.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts huiyin policy set complaint.reply_within 2h --from '2026-12-01 00:00:00' --reason '十二月试行'
shows '.value == "24h"' huiyin policy show complaint.reply_within

clock '2026-11-30 23:59:59'
a_complaint
no_breach complaint.replied-in-time "$ts" '2026-12-01 23:59:59'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-12-02 00:00:00'
clock '2026-12-01 00:00:00'
shows '.value == "2h"' huiyin policy show complaint.reply_within
a_complaint
no_breach complaint.replied-in-time "$ts" '2026-12-01 02:00:00'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-12-01 02:00:01'
