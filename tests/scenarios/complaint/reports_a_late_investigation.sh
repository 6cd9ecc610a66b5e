#!/bin/sh
# The facts are found within 2 h (clause 2.2.4), across the end of a week too.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-30 09:00:00'

# Sunday night.
a_complaint --at '2026-11-29 23:00:00'
no_breach complaint.investigated-in-time "$ts" '2026-11-30 01:00:00'
breach complaint.investigated-in-time 2.2.4 "$ts" '2026-11-30 01:00:01' '2026-11-30 01:00:00'
accepts as chen complaint investigate "$ts" --findings '阀门锈死' --at '2026-11-30 01:00:00'
no_breach complaint.investigated-in-time "$ts" '2026-12-07 09:00:00'

a_complaint --at '2026-11-29 23:00:00'
accepts as chen complaint investigate "$ts" --findings '阀门锈死' --at '2026-11-30 01:00:01'
breach complaint.investigated-in-time 2.2.4 "$ts" '2026-12-07 09:00:00' '2026-11-30 01:00:00'
