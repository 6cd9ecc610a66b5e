#!/bin/sh
# A hotline's deadline that is added to a complaint binds from when it is on record: one that had passed by then
# nobody could keep. One that was there moves with its correction, and what had fallen due unmet stands (3.2.2).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.forwarded-answered
clock '2026-11-24 09:00:00'
a_complaint --forwarded-by '市12345'
in_time=$ts
a_complaint --forwarded-by '市12345'
late=$ts
a_complaint --forwarded-by '市12345' --hotline-due '2026-11-24 20:00:00'
moved=$ts
a_complaint --forwarded-by '市12345' --hotline-due '2026-11-24 16:00:00'
overdue=$ts
due() { as ma amend "$1" --hotline-due "$2" --reason '补热线期限'; }
# In its last second somebody could still reply.
clock '2026-11-24 17:00:00'
accepts due "$in_time" '2026-11-24 17:00:00'
no_breach "$rule" "$in_time" '2026-11-24 17:00:00'
breach "$rule" 3.2.2 "$in_time" '2026-11-24 17:00:01' '2026-11-24 17:00:00'
clock '2026-11-24 17:00:01'
accepts due "$late" '2026-11-24 17:00:00'
shows '.hotline_due == "2026-11-24T17:00:00+08:00"' huiyin complaint show "$late"
no_breach "$rule" "$late" '2026-12-31 09:00:00'
exits 0 huiyin why "$late" --json
json "all(.deadlines[]; .rule != \"$rule\")"
# Moved ahead it binds; as of before there was none.
clock '2026-11-24 18:00:00'
accepts due "$late" '2026-11-24 19:00:00'
no_breach "$rule" "$late" '2026-11-24 19:00:00'
breach "$rule" 3.2.2 "$late" '2026-11-24 19:00:01' '2026-11-24 19:00:00'
no_breach "$rule" "$in_time" '2026-11-24 16:59:59'
# One that was there moves back too, and forward: what had fallen due unmet stands.
accepts due "$moved" '2026-11-24 17:30:00'
breach "$rule" 3.2.2 "$moved" '2026-11-24 18:00:00' '2026-11-24 17:30:00'
accepts due "$overdue" '2026-11-25 16:00:00'
breach "$rule" 3.2.2 "$overdue" '2026-11-24 18:00:00' '2026-11-24 16:00:00'
breach "$rule" 3.2.2 "$overdue" '2026-11-24 17:59:59' '2026-11-24 16:00:00'

# Typed late with the complaint, it was the office's from the beginning.
accepts as chen complaint add --channel phone --phone 13800008000 --text '转来' --forwarded-by '市12345' \
    --at '2026-11-24 10:00:00' --hotline-due '2026-11-24 17:59:59'
breach "$rule" 3.2.2 "$no" '2026-11-24 18:00:00' '2026-11-24 17:59:59'
# A reply typed afterwards counts by its time.
ts=$moved
settled --at '2026-11-24 17:30:00'
no_breach "$rule" "$moved" '2026-12-31 09:00:00'
ts=$late
settled --at '2026-11-24 17:30:00'
no_breach "$rule" "$late" '2026-12-31 09:00:00'

# One that had passed before the complaint came nobody could keep either, however it is said; its last second binds.
clock '2026-11-25 09:00:00'
a_complaint --forwarded-by '市12345' --hotline-due '2026-11-25 08:59:59'
no_breach "$rule" "$ts" '2026-12-31 09:00:00'
accepts due "$ts" '2026-11-25 18:00:00'
breach "$rule" 3.2.2 "$ts" '2026-11-25 18:00:01' '2026-11-25 18:00:00'
a_complaint --forwarded-by '市12345' --hotline-due '2026-11-25 09:00:00'
breach "$rule" 3.2.2 "$ts" '2026-11-25 09:00:01' '2026-11-25 09:00:00'
